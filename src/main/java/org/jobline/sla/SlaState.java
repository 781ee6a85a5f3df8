package org.jobline.sla;

/** How an SLA target stands. */
public enum SlaState {
  /** Open with time enough, or met. */
  GREEN,
  /** Not met: somebody came before the appointment. */
  EARLY,
  /** Open, and the last quarter of its time is running. */
  AMBER,
  /** Breached: met too late, or not at all. */
  RED
}
