package org.jobline.sla;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jobline.action.TaskAppearance;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** A task is due when the next target of its order is, and as urgent as its order. */
@Component
class TargetsOfNewTasks implements TaskAppearance {

  private final NextTargets targets;

  TargetsOfNewTasks(NextTargets targets) {
    this.targets = targets;
  }

  @Override
  public void dress(DelegateTask task, WorkOrder order) {
    OrderTargets next = targets.keptOf(order);
    task.setDueDate(TargetsOnTasks.dueDate(next));
    task.setPriority(next.urgency());
  }
}
