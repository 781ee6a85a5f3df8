package org.jobline.lifecycle.assignment;

import org.jobline.order.OrderNumber;

/** The order goes to its contractor, by e-mail whatever was agreed by phone. */
public record OrderSent(OrderNumber order) {}
