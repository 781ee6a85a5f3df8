package org.jobline.sla;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jobline.action.TaskAppearance;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** A task is due when the next target of its order is: the response until somebody has come, then the fix. */
@Component
class DueDatesOfTasks implements TaskAppearance {

  private final Slas slas;

  DueDatesOfTasks(Slas slas) {
    this.slas = slas;
  }

  @Override
  public void dress(DelegateTask task, WorkOrder order) {
    slas.nextDue(order).map(Date::from).ifPresent(task::setDueDate);
  }
}
