package org.jobline.sla;

/** How an SLA target stands. */
public enum SlaState {
  GREEN,
  /** Open, and the last quarter of its time is running. */
  AMBER,
  /** Breached: met too late, or not at all. */
  RED
}
