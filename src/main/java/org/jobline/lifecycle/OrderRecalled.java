package org.jobline.lifecycle;

import java.time.Instant;
import org.jobline.order.OrderNumber;

/** A completed order was called back. The SLA clock follows. */
public record OrderRecalled(OrderNumber order, Instant at) {}
