package org.jobline.purchasing;

import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks for suppliers to chase. The desk is told of each on its own, so that one that can't be holds up no other. */
@Service
class SupplierChaseWatch {

  /** The rest is found the next time. */
  private static final int AT_ONCE = 200;

  private final SupplierChaseRepository chases;
  private final RuntimeService runtime;
  private final Clock clock;

  SupplierChaseWatch(SupplierChaseRepository chases, @Lazy RuntimeService runtime, Clock clock) {
    this.chases = chases;
    this.runtime = runtime;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void look() {
    chases.takeDue(clock.instant(), AT_ONCE).forEach(due -> runtime.startProcessInstanceByKey(
        SupplierChaseSteps.PROCESS, due.order().value(), Map.of(SupplierChase.REASON, due.reason().name())));
  }
}
