package org.jobline.invoice;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Match the invoices again". */
@Component
class MatchTheInvoicesAgainDelegate implements JavaDelegate {

  private final Invoices invoices;

  MatchTheInvoicesAgainDelegate(Invoices invoices) {
    this.invoices = invoices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    invoices.matchAgain(OrderProcess.orderOf(execution));
  }
}
