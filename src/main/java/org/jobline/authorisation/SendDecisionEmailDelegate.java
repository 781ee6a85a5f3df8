package org.jobline.authorisation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Send decision e-mail". */
@Component
class SendDecisionEmailDelegate implements JavaDelegate {

  private final Authorisations authorisations;

  SendDecisionEmailDelegate(Authorisations authorisations) {
    this.authorisations = authorisations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    authorisations.tellWhoAsked(OrderProcess.orderOf(execution));
  }
}
