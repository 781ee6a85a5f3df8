package org.jobline.lifecycle.assignment;

import org.jobline.order.OrderNumber;

/** The order was given a contractor, a schedule or both. The SLA clock follows, then the cost. */
public record OrderAllocated(OrderNumber order) {}
