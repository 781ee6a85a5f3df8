package org.jobline.assignment;

import org.jobline.action.OfferCondition;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** The order has a resource. */
@Component
class Allocated implements OfferCondition {

  @Override
  public String name() {
    return "allocated";
  }

  @Override
  public boolean holds(WorkOrder order) {
    return order.resource().isPresent();
  }

  @Override
  public String otherwise() {
    return "no contractor is allocated";
  }
}
