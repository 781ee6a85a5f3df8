package org.jobline.authorisation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Cancel the order". */
@Component
class CancelTheOrderDelegate implements JavaDelegate {

  private final Authorisations authorisations;

  CancelTheOrderDelegate(Authorisations authorisations) {
    this.authorisations = authorisations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    authorisations.cancel(OrderProcess.orderOf(execution));
  }
}
