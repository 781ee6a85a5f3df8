package org.jobline.batch;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderNumber;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Release the chosen orders". */
@Component
class ReleaseTheChosenDelegate implements JavaDelegate {

  private final Batches batches;
  private final Performing performing;

  ReleaseTheChosenDelegate(Batches batches, Performing performing) {
    this.batches = batches;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    batches.release(
        OrderProcess.orderOf(execution), performing.fields().list("orders").stream().map(OrderNumber::new).toList());
  }
}
