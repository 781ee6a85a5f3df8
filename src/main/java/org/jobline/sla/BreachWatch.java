package org.jobline.sla;

import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks for targets that have passed. Each is told of on its own, so that one that can't be holds up no other. */
@Service
class BreachWatch {

  /** Variable of the process that tells of one. */
  static final String TARGET = "target";

  /** The rest is found the next time. */
  private static final int AT_ONCE = 200;

  private final BreachRepository breaches;
  private final RuntimeService runtime;
  private final Clock clock;

  BreachWatch(BreachRepository breaches, @Lazy RuntimeService runtime, Clock clock) {
    this.breaches = breaches;
    this.runtime = runtime;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void look() {
    breaches.untold(clock.instant(), AT_ONCE).stream()
        .filter(breach -> breaches.noteTold(breach, clock.instant()))
        .forEach(breach -> runtime.startProcessInstanceByKey(
            BreachSteps.PROCESS, breach.order().value(), Map.of(TARGET, breach.target().name())));
  }
}
