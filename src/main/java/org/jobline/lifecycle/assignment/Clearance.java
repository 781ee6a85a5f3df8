package org.jobline.lifecycle.assignment;

import org.jobline.order.Order;

/** Knows what may be sent to a contractor; answered where costs are authorised. */
public interface Clearance {

  /** Whether the order waits for somebody's word, or has to before it goes on. */
  boolean isNeeded(Order order);
}
