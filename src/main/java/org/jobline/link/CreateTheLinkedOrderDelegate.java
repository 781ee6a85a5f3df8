package org.jobline.link;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Fields;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.jobline.workorder.OrderType;
import org.springframework.stereotype.Component;

/** Service task "Create the linked order". */
@Component
class CreateTheLinkedOrderDelegate implements JavaDelegate {

  private final Links links;
  private final Performing performing;

  CreateTheLinkedOrderDelegate(Links links, Performing performing) {
    this.links = links;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Fields fields = performing.fields();
    links.create(OrderProcess.orderOf(execution), OrderType.valueOf(fields.text("type").orElseThrow()),
        fields.text("description").orElseThrow());
  }
}
