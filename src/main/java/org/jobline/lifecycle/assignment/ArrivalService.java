package org.jobline.lifecycle.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jobline.action.CurrentAction;
import org.jobline.action.WaitingTasks;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.Rules;
import org.jobline.platform.time.WrittenTime;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds out from the contractor when it comes, and tries again when it cannot be reached. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class ArrivalService {

  private final WorkOrders orders;
  private final ReferenceData referenceData;
  private final Chasing chasing;
  private final WaitingTasks prompts;
  private final ApplicationEventPublisher events;
  private final CurrentAction current;
  private final Clock clock;

  ArrivalService(
      WorkOrders orders, ReferenceData referenceData, Chasing chasing, WaitingTasks prompts,
      ApplicationEventPublisher events, CurrentAction current, Clock clock) {
    this.orders = orders;
    this.referenceData = referenceData;
    this.chasing = chasing;
    this.prompts = prompts;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  /** An attempt at reaching the contractor failed; it is due again after the time the chase table says. */
  void countAttempt(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    Instant next = clock.instant().plus(chasing.after("no answer"));
    order.recordFailedContact(next);
    prompts.postponeUntil(order.order(), next);
    ZoneId zone = referenceData.site(order.site()).orElseThrow().timeZone();
    current.note("attempt " + order.contactAttempts() + ", try again " + WrittenTime.minuteWithoutYear(next, zone));
  }

  /** Asks for the time of arrival. */
  void requestEta(OrderNumber number, boolean byEmail) {
    orders.lock(number).etaRequested(clock.instant());
    if (byEmail) {
      events.publishEvent(new EtaRequested(number));
    }
  }

  /** @throws InvalidFieldsException when the time of arrival has passed */
  void setEta(OrderNumber number, Instant eta) {
    Rules.notInThePast("eta", "ETA", eta, clock);
    WorkOrder order = orders.lock(number);
    current.change("eta", order.eta().orElse(null), eta);
    order.setEta(eta);
    prompts.postponeUntil(order.order(), eta);
  }

  void reference(OrderNumber number, String reference) {
    WorkOrder order = orders.lock(number);
    current.change("resourceReference", order.contractorReference(), reference);
    order.setContractorReference(reference);
  }
}
