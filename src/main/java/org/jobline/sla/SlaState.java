package org.jobline.sla;

import java.time.Instant;

/** How an SLA target stands. */
public enum SlaState {
  /** Open with time enough, or met. */
  GREEN,
  /** Not met: somebody came before the appointment. */
  EARLY,
  /** Open, and at risk: as much of its time is used up as the decision table {@code sla-tolerances} says. */
  AMBER,
  /** Breached: met too late, or not at all. */
  RED;

  /** How a target stands that is still to be reached. */
  static SlaState ofOpen(Instant due, Instant warning, Instant now) {
    return now.isAfter(due) ? RED : now.isBefore(warning) ? GREEN : AMBER;
  }
}
