package org.jobline.lifecycle.batch;

import org.jobline.order.OrderNumber;

/** The order is done as part of another. The SLA clock follows. */
public record OrderBatched(OrderNumber order) {}
