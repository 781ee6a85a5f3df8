package org.jobline.purchasing;

import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** An invoice was accepted as the last one. */
@Component
class PurchaseInvoicedForGoodCondition implements OfferCondition {

  private final PurchaseOrders purchases;

  PurchaseInvoicedForGoodCondition(PurchaseOrders purchases) {
    this.purchases = purchases;
  }

  @Override
  public String name() {
    return "purchaseInvoicedForGood";
  }

  @Override
  public boolean holds(Order order) {
    return purchases.of(order).invoices().finalAccepted().isPresent();
  }

  @Override
  public String refusalReason() {
    return "no invoice was the final one";
  }
}
