package org.jobline.authorisation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Record the decision". */
@Component
class RecordTheDecisionDelegate implements JavaDelegate {

  private final Authorisations authorisations;
  private final Performing performing;

  RecordTheDecisionDelegate(Authorisations authorisations, Performing performing) {
    this.authorisations = authorisations;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    AuthorisationRequest request = authorisations.decide(OrderProcess.orderOf(execution), performing.fields());
    execution.setVariable("authorisationQuestion", request.question());
  }
}
