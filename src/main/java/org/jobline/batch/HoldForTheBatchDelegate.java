package org.jobline.batch;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Hold it with the others". */
@Component
class HoldForTheBatchDelegate implements JavaDelegate {

  private final Batches batches;

  HoldForTheBatchDelegate(Batches batches) {
    this.batches = batches;
  }

  @Override
  public void execute(DelegateExecution execution) {
    batches.hold(OrderProcess.orderOf(execution));
  }
}
