package org.jobline.sla;

import java.time.Instant;
import java.util.Optional;
import org.jobline.lifecycle.visit.Calls;
import org.jobline.order.OrderNumber;
import org.springframework.stereotype.Component;

/** An order was called in when its newest clock was started. */
@Component
class CallsOnTheClock implements Calls {

  private final Slas slas;

  CallsOnTheClock(Slas slas) {
    this.slas = slas;
  }

  @Override
  public Optional<Instant> last(OrderNumber number) {
    return slas.runnings(number).stream().map(Running::startedAt).max(Instant::compareTo);
  }
}
