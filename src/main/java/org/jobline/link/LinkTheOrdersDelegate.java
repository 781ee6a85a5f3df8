package org.jobline.link;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Fields;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderNumber;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Link the orders". */
@Component
class LinkTheOrdersDelegate implements JavaDelegate {

  private final Links links;
  private final Performing performing;

  LinkTheOrdersDelegate(Links links, Performing performing) {
    this.links = links;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Fields fields = performing.fields();
    links.link(OrderProcess.orderOf(execution), new OrderNumber(fields.text("order").orElseThrow()),
        Relation.of(fields.text("relation").orElseThrow()));
  }
}
