package org.jobline.invoice;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Record the invoice". */
@Component
class RecordInvoiceDelegate implements JavaDelegate {

  private final Invoices invoices;
  private final Performing performing;

  RecordInvoiceDelegate(Invoices invoices, Performing performing) {
    this.invoices = invoices;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    invoices.record(OrderProcess.orderOf(execution), performing.fields());
  }
}
