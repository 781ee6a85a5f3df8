package org.jobline.lifecycle.visit;

import org.jobline.order.OrderNumber;

/** The work will not be done, and nobody is on site any longer. The cost follows; it never counts as fixed. */
public record WorkGivenUp(OrderNumber order) {}
