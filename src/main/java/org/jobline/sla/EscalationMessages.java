package org.jobline.sla;

import java.time.Instant;
import java.time.ZoneId;
import org.jobline.action.ActionKey;
import org.jobline.action.ActionLog;
import org.jobline.action.CurrentAction;
import org.jobline.platform.time.WrittenTime;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.WorkOrder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Says on the order that a target is at risk or missed, and to those who are to be told. */
@Component
class EscalationMessages {

  private static final ActionKey AT_RISK = new ActionKey("sla-at-risk");
  private static final ActionKey BREACHED = new ActionKey("sla-breached");

  private final EscalationLevels levels;
  private final ReferenceData referenceData;
  private final ActionLog log;
  private final CurrentAction current;
  private final ApplicationEventPublisher events;

  EscalationMessages(
      EscalationLevels levels, ReferenceData referenceData, ActionLog log, CurrentAction current,
      ApplicationEventPublisher events) {
    this.levels = levels;
    this.referenceData = referenceData;
    this.log = log;
    this.current = current;
    this.events = events;
  }

  /** @param order taken for changing */
  void tell(WorkOrder order, Escalation escalation, Instant due) {
    boolean isWarning = escalation.level() == Escalation.WARNING;
    ZoneId zone = referenceData.site(order.site()).orElseThrow().timeZone();
    String words = escalation.target().words() + (isWarning ? " is due " : " was due ") + WrittenTime.minute(due, zone);
    log.beginSystemActionIfNone(order.order(), isWarning ? AT_RISK : BREACHED, label(escalation.level()));
    current.note(words);
    boolean tellsContacts =
        levels.find(escalation.level(), order).filter(EscalationLevels.Level::tellsContacts).isPresent();
    events.publishEvent(new SlaEscalated(order.number(), words, escalation.level(), tellsContacts));
  }

  private static String label(int level) {
    return switch (level) {
      case Escalation.WARNING -> "SLA target at risk";
      case Escalation.BREACH -> "SLA breached";
      default -> "SLA breached, level " + level;
    };
  }
}
