package org.jobline.purchasing;

import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** There is a receipt, return or dispatch to undo. */
@Component
class PurchaseDeliveredCondition implements OfferCondition {

  private final PurchaseOrders purchases;

  PurchaseDeliveredCondition(PurchaseOrders purchases) {
    this.purchases = purchases;
  }

  @Override
  public String name() {
    return "purchaseDelivered";
  }

  @Override
  public boolean holds(Order order) {
    return !purchases.of(order).documentsToUndo().isEmpty();
  }

  @Override
  public String refusalReason() {
    return "nothing was dispatched, received or returned";
  }
}
