package org.jobline.visit;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Fields;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Record the decision". */
@Component
class RecordEngineersDecisionDelegate implements JavaDelegate {

  private final Engineers engineers;
  private final Performing performing;

  RecordEngineersDecisionDelegate(Engineers engineers, Performing performing) {
    this.engineers = engineers;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Fields fields = performing.fields();
    boolean accepted = fields.text("decision").filter("accept"::equals).isPresent();
    engineers.decide(OrderProcess.orderOf(execution), accepted, fields.text("visits"));
  }
}
