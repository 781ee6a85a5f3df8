package org.jobline.lifecycle.visit;

import org.jobline.order.OrderNumber;

/** The work will not be done, whoever was on site has left. The cost follows; it never counts as fixed. */
public record WorkGivenUp(OrderNumber order) {}
