package org.jobline.estate;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jobline.action.TaskAppearance;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** Gives a task the urgency of its order. */
@Component
class UrgencyOfTasks implements TaskAppearance {

  private final Estate estate;

  UrgencyOfTasks(Estate estate) {
    this.estate = estate;
  }

  @Override
  public void dress(DelegateTask task, WorkOrder order) {
    estate.priority(order.priority()).map(Priority::urgency).ifPresent(task::setPriority);
  }
}
