package org.jobline.invoice;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Fields;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderNumber;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Resolve the mismatch". */
@Component
class ResolveInvoiceDelegate implements JavaDelegate {

  private final Invoices invoices;
  private final Performing performing;

  ResolveInvoiceDelegate(Invoices invoices, Performing performing) {
    this.invoices = invoices;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    OrderNumber number = OrderProcess.orderOf(execution);
    Fields fields = performing.fields();
    switch (fields.text("decision").orElseThrow()) {
      case "accept" -> invoices.accept(number);
      case "correct" -> invoices.correct(number, fields);
      default -> invoices.reject(number, fields.text("reason").orElseThrow());
    }
  }
}
