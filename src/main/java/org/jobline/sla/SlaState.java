package org.jobline.sla;

/** How an SLA target stands. */
public enum SlaState {
  /** Open with time enough, or met. */
  GREEN,
  /** Not met: somebody came before the appointment. */
  EARLY,
  /** Open, and at risk: as much of its time is used up as the decision table {@code sla-tolerances} says. */
  AMBER,
  /** Breached: met too late, or not at all. */
  RED
}
