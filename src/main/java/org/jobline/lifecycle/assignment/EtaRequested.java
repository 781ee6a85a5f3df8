package org.jobline.lifecycle.assignment;

import org.jobline.order.OrderNumber;

/** The contractor is to be asked by e-mail when it comes. */
public record EtaRequested(OrderNumber order) {}
