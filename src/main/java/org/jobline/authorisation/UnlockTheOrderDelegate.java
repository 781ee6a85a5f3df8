package org.jobline.authorisation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Unlock the order". */
@Component
class UnlockTheOrderDelegate implements JavaDelegate {

  private final Authorisations authorisations;

  UnlockTheOrderDelegate(Authorisations authorisations) {
    this.authorisations = authorisations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    authorisations.unlock(OrderProcess.orderOf(execution));
  }
}
