package org.jobline.lifecycle.visit;

import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** No request for additional engineers is open. */
@Component
class EngineersDecidedCondition implements OfferCondition {

  private final EngineerApprovalService engineers;

  EngineersDecidedCondition(EngineerApprovalService engineers) {
    this.engineers = engineers;
  }

  @Override
  public String name() {
    return "engineersDecided";
  }

  @Override
  public boolean holds(Order order) {
    return engineers.open(order.number()).isEmpty();
  }

  @Override
  public String refusalReason() {
    return "a request for additional engineers is already open";
  }
}
