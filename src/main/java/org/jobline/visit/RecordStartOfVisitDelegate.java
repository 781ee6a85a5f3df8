package org.jobline.visit;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Fields;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Record start of visit": the engineer rings from the site, so it starts now. */
@Component
class RecordStartOfVisitDelegate implements JavaDelegate {

  private final Visits visits;
  private final Performing performing;

  RecordStartOfVisitDelegate(Visits visits, Performing performing) {
    this.visits = visits;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Fields fields = performing.fields();
    visits.start(OrderProcess.orderOf(execution), new Start(
        fields.text("engineer").orElseThrow(), null, performing.clock().instant(),
        fields.number("attending").orElseThrow().intValue(), fields.ticked("asbestosRead"),
        fields.text("permitNumber").orElse(null)));
  }
}
