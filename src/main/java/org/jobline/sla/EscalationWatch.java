package org.jobline.sla;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for targets that are at risk or have passed. Each is told of on its own, so that one that can't be holds up no
 * other.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class EscalationWatch {

  /** Variables of the processes that tell of one. */
  static final String TARGET = "target";
  static final String LEVEL = "level";

  /** The rest is found the next time. */
  private static final int AT_ONCE = 200;

  private final EscalationRepository escalations;
  private final RuntimeService runtime;
  private final Clock clock;

  EscalationWatch(EscalationRepository escalations, @Lazy RuntimeService runtime, Clock clock) {
    this.escalations = escalations;
    this.runtime = runtime;
    this.clock = clock;
  }

  void findAtRisk() {
    Instant now = clock.instant();
    tell(EscalationSteps.WARNING_PROCESS, escalations.atRisk(now, AT_ONCE), now);
  }

  void findMissed() {
    Instant now = clock.instant();
    tell(EscalationSteps.PROCESS, escalations.missed(now, AT_ONCE), now);
  }

  void findMissedByMore() {
    Instant now = clock.instant();
    tell(EscalationSteps.PROCESS, escalations.missedByMore(now, AT_ONCE), now);
  }

  private void tell(String process, List<Escalation> found, Instant now) {
    found.stream()
        .filter(escalation -> escalations.noteTold(escalation, now))
        .forEach(escalation -> runtime.startProcessInstanceByKey(process, escalation.order().value(),
            Map.of(TARGET, escalation.target().name(), LEVEL, escalation.level())));
  }
}
