package org.jobline.lifecycle.quoting;

import org.jobline.order.OrderNumber;

/** The quote that was chosen no longer counts. The cost follows. */
public record QuoteDropped(OrderNumber order) {}
