package org.jobline.visit;

import java.time.Instant;

/**
 * What is said when a visit starts.
 *
 * @param engineer null when it was reported by somebody else
 * @param reportedBy null when the engineer rang himself
 * @param attending how many engineers
 */
public record Start(
    String engineer, String reportedBy, Instant at, int attending, boolean asbestosRead, String permitNumber) {}
