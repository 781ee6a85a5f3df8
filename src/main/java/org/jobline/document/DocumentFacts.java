package org.jobline.document;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** What gateways may ask about documents, as {@code ${documents.…(execution)}}. */
@Component("documents")
public class DocumentFacts {

  private final OutstandingItems items;

  DocumentFacts(OutstandingItems items) {
    this.items = items;
  }

  public boolean areOutstanding(DelegateExecution execution) {
    return !items.missing(OrderProcess.orderOf(execution)).isEmpty();
  }
}
