package org.jobline.authorisation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Record the answer". */
@Component
class RecordTheAnswerDelegate implements JavaDelegate {

  private final Authorisations authorisations;
  private final Performing performing;

  RecordTheAnswerDelegate(Authorisations authorisations, Performing performing) {
    this.authorisations = authorisations;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    authorisations.answer(OrderProcess.orderOf(execution), performing.fields().text("answer").orElseThrow());
  }
}
