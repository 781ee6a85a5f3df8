package org.jobline.documents;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jobline.order.OrderProcess;
import org.springframework.stereotype.Component;

/** What gateways may ask about documents, as {@code ${outstanding.…(execution)}}. */
@Component("outstanding")
public class OutstandingExpressions {

  private final OutstandingItemService items;

  OutstandingExpressions(OutstandingItemService items) {
    this.items = items;
  }

  public boolean exists(DelegateExecution execution) {
    return !items.missing(OrderProcess.orderOf(execution)).isEmpty();
  }
}
