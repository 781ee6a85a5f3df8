package org.jobline.lifecycle.assignment;

import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** The order has a contractor. */
@Component
class AllocatedCondition implements OfferCondition {

  private final WorkOrders workOrders;

  AllocatedCondition(WorkOrders workOrders) {
    this.workOrders = workOrders;
  }

  @Override
  public String name() {
    return "allocated";
  }

  @Override
  public boolean holds(Order order) {
    return workOrders.find(order).flatMap(WorkOrder::contractor).isPresent();
  }

  @Override
  public String refusalReason() {
    return "no contractor is allocated";
  }
}
