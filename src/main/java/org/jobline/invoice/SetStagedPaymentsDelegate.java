package org.jobline.invoice;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Set the staged payments". */
@Component
class SetStagedPaymentsDelegate implements JavaDelegate {

  private final Invoices invoices;
  private final Performing performing;

  SetStagedPaymentsDelegate(Invoices invoices, Performing performing) {
    this.invoices = invoices;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    invoices.stage(OrderProcess.orderOf(execution),
        StagedPayments.read(performing.fields().text("stages").orElse("")));
  }
}
