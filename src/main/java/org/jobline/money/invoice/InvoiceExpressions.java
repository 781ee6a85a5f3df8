package org.jobline.money.invoice;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jobline.order.OrderProcess;
import org.springframework.stereotype.Component;

/** What gateways may ask about invoices, as {@code ${invoice.…(execution)}}. */
@Component("invoice")
public class InvoiceExpressions {

  private final InvoiceService invoices;

  InvoiceExpressions(InvoiceService invoices) {
    this.invoices = invoices;
  }

  /** Whether the final one was accepted, so that no other is expected. */
  public boolean isSettled(DelegateExecution execution) {
    return invoices.isSettled(OrderProcess.orderOf(execution));
  }

  /** Whether one waits for finance. */
  public boolean waits(DelegateExecution execution) {
    return invoices.waiting(OrderProcess.orderOf(execution)).isPresent();
  }
}
