package org.jobline.visit;

import org.jobline.action.OfferCondition;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** Somebody has been on site. */
@Component
class Visited implements OfferCondition {

  private final Visits visits;

  Visited(Visits visits) {
    this.visits = visits;
  }

  @Override
  public String name() {
    return "visited";
  }

  @Override
  public boolean holds(WorkOrder order) {
    return !visits.of(order.number()).isEmpty();
  }

  @Override
  public String otherwise() {
    return "nobody has been on site yet";
  }
}
