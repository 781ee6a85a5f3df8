package org.jobline.lifecycle.visit;

import java.time.Instant;
import java.util.List;
import org.jobline.order.OrderNumber;
import org.jspecify.annotations.Nullable;

/**
 * The times of a visit were corrected. The SLA clock follows; cost and invoices have steps of their own.
 *
 * @param starts of all visits of the order
 * @param stopBefore null while the visit goes on
 */
public record VisitAmended(
    OrderNumber order, List<Instant> starts, @Nullable Instant stopBefore, @Nullable Instant stopAfter) {}
