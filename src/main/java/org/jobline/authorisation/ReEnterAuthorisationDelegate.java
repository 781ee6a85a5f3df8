package org.jobline.authorisation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Re-enter authorisation". */
@Component
class ReEnterAuthorisationDelegate implements JavaDelegate {

  private final Authorisations authorisations;

  ReEnterAuthorisationDelegate(Authorisations authorisations) {
    this.authorisations = authorisations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    authorisations.reEnter(OrderProcess.orderOf(execution));
  }
}
