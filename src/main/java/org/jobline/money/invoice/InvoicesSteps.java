package org.jobline.money.invoice;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.ActionKey;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** What contractors ask to be paid, and what becomes of it. */
@StepsOf({"actions/invoices.bpmn", "actions/visits.bpmn"})
class InvoicesSteps {

  static final ActionKey EDIT_STAGED_PAYMENTS = new ActionKey("edit-staged-payments");
  static final ActionKey RECORD_INVOICE = new ActionKey("record-invoice");
  static final ActionKey RESOLVE_INVOICE_MISMATCH = new ActionKey("resolve-invoice-mismatch");

  private final PaymentStageService stages;
  private final InvoiceRecording recording;
  private final InvoiceResolution resolution;
  private final InvoiceRematching rematching;
  private final SettlementService settlements;
  private final Steps steps;

  InvoicesSteps(
      PaymentStageService stages, InvoiceRecording recording, InvoiceResolution resolution,
      InvoiceRematching rematching, SettlementService settlements, Steps steps) {
    this.stages = stages;
    this.recording = recording;
    this.resolution = resolution;
    this.rematching = rematching;
    this.settlements = settlements;
    this.steps = steps;
  }

  @Bean
  JavaDelegate setStagedPaymentsDelegate() {
    return steps.withForm((order, form) -> stages.replace(order, StagedPayments.of(form)));
  }

  @Bean
  JavaDelegate recordInvoiceDelegate() {
    return steps.withForm((order, form) -> recording.record(order, NewInvoice.of(form)));
  }

  @Bean
  JavaDelegate resolveInvoiceDelegate() {
    return steps.withForm((order, form) -> {
      switch (form.text("decision").orElseThrow()) {
        case "accept" -> resolution.accept(order);
        case "correct" -> resolution.correct(order, Claim.of(form));
        default -> resolution.reject(order, form.text("reason").orElseThrow());
      }
    });
  }

  @Bean
  JavaDelegate unmarkFinalInvoiceDelegate() {
    return steps.of(settlements::unmarkFinal);
  }

  @Bean
  JavaDelegate matchTheInvoicesAgainDelegate() {
    return steps.of(rematching::matchAgain);
  }
}
