package org.jobline.purchasing;

import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** An invoice waits for finance. */
@Component
class PurchaseInvoiceHeldCondition implements OfferCondition {

  private final PurchaseOrders purchases;

  PurchaseInvoiceHeldCondition(PurchaseOrders purchases) {
    this.purchases = purchases;
  }

  @Override
  public String name() {
    return "purchaseInvoiceHeld";
  }

  @Override
  public boolean holds(Order order) {
    return purchases.of(order).waitingInvoice().isPresent();
  }

  @Override
  public String refusalReason() {
    return "no invoice is waiting for finance";
  }
}
