package org.jobline.sla;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jobline.lifecycle.visit.Calls;
import org.jobline.order.OrderNumber;
import org.springframework.stereotype.Component;

/** An order was called in when its newest clock was started. */
@Component
class CallsOnTheClock implements Calls {

  private final SlaService slas;

  CallsOnTheClock(SlaService slas) {
    this.slas = slas;
  }

  @Override
  public Optional<Instant> last(OrderNumber number) {
    return calls(number).max(Instant::compareTo);
  }

  @Override
  public Optional<Instant> answeredAt(OrderNumber number, Instant came) {
    return calls(number).filter(call -> !call.isAfter(came)).max(Instant::compareTo)
        .or(() -> calls(number).min(Instant::compareTo));
  }

  private Stream<Instant> calls(OrderNumber number) {
    return slas.periods(number).stream().map(SlaPeriod::startedAt);
  }
}
