package org.jobline.sla;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jobline.action.TaskAppearance;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** A task is due when the next target of its order is: the response until somebody has come, then the fix. */
@Component
class DueDatesOfTasks implements TaskAppearance {

  private final SlaClockRepository clocks;

  DueDatesOfTasks(SlaClockRepository clocks) {
    this.clocks = clocks;
  }

  @Override
  public void dress(DelegateTask task, WorkOrder order) {
    due(order).map(Date::from).ifPresent(task::setDueDate);
  }

  /** An attempt that is to be repeated comes first. */
  private Optional<Instant> due(WorkOrder order) {
    return order.nextAttemptAt().or(() -> clocks.newest(order.number().value())
        .map(clock -> clock.respondedAt() == null ? clock.respondDue() : clock.fixDue()));
  }
}
