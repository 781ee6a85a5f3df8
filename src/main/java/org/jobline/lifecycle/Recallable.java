package org.jobline.lifecycle;

import java.time.Clock;
import org.jobline.action.OfferCondition;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** Inside the recall period of a completed order. */
@Component
class Recallable implements OfferCondition {

  private final Clock clock;

  Recallable(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "recallable";
  }

  @Override
  public boolean holds(WorkOrder order) {
    return order.recallUntil().filter(end -> !clock.instant().isAfter(end)).isPresent();
  }

  @Override
  public String otherwise() {
    return "its recall period is over";
  }
}
