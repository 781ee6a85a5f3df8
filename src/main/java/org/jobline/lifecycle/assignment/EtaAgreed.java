package org.jobline.lifecycle.assignment;

import org.jobline.order.OrderNumber;

/** The contractor has said when it comes. The building is told. */
public record EtaAgreed(OrderNumber order) {}
