package org.jobline.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jobline.order.OrderNumber;

/**
 * The work was done without a visit. Cost and SLA clock follow.
 *
 * @param cost in the client's currency; empty: the contractor's rate for a remote fix, if it has one
 */
public record FixedRemotely(OrderNumber order, Optional<BigDecimal> cost, Instant at) {}
