package org.jobline.lifecycle.batch;

import java.time.Instant;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;

/**
 * An order that waits for others under a rule.
 *
 * @param heldIn the status it waits in; once it has another, it waits no more
 */
record BatchHold(OrderNumber order, BatchRule rule, Instant since, String heldIn) {

  boolean isStillHeld(Order order) {
    return order.status().code().value().equals(heldIn);
  }

  /** When it has waited long enough. */
  Instant releaseAt() {
    return rule.releaseAt(since);
  }
}
