package org.jobline.lifecycle.assignment;

import org.jobline.order.OrderNumber;

/** The order goes to its resource, by e-mail whatever was agreed by phone. */
public record OrderSent(OrderNumber order) {}
