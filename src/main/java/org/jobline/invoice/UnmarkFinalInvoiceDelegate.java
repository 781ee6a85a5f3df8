package org.jobline.invoice;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Un-mark the final invoice". */
@Component
class UnmarkFinalInvoiceDelegate implements JavaDelegate {

  private final Invoices invoices;

  UnmarkFinalInvoiceDelegate(Invoices invoices) {
    this.invoices = invoices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    invoices.unmarkFinal(OrderProcess.orderOf(execution));
  }
}
