package org.jobline.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Record cancellation". */
@Component
class RecordCancellationDelegate implements JavaDelegate {

  private final Lifecycles lifecycles;

  RecordCancellationDelegate(Lifecycles lifecycles) {
    this.lifecycles = lifecycles;
  }

  @Override
  public void execute(DelegateExecution execution) {
    lifecycles.cancel(OrderProcess.orderOf(execution));
  }
}
