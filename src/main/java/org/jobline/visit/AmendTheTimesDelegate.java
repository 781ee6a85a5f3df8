package org.jobline.visit;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Fields;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Amend the times". */
@Component
class AmendTheTimesDelegate implements JavaDelegate {

  private final Visits visits;
  private final Performing performing;

  AmendTheTimesDelegate(Visits visits, Performing performing) {
    this.visits = visits;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Fields fields = performing.fields();
    visits.amend(OrderProcess.orderOf(execution), Long.parseLong(fields.text("visit").orElseThrow()),
        fields.instant("start").orElseThrow(), fields.instant("stop"));
  }
}
