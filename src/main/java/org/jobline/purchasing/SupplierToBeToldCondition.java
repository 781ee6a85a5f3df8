package org.jobline.purchasing;

import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** The supplier is rung, and has still to be told of a change. */
@Component
class SupplierToBeToldCondition implements OfferCondition {

  private final PurchaseOrders purchases;

  SupplierToBeToldCondition(PurchaseOrders purchases) {
    this.purchases = purchases;
  }

  @Override
  public String name() {
    return "supplierToBeTold";
  }

  @Override
  public boolean holds(Order order) {
    PurchaseOrder purchase = purchases.of(order);
    return purchase.isByPhone() && purchase.isSheetWaiting();
  }

  @Override
  public String refusalReason() {
    return "the supplier knows of all changes";
  }
}
