package org.jobline.lifecycle.meter;

import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** The site has meters, and somebody goes there who may read them. */
@Component
class MeteredCondition implements OfferCondition {

  private final MeterService meters;
  private final WorkOrders workOrders;

  MeteredCondition(MeterService meters, WorkOrders workOrders) {
    this.meters = meters;
    this.workOrders = workOrders;
  }

  @Override
  public String name() {
    return "metered";
  }

  @Override
  public boolean holds(Order order) {
    return workOrders.isWorkOrder(order) && !meters.at(order.site()).isEmpty();
  }

  @Override
  public String refusalReason() {
    return "its site has no meters";
  }
}
