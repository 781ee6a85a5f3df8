package org.jobline.purchasing;

import org.jobline.order.OrderNumber;

/** The supplier has sent something, or says so. */
public record ItemsDispatched(OrderNumber order) {}
