package org.jobline.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Send cancelled e-mails". */
@Component
class SendCancelledEmailsDelegate implements JavaDelegate {

  private final Lifecycles lifecycles;

  SendCancelledEmailsDelegate(Lifecycles lifecycles) {
    this.lifecycles = lifecycles;
  }

  @Override
  public void execute(DelegateExecution execution) {
    lifecycles.tellCancelled(OrderProcess.orderOf(execution));
  }
}
