package org.jobline.lifecycle;

import java.time.Clock;
import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** Inside the recall period of a completed order. */
@Component
class RecallableCondition implements OfferCondition {

  private final WorkOrders workOrders;
  private final Clock clock;

  RecallableCondition(WorkOrders workOrders, Clock clock) {
    this.workOrders = workOrders;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "recallable";
  }

  @Override
  public boolean holds(Order order) {
    return workOrders.find(order).flatMap(WorkOrder::recallUntil).filter(end -> !clock.instant().isAfter(end)).isPresent();
  }

  @Override
  public String refusalReason() {
    return "its recall period is over";
  }
}
