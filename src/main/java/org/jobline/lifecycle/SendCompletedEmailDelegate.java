package org.jobline.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Send completed e-mail". */
@Component
class SendCompletedEmailDelegate implements JavaDelegate {

  private final Lifecycles lifecycles;

  SendCompletedEmailDelegate(Lifecycles lifecycles) {
    this.lifecycles = lifecycles;
  }

  @Override
  public void execute(DelegateExecution execution) {
    lifecycles.tellCompleted(OrderProcess.orderOf(execution));
  }
}
