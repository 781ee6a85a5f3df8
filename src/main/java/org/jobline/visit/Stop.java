package org.jobline.visit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What is said when a visit ends.
 *
 * @param reasons why a revisit is needed; empty when the work is completed
 * @param revisitEta null when it is not known
 * @param attending null when as many came as were said at the start
 */
public record Stop(
    Instant at, boolean completed, List<String> reasons, boolean temporaryFix, Instant revisitEta, BigDecimal partsCost,
    Integer attending) {}
