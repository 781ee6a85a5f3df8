package org.jobline.lifecycle.quoting;

import org.jobline.order.OrderNumber;

/** Whose answer is awaited until when has changed. The next target follows. */
public record QuotesAwaited(OrderNumber order) {}
