package org.jobline.assignment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Record attempt". */
@Component
class RecordAttemptDelegate implements JavaDelegate {

  private final Assignments assignments;

  RecordAttemptDelegate(Assignments assignments) {
    this.assignments = assignments;
  }

  @Override
  public void execute(DelegateExecution execution) {
    assignments.countAttempt(OrderProcess.orderOf(execution));
  }
}
