package org.jobline.lifecycle;

import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** The order is for work at a site; one that buys something is not. */
@Component
class WorkOrderCondition implements OfferCondition {

  private final WorkOrders workOrders;

  WorkOrderCondition(WorkOrders workOrders) {
    this.workOrders = workOrders;
  }

  @Override
  public String name() {
    return "workOrder";
  }

  @Override
  public boolean holds(Order order) {
    return workOrders.isWorkOrder(order);
  }

  @Override
  public String refusalReason() {
    return "only work orders have this";
  }
}
