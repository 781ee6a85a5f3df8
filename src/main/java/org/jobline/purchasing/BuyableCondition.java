package org.jobline.purchasing;

import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.jobline.referencedata.supplier.Suppliers;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** Something can be bought for the order: it is for work, and its client has somebody to buy from. */
@Component
class BuyableCondition implements OfferCondition {

  private final WorkOrders workOrders;
  private final Suppliers suppliers;

  BuyableCondition(WorkOrders workOrders, Suppliers suppliers) {
    this.workOrders = workOrders;
    this.suppliers = suppliers;
  }

  @Override
  public String name() {
    return "buyable";
  }

  @Override
  public boolean holds(Order order) {
    return workOrders.isWorkOrder(order) && !suppliers.ofClient(order.client()).isEmpty();
  }

  @Override
  public String refusalReason() {
    return "only work orders have this, and only if their client has a supplier";
  }
}
