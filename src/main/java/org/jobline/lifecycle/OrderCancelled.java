package org.jobline.lifecycle;

import org.jobline.order.OrderNumber;

/** The order is cancelled. The SLA clock follows. */
public record OrderCancelled(OrderNumber order) {}
