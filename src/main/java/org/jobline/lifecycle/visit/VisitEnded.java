package org.jobline.lifecycle.visit;

import java.time.Instant;
import org.jobline.order.OrderNumber;

/**
 * Somebody has left the site. The SLA clock follows, then the cost, then the mail about who comes again.
 *
 * @param isCompleted whether the work is done
 * @param isTemporaryFix whether it works again until somebody comes back
 */
public record VisitEnded(OrderNumber order, Instant at, boolean isCompleted, boolean isTemporaryFix) {}
