package org.jobline.sla;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One target of a running clock.
 *
 * @param notBefore whoever comes before is early; null where any time up to the due instant will do
 * @param warning when it is at risk: as much of its time is used up as the decision table {@code sla-tolerances} says
 * @param met when it was met; null while it is open, and for ever when it was reached too early
 * @param early when it was reached too early
 * @param left time to the due instant as the clock counts it, negative since the breach; null unless it is open
 */
public record SlaTarget(
    @Nullable Instant notBefore, Instant due, Instant warning, @Nullable Instant met, @Nullable Instant early,
    @Nullable Duration left, SlaState state) {

  static SlaTarget open(@Nullable Instant notBefore, Instant due, Instant warning, Instant now, WorkingTime time) {
    return new SlaTarget(
        notBefore, due, warning, null, null, time.between(now, due), SlaState.ofOpen(due, warning, now));
  }

  static SlaTarget reached(@Nullable Instant notBefore, Instant due, Instant warning, Instant at) {
    if (notBefore != null && at.isBefore(notBefore)) {
      return new SlaTarget(notBefore, due, warning, null, at, null, SlaState.EARLY);
    }
    return new SlaTarget(notBefore, due, warning, at, null, null, at.isAfter(due) ? SlaState.RED : SlaState.GREEN);
  }

  /** Whether it is still to be reached. */
  public boolean runs() {
    return met == null && early == null;
  }
}
