package org.jobline.authorisation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Undo the change". */
@Component
class UndoTheChangeDelegate implements JavaDelegate {

  private final Authorisations authorisations;

  UndoTheChangeDelegate(Authorisations authorisations) {
    this.authorisations = authorisations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    authorisations.undo(OrderProcess.orderOf(execution));
  }
}
