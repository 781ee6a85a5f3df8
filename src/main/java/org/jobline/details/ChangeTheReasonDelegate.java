package org.jobline.details;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Change the reason". */
@Component
class ChangeTheReasonDelegate implements JavaDelegate {

  private final Details details;
  private final Performing performing;

  ChangeTheReasonDelegate(Details details, Performing performing) {
    this.details = details;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    details.reason(OrderProcess.orderOf(execution), performing.fields().text("reason").orElseThrow());
  }
}
