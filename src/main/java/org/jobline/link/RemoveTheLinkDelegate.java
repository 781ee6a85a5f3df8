package org.jobline.link;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Fields;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Remove the link". */
@Component
class RemoveTheLinkDelegate implements JavaDelegate {

  private final Links links;
  private final Performing performing;

  RemoveTheLinkDelegate(Links links, Performing performing) {
    this.links = links;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Fields fields = performing.fields();
    links.remove(OrderProcess.orderOf(execution), Long.parseLong(fields.text("link").orElseThrow()),
        fields.text("reason").orElseThrow());
  }
}
