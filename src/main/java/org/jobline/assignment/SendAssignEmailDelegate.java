package org.jobline.assignment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Send assign e-mail". */
@Component
class SendAssignEmailDelegate implements JavaDelegate {

  private final Assignments assignments;

  SendAssignEmailDelegate(Assignments assignments) {
    this.assignments = assignments;
  }

  @Override
  public void execute(DelegateExecution execution) {
    assignments.send(OrderProcess.orderOf(execution));
  }
}
