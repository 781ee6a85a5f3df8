package org.jobline.replay;

import java.time.Instant;
import org.jobline.order.StatusCode;
import org.jobline.workorder.WorkOrder;

/**
 * What the reading of a log depends on besides the event.
 *
 * @param resource    code of the resource that has the order, null when none has
 * @param recallUntil null while the order is not completed
 * @param recalled    whether it was completed and called back before
 */
record OrderState(StatusCode status, String resource, Instant recallUntil, boolean recalled) {

  static OrderState of(WorkOrder order) {
    return new OrderState(
        order.status().code(), order.contractor().orElse(null), order.recallUntil().orElse(null), order.recalls() > 0);
  }

  /** Whether only timers of its end of life wait in the order. */
  boolean mayBeOver() {
    return status.stage() == 5 || status.variant() == '9';
  }

  boolean recallable(Instant at) {
    return recallUntil != null && !at.isAfter(recallUntil);
  }
}
