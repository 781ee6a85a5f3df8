package org.jobline.sla;

import java.time.Instant;
import org.jobline.order.OrderNumber;

/**
 * A target that has passed while it was open.
 *
 * @param clock the running of the order's clock that it belongs to
 */
record Breach(OrderNumber order, long clock, TargetKind target, Instant due) {}
