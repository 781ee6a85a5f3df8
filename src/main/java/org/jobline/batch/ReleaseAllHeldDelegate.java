package org.jobline.batch;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Release all that is held". */
@Component
class ReleaseAllHeldDelegate implements JavaDelegate {

  private final Batches batches;

  ReleaseAllHeldDelegate(Batches batches) {
    this.batches = batches;
  }

  @Override
  public void execute(DelegateExecution execution) {
    batches.releaseAll(OrderProcess.orderOf(execution));
  }
}
