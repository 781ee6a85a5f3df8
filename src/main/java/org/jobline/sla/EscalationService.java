package org.jobline.sla;

import java.time.Clock;
import java.time.Instant;
import org.jobline.order.OrderNumber;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Warns of targets at risk and tells of missed ones, each level once (domain/clock-and-mail.md, Timers). */
@Service
class EscalationService {

  private final SlaClockRepository clocks;
  private final EscalationRepository escalations;
  private final EscalationTimes times;
  private final EscalationMessages messages;
  private final NextTargetService targets;
  private final WorkOrders orders;
  private final Clock clock;

  EscalationService(
      SlaClockRepository clocks, EscalationRepository escalations, EscalationTimes times, EscalationMessages messages,
      NextTargetService targets, WorkOrders orders, Clock clock) {
    this.clocks = clocks;
    this.escalations = escalations;
    this.times = times;
    this.messages = messages;
    this.targets = targets;
    this.orders = orders;
    this.clock = clock;
  }

  /** Nothing when the target was met, moved or given up since it was found. */
  @Transactional(propagation = Propagation.MANDATORY)
  void tell(OrderNumber number, TargetKind target, int level) {
    WorkOrder order = orders.lock(number);
    boolean isOpen = order.completedAt().isEmpty() && order.cancelledAt().isEmpty();
    clocks.newest(number.value())
        .filter(running -> isOpen && running.runs() && running.reachedAt(target) == null)
        .ifPresent(running -> {
          Escalation escalation = new Escalation(number, running.savedId(), target, level);
          times.at(order, running, target, level).ifPresent(at -> tell(order, running, escalation, at));
        });
  }

  private void tell(WorkOrder order, SlaRecord running, Escalation escalation, Instant at) {
    Instant now = clock.instant();
    Instant due = running.target(escalation.target()).orElseThrow().due();
    if (at.isAfter(now)) {
      escalations.takeBack(escalation);
      times.plan(running);
    } else if (escalation.level() != Escalation.WARNING) {
      messages.tell(order, escalation, due);
      times.plan(running);
    } else if (!now.isAfter(due)) {
      messages.tell(order, escalation, due);
      targets.decide(order.order(), running);
    }
  }
}
