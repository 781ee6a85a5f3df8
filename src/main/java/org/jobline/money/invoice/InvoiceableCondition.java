package org.jobline.money.invoice;

import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** Something may still be invoiced, and nothing waits. */
@Component
class InvoiceableCondition implements OfferCondition {

  private final InvoiceService invoices;

  InvoiceableCondition(InvoiceService invoices) {
    this.invoices = invoices;
  }

  @Override
  public String name() {
    return "invoiceable";
  }

  @Override
  public boolean holds(Order order) {
    return !invoices.isSettled(order.number()) && invoices.waiting(order.number()).isEmpty();
  }

  @Override
  public String refusalReason() {
    return "it has a final invoice, or one waiting for finance";
  }
}
