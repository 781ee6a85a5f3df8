package org.jobline.lifecycle.meter;

import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** The site has meters. */
@Component
class MeteredCondition implements OfferCondition {

  private final MeterService meters;

  MeteredCondition(MeterService meters) {
    this.meters = meters;
  }

  @Override
  public String name() {
    return "metered";
  }

  @Override
  public boolean holds(Order order) {
    return !meters.at(order.site()).isEmpty();
  }

  @Override
  public String refusalReason() {
    return "its site has no meters";
  }
}
