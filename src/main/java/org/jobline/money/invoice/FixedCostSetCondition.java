package org.jobline.money.invoice;

import org.jobline.action.OfferCondition;
import org.jobline.money.cost.Costs;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** A fixed cost is set. */
@Component
class FixedCostSetCondition implements OfferCondition {

  private final Costs costs;

  FixedCostSetCondition(Costs costs) {
    this.costs = costs;
  }

  @Override
  public String name() {
    return "fixedCostSet";
  }

  @Override
  public boolean holds(Order order) {
    return costs.fixedCost(order.number()).isPresent();
  }

  @Override
  public String refusalReason() {
    return "it has no fixed cost";
  }
}
