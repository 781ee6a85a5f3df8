package org.jobline.sla;

import org.jobline.order.OrderNumber;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts the clock of an order that was just logged. */
@Service
class OrderClock {

  private final WorkOrders orders;
  private final SlaService slas;

  OrderClock(WorkOrders orders, SlaService slas) {
    this.orders = orders;
    this.slas = slas;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void start(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    slas.start(
        number, order.client(), order.site(), order.contractor().orElse(null), order.priority(), order.loggedAt());
    order.schedule().ifPresent(schedule -> slas.schedule(number, schedule));
  }
}
