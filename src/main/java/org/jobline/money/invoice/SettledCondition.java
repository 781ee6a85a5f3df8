package org.jobline.money.invoice;

import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** A final invoice was accepted. */
@Component
class SettledCondition implements OfferCondition {

  private final InvoiceService invoices;

  SettledCondition(InvoiceService invoices) {
    this.invoices = invoices;
  }

  @Override
  public String name() {
    return "settled";
  }

  @Override
  public boolean holds(Order order) {
    return invoices.isSettled(order.number());
  }

  @Override
  public String refusalReason() {
    return "it has no final invoice";
  }
}
