package org.jobline.sla;

import java.time.Instant;
import java.util.Optional;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** When a target is escalated to which level, as its clock counts the time. */
@Component
class EscalationTimes {

  private final EscalationRepository escalations;
  private final EscalationLevels levels;
  private final AgreedTargets agreed;
  private final SlaPauses pauses;
  private final WorkOrders orders;

  EscalationTimes(
      EscalationRepository escalations, EscalationLevels levels, AgreedTargets agreed, SlaPauses pauses,
      WorkOrders orders) {
    this.escalations = escalations;
    this.levels = levels;
    this.agreed = agreed;
    this.pauses = pauses;
    this.orders = orders;
  }

  /** Empty when the target was not agreed, or nobody is told at that level. */
  Optional<Instant> at(WorkOrder order, SlaRecord clock, TargetKind kind, int level) {
    return levels.find(level, order).flatMap(row -> clock.target(kind).map(target -> switch (level) {
      case Escalation.WARNING -> target.warning();
      case Escalation.BREACH -> target.due();
      default -> agreed.time(clock.aroundTheClock(), order.site(), order.contractor().orElse(null))
          .except(pauses.of(clock.savedId()))
          .usedUp(1 + row.overrun(), clock.startedAt(), target.due());
    }));
  }

  /** Works out again when missed targets are escalated further, after the clock's targets have moved or one is told. */
  @Transactional(propagation = Propagation.MANDATORY)
  void plan(SlaRecord clock) {
    escalations.told(clock).stream().filter(told -> told.level() >= Escalation.BREACH).forEach(told ->
        escalations.awaitNext(told,
            at(orders.get(told.order()), clock, told.target(), told.next().level()).orElse(null)));
  }
}
