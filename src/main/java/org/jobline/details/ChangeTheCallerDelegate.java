package org.jobline.details;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Change the caller". */
@Component
class ChangeTheCallerDelegate implements JavaDelegate {

  private final Details details;
  private final Performing performing;

  ChangeTheCallerDelegate(Details details, Performing performing) {
    this.details = details;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    details.caller(OrderProcess.orderOf(execution), performing.fields());
  }
}
