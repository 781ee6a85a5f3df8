package org.jobline.authorisation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Ask the profile". */
@Component
class AskTheProfileDelegate implements JavaDelegate {

  private final Authorisations authorisations;

  AskTheProfileDelegate(Authorisations authorisations) {
    this.authorisations = authorisations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    AuthorisationRequest request = authorisations.present(OrderProcess.orderOf(execution));
    execution.setVariable("profile", request.current().profile());
    execution.setVariable("askedBy", request.answerer());
    execution.setVariable("authorisationSubject", request.subject());
    execution.setVariable("authorisationAnswer", request.answer());
  }
}
