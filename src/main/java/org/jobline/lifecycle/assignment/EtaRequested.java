package org.jobline.lifecycle.assignment;

import org.jobline.order.OrderNumber;

/** The resource is to be asked by e-mail when it comes. */
public record EtaRequested(OrderNumber order) {}
