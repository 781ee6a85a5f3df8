package org.jobline.assignment;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jobline.action.TaskAppearance;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/**
 * A task need not be looked at before the resource is to be tried again, or is expected: until then lists that respect
 * follow-up dates leave it out, and from then on it is to be chased.
 */
@Component
class FollowUpsOfTasks implements TaskAppearance {

  @Override
  public void dress(DelegateTask task, WorkOrder order) {
    boolean isPrompt = !task.getCandidates().isEmpty();
    if (isPrompt) {
      order.nextAttemptAt().or(order::eta).map(Date::from).ifPresent(task::setFollowUpDate);
    }
  }
}
