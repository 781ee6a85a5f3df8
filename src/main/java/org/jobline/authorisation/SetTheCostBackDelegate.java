package org.jobline.authorisation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Set the cost back". */
@Component
class SetTheCostBackDelegate implements JavaDelegate {

  private final Authorisations authorisations;

  SetTheCostBackDelegate(Authorisations authorisations) {
    this.authorisations = authorisations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    authorisations.setTheCostBack(OrderProcess.orderOf(execution));
  }
}
