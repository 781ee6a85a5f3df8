package org.jobline.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Send e-mail of the reinstatement". */
@Component
class SendAssignedAfterRecallEmailDelegate implements JavaDelegate {

  private final Lifecycles lifecycles;

  SendAssignedAfterRecallEmailDelegate(Lifecycles lifecycles) {
    this.lifecycles = lifecycles;
  }

  @Override
  public void execute(DelegateExecution execution) {
    lifecycles.tellReinstated(OrderProcess.orderOf(execution));
  }
}
