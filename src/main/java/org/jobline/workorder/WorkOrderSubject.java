package org.jobline.workorder;

import java.util.Optional;
import org.jobline.order.Order;
import org.jobline.order.OrderSubject;
import org.springframework.stereotype.Component;

/** A work order is about what its caller described. */
@Component
class WorkOrderSubject implements OrderSubject {

  private final WorkOrders workOrders;

  WorkOrderSubject(WorkOrders workOrders) {
    this.workOrders = workOrders;
  }

  @Override
  public Optional<String> of(Order order) {
    return workOrders.find(order).map(WorkOrder::description);
  }
}
