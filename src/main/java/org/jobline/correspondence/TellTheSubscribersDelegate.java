package org.jobline.correspondence;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Fields;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Tell the subscribers". */
@Component
class TellTheSubscribersDelegate implements JavaDelegate {

  private final Subscriptions subscriptions;
  private final Performing performing;

  TellTheSubscribersDelegate(Subscriptions subscriptions, Performing performing) {
    this.subscriptions = subscriptions;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Fields fields = performing.fields();
    subscriptions.tell(OrderProcess.orderOf(execution), fields.text("type").orElseThrow(),
        fields.text("what").orElseThrow(), fields.text("message").orElseThrow());
  }
}
