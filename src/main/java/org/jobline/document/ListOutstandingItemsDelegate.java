package org.jobline.document;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "List outstanding items". */
@Component
class ListOutstandingItemsDelegate implements JavaDelegate {

  private final OutstandingItems outstandingItems;

  ListOutstandingItemsDelegate(OutstandingItems outstandingItems) {
    this.outstandingItems = outstandingItems;
  }

  @Override
  public void execute(DelegateExecution execution) {
    outstandingItems.list(OrderProcess.orderOf(execution));
  }
}
