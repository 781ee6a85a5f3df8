package org.jobline.lifecycle;

import org.jobline.order.OrderNumber;

/** The work is done. The SLA clock follows. */
public record OrderCompleted(OrderNumber order) {}
