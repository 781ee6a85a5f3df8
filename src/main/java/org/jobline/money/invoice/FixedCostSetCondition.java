package org.jobline.money.invoice;

import org.jobline.action.OfferCondition;
import org.jobline.money.cost.CostService;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** A fixed cost is set. */
@Component
class FixedCostSetCondition implements OfferCondition {

  private final CostService costs;

  FixedCostSetCondition(CostService costs) {
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
