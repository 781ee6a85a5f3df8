package org.jobline.sla;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jobline.action.ActionKey;
import org.jobline.action.ActionLog;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.platform.time.WrittenTime;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells of targets that have passed, each once (domain/clock-and-mail.md, Timers). */
@Service
class BreachService {

  private static final ActionKey KEY = new ActionKey("sla-breached");

  private final SlaClockRepository clocks;
  private final WorkOrders orders;
  private final ReferenceData referenceData;
  private final ActionLog log;
  private final CurrentAction current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  BreachService(
      SlaClockRepository clocks, WorkOrders orders, ReferenceData referenceData, ActionLog log, CurrentAction current,
      ApplicationEventPublisher events, Clock clock) {
    this.clocks = clocks;
    this.orders = orders;
    this.referenceData = referenceData;
    this.log = log;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  /** Nothing when the target was met, moved or given up since it was found. */
  @Transactional(propagation = Propagation.MANDATORY)
  void tell(OrderNumber number, TargetKind target) {
    WorkOrder order = orders.lock(number);
    boolean isOpen = order.completedAt().isEmpty() && order.cancelledAt().isEmpty();
    clocks.newest(number.value())
        .filter(running -> isOpen && running.runs() && running.reachedAt(target) == null)
        .map(running -> running.due(target))
        .filter(due -> due.isBefore(clock.instant()))
        .ifPresent(due -> tell(order, target, due));
  }

  private void tell(WorkOrder order, TargetKind target, Instant due) {
    ZoneId zone = referenceData.site(order.site()).orElseThrow().timeZone();
    String words = target.words() + " was due " + WrittenTime.minute(due, zone);
    log.beginSystemActionIfNone(order.order(), KEY, "SLA breached");
    current.note(words);
    events.publishEvent(new SlaBreached(order.number(), words));
  }
}
