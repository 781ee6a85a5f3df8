package org.jobline.money.invoice;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.ActionKey;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** What resources ask to be paid, and what becomes of it. */
@StepsOf("actions/invoices.bpmn")
class InvoicesSteps {

  static final ActionKey EDIT_STAGED_PAYMENTS = new ActionKey("edit-staged-payments");
  static final ActionKey RECORD_INVOICE = new ActionKey("record-invoice");
  static final ActionKey RESOLVE_INVOICE_MISMATCH = new ActionKey("resolve-invoice-mismatch");

  private final Invoices invoices;
  private final Steps steps;

  InvoicesSteps(Invoices invoices, Steps steps) {
    this.invoices = invoices;
    this.steps = steps;
  }

  @Bean
  JavaDelegate setStagedPaymentsDelegate() {
    return steps.withForm((order, form) ->
        invoices.stage(order, StagedPayments.read(form.text("stages").orElse(""))));
  }

  @Bean
  JavaDelegate recordInvoiceDelegate() {
    return steps.withForm((order, form) -> invoices.record(order, NewInvoice.of(form)));
  }

  @Bean
  JavaDelegate resolveInvoiceDelegate() {
    return steps.withForm((order, form) -> {
      switch (form.text("decision").orElseThrow()) {
        case "accept" -> invoices.accept(order);
        case "correct" -> invoices.correct(order, Claim.of(form));
        default -> invoices.reject(order, form.text("reason").orElseThrow());
      }
    });
  }

  @Bean
  JavaDelegate unmarkFinalInvoiceDelegate() {
    return steps.of(invoices::unmarkFinal);
  }
}
