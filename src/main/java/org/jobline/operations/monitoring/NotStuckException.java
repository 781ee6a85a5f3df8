package org.jobline.operations.monitoring;

import org.jobline.order.Order;

/** An order is not put back while it waits for somebody or something; nothing was changed. */
class NotStuckException extends RuntimeException {

  NotStuckException(Order order) {
    super("Work order %s is %s and isn't stuck. Only a stuck order can be put back; "
        .formatted(order.number(), order.status()) + "use the order's menu instead.");
  }
}
