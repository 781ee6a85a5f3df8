package org.jobline.sla;

import java.time.Duration;
import java.time.Instant;
import org.springframework.lang.Nullable;

/**
 * One target of a running clock.
 *
 * @param warning when three quarters of its time are used up
 * @param met when it was met; null while it is open
 * @param left time to the due instant as the clock counts it, negative since the breach; null once it is met
 */
public record SlaTarget(
    Instant due, Instant warning, @Nullable Instant met, @Nullable Duration left, SlaState state) {

  static SlaTarget of(Instant due, Instant warning, @Nullable Instant met, Instant now, WorkingTime time) {
    Instant reached = met == null ? now : met;
    SlaState state = reached.isAfter(due) ? SlaState.RED
        : met == null && !reached.isBefore(warning) ? SlaState.AMBER
        : SlaState.GREEN;
    return new SlaTarget(due, warning, met, met == null ? time.between(now, due) : null, state);
  }
}
