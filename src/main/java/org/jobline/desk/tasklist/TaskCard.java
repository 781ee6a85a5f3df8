package org.jobline.desk.tasklist;

import java.time.Duration;
import java.time.Instant;
import org.jobline.sla.SlaState;
import org.jspecify.annotations.Nullable;

/**
 * How the order of a task stands now.
 *
 * @param statusCode number of its status, such as {@code 1.03}
 * @param target the next SLA target, such as {@code respond}; null when none is due
 * @param left until then, respecting closed hours; negative when it has passed
 * @param supplierName of an order that buys something; null while none is chosen
 * @param locked whether the order waits for an authorisation
 */
record TaskCard(
    String task,
    String number,
    String statusCode,
    String statusName,
    @Nullable String target,
    @Nullable Instant due,
    @Nullable Duration left,
    @Nullable SlaState state,
    @Nullable String supplierName,
    boolean locked) {}
