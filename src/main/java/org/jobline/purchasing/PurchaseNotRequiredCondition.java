package org.jobline.purchasing;

import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** Something was marked as no longer required. */
@Component
class PurchaseNotRequiredCondition implements OfferCondition {

  private final PurchaseOrders purchases;

  PurchaseNotRequiredCondition(PurchaseOrders purchases) {
    this.purchases = purchases;
  }

  @Override
  public String name() {
    return "purchaseNotRequired";
  }

  @Override
  public boolean holds(Order order) {
    return purchases.of(order).lines().stream().anyMatch(line -> line.notRequired().isPositive());
  }

  @Override
  public String refusalReason() {
    return "nothing was marked as no longer required";
  }
}
