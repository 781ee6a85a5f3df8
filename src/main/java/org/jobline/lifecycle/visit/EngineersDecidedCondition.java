package org.jobline.lifecycle.visit;

import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** Engineers may come, and no request for additional ones is open. */
@Component
class EngineersDecidedCondition implements OfferCondition {

  private final EngineerApprovalService engineers;
  private final WorkOrders workOrders;

  EngineersDecidedCondition(EngineerApprovalService engineers, WorkOrders workOrders) {
    this.engineers = engineers;
    this.workOrders = workOrders;
  }

  @Override
  public String name() {
    return "engineersDecided";
  }

  @Override
  public boolean holds(Order order) {
    return workOrders.isWorkOrder(order) && engineers.open(order.number()).isEmpty();
  }

  @Override
  public String refusalReason() {
    return "a request for additional engineers is already open";
  }
}
