package org.jobline.monitoring;

import org.jobline.order.Order;

/** An order is not put back while it waits for somebody or something; nothing was changed. */
class NotStuck extends RuntimeException {

  NotStuck(Order order) {
    super("Work order %s is %s and waits for somebody or something. Only an order that nothing can move on any more is "
        .formatted(order.number(), order.status()) + "put back; what it offers is done from its menu.");
  }
}
