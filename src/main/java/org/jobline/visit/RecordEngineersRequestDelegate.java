package org.jobline.visit;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Fields;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Record the request": what is asked for is shown to who decides. */
@Component
class RecordEngineersRequestDelegate implements JavaDelegate {

  private final Engineers engineers;
  private final Performing performing;

  RecordEngineersRequestDelegate(Engineers engineers, Performing performing) {
    this.engineers = engineers;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Fields fields = performing.fields();
    execution.setVariable("engineersRequest", engineers.request(OrderProcess.orderOf(execution),
        fields.text("rateGroup").orElseThrow(), fields.number("total").orElseThrow().intValue()));
  }
}
