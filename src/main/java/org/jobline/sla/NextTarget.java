package org.jobline.sla;

import java.time.Instant;

/**
 * The target of an order that is to be reached next.
 *
 * @param warning when it is at risk
 */
public record NextTarget(TargetKind kind, Instant due, Instant warning) {

  public SlaState state(Instant now) {
    return SlaState.ofOpen(due, warning, now);
  }
}
