package org.jobline.replay;

import java.time.Instant;
import java.util.List;
import org.jobline.order.StatusCode;
import org.jobline.workorder.WorkOrder;

/**
 * What the reading of an incident log depends on besides the event.
 *
 * @param resource    code of the resource that has the order, null when none has
 * @param recallUntil null while the order is not completed
 * @param recalled    whether it was completed and called back before
 */
record WorkOrderState(StatusCode status, String resource, Instant recallUntil, boolean recalled) implements OrderState {

  static WorkOrderState of(WorkOrder order) {
    return new WorkOrderState(
        order.status().code(), order.contractor().orElse(null), order.recallUntil().orElse(null), order.recalls() > 0);
  }

  @Override
  public List<Step> plan(LogEvent event, Instant at) {
    return IncidentMapping.plan(event, at, this);
  }

  boolean recallable(Instant at) {
    return recallUntil != null && !at.isAfter(recallUntil);
  }
}
