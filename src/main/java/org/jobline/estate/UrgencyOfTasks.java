package org.jobline.estate;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jobline.action.TaskAppearance;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** Gives a task a priority by that of its order: the engine's 50 for the least urgent, more for others. */
@Component
class UrgencyOfTasks implements TaskAppearance {

  private static final int LEAST = 50;
  private static final int STEP = 10;
  private static final int RANKS = 5;

  private final Estate estate;

  UrgencyOfTasks(Estate estate) {
    this.estate = estate;
  }

  @Override
  public void dress(DelegateTask task, WorkOrder order) {
    int rank = estate.priority(order.priority()).map(Priority::rank).orElse(RANKS);
    task.setPriority(LEAST + STEP * Math.max(0, RANKS - rank));
  }
}
