package org.jobline.assignment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Send de-allocated e-mails". */
@Component
class SendDeallocatedEmailsDelegate implements JavaDelegate {

  private final Assignments assignments;

  SendDeallocatedEmailsDelegate(Assignments assignments) {
    this.assignments = assignments;
  }

  @Override
  public void execute(DelegateExecution execution) {
    assignments.tellDeallocated(OrderProcess.orderOf(execution));
  }
}
