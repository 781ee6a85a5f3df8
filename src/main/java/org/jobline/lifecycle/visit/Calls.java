package org.jobline.lifecycle.visit;

import java.time.Instant;
import java.util.Optional;
import org.jobline.order.OrderNumber;

/** Knows when orders were called in; answered where their clocks are kept, which follow the visits. */
public interface Calls {

  /** When the order was logged or last recalled; empty when nobody took the time. */
  Optional<Instant> last(OrderNumber number);

  /** The call that somebody who came then had answered; of several the last one before, else the first. */
  Optional<Instant> answeredAt(OrderNumber number, Instant came);
}
