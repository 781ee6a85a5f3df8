package org.jobline.assignment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Send ETA e-mail". */
@Component
class SendEtaEmailDelegate implements JavaDelegate {

  private final Assignments assignments;

  SendEtaEmailDelegate(Assignments assignments) {
    this.assignments = assignments;
  }

  @Override
  public void execute(DelegateExecution execution) {
    assignments.tellEta(OrderProcess.orderOf(execution));
  }
}
