package org.jobline.lifecycle;

import org.jobline.order.OrderNumber;

/** A cancelled order is being brought back. The SLA clock goes on from here. */
public record ReinstatementBegun(OrderNumber order) {}
