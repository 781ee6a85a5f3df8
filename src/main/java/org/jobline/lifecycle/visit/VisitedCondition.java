package org.jobline.lifecycle.visit;

import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** Somebody has been on site. */
@Component
class VisitedCondition implements OfferCondition {

  private final VisitService visits;

  VisitedCondition(VisitService visits) {
    this.visits = visits;
  }

  @Override
  public String name() {
    return "visited";
  }

  @Override
  public boolean holds(Order order) {
    return !visits.of(order.number()).isEmpty();
  }

  @Override
  public String refusalReason() {
    return "nobody has been on site yet";
  }
}
