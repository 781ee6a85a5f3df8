package org.jobline.purchasing;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.ActionKey;
import org.jobline.action.Fields;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.springframework.context.annotation.Bean;

/** What was delivered is invoiced. */
@StepsOf({"purchasing/purchase-settlement.bpmn", "purchasing/purchase-actions.bpmn"})
class SettlementSteps {

  static final ActionKey RECORD_INVOICE = new ActionKey("po-record-invoice");
  static final ActionKey RESOLVE_MISMATCH = new ActionKey("po-resolve-mismatch");

  private final PurchaseInvoiceService invoices;
  private final DeliveryService deliveries;
  private final PurchaseOrders orders;
  private final Steps steps;

  SettlementSteps(PurchaseInvoiceService invoices, DeliveryService deliveries, PurchaseOrders orders, Steps steps) {
    this.invoices = invoices;
    this.deliveries = deliveries;
    this.orders = orders;
    this.steps = steps;
  }

  /** Taken for changing, as the agent saw it who filled in the form. */
  private PurchaseOrder seen(OrderNumber number, Fields form) {
    PurchaseOrder order = orders.lock(number);
    PurchasingForms.seenDocuments(form).ifPresent(order::requireAllSeen);
    return order;
  }

  @Bean
  JavaDelegate completeThePurchaseDelegate() {
    return steps.of(deliveries::complete);
  }

  @Bean
  JavaDelegate reopenThePurchaseDelegate() {
    return steps.of(deliveries::reopen);
  }

  @Bean
  JavaDelegate recordPurchaseInvoiceDelegate() {
    return steps.withForm((order, form) -> {
      PurchaseOrder seen = seen(order, form);
      if (PurchasingForms.isCreditNote(form)) {
        FormErrors.at(FormErrors.OF_CREDIT_NOTES, () -> invoices.record(order, PurchasingForms.creditNote(form)));
      } else {
        FormErrors.at(FormErrors.OF_INVOICES, () -> invoices.record(order, PurchasingForms.invoice(form, seen)));
      }
    });
  }

  @Bean
  JavaDelegate recordPurchaseNotFinalDelegate() {
    return steps.withForm((order, form) -> FormErrors.at(FormErrors.OF_UNMARKING, () ->
        invoices.unmarkFinal(order, form.text("reason").orElseThrow())));
  }

  /** The oldest one that waits: the form shows it. */
  @Bean
  JavaDelegate resolvePurchaseInvoiceDelegate() {
    return steps.withForm((order, form) -> {
      String waiting = seen(order, form).waitingInvoice()
          .orElseThrow(() -> new InvalidFieldsException("decision", "No invoice is waiting for a decision any more."))
          .number().typed();
      FormErrors.at(FormErrors.OF_DECISIONS, () -> {
        if (form.text("decision").orElseThrow().equals("accept")) {
          invoices.accept(order, waiting, form.text("notes").orElse(""));
        } else {
          invoices.dispute(order, waiting, form.text("reason").orElseThrow());
        }
      });
    });
  }
}
