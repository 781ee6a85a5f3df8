package org.jobline.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jobline.action.CurrentAction;
import org.jobline.messaging.recipients.OrderMails;
import org.jobline.money.authorisation.Authorisations;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFields;
import org.jobline.referencedata.estate.Estate;
import org.jobline.referencedata.resource.Agreement;
import org.jobline.referencedata.resource.Resources;
import org.jobline.sla.Slas;
import org.jobline.visit.Engineers;
import org.jobline.visit.Visits;
import org.jobline.workorder.Schedule;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends orders and brings them back: completion, recall, cancellation, reinstatement (domain/statuses.md). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Lifecycles {

  private final WorkOrders orders;
  private final Estate estate;
  private final Resources resources;
  private final Visits visits;
  private final Engineers engineers;
  private final Attendances attendances;
  private final Slas slas;
  private final OrderMails mails;
  private final Authorisations authorisations;
  private final CurrentAction current;
  private final Clock clock;

  Lifecycles(
      WorkOrders orders, Estate estate, Resources resources, Visits visits, Engineers engineers,
      Attendances attendances, Slas slas, OrderMails mails, Authorisations authorisations, CurrentAction current,
      Clock clock) {
    this.orders = orders;
    this.estate = estate;
    this.resources = resources;
    this.visits = visits;
    this.engineers = engineers;
    this.attendances = attendances;
    this.slas = slas;
    this.mails = mails;
    this.authorisations = authorisations;
    this.current = current;
    this.clock = clock;
  }

  void complete(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    Instant now = clock.instant();
    order.complete(now, now.plus(recallPeriod(order)));
    slas.decideAgain(number);
    engineers.withdraw(number);
  }

  /** The contract's period if it names one, else the client's. */
  private Duration recallPeriod(WorkOrder order) {
    int days = order.resource()
        .flatMap(resource -> resources.agreement(resource, order.client(), order.site(), order.workType(),
            clock.instant().atZone(ZoneOffset.UTC).toLocalDate()))
        .map(Agreement::recallDays)
        .orElseGet(() -> estate.client(order.client()).orElseThrow().recallDays());
    return Duration.ofDays(days);
  }

  void tellCompleted(OrderNumber number) {
    mails.completed(orders.lock(number));
  }

  /** Calls a completed order back under a new clock. */
  void recall(OrderNumber number, String priority) {
    WorkOrder order = orders.lock(number);
    current.change("priority", order.priority(), priority);
    String scheduled = order.schedule().map(Schedule::words).orElse(null);
    order.recall(priority);
    engineers.lapse(number);
    current.change("schedule", scheduled, order.schedule().orElseThrow().words());
    slas.start(number, order.client(), order.site(), order.resource().orElse(null), priority, clock.instant());
  }

  void cancel(OrderNumber number) {
    orders.lock(number).order().cancel(clock.instant());
    slas.stop(number);
    engineers.lapse(number);
  }

  void tellCancelled(OrderNumber number) {
    mails.cancelled(orders.lock(number));
  }

  /** Brings a cancelled order back, and records the visit that was made meanwhile if there was one. */
  void reinstate(OrderNumber number, Reinstatement reinstatement) {
    WorkOrder order = orders.lock(number);
    slas.resume(number);
    reinstatement.visit().ifPresent(visit -> {
      if (order.resource().isEmpty()) {
        throw new InvalidFields("how",
            "Reinstate to previous status: the order has no contractor who could have attended.");
      }
      visits.record(number, visit.start());
      attendances.stop(number, visit.stop());
    });
    authorisations.reinstate(number, reinstatement.authorisation());
    order.order().reinstate();
    slas.decideAgain(number);
  }

  /**
   * Tells the building that a visit made meanwhile did the work, or else the resource that the order it had been sent
   * is on again, unless that has to be authorised first.
   */
  void tellReinstated(OrderNumber number, Reinstatement reinstatement) {
    WorkOrder order = orders.lock(number);
    if (reinstatement.visit().filter(visit -> visit.stop().completed()).isPresent()) {
      mails.completed(order);
    } else if (order.sentAt().isPresent() && reinstatement.visit().isEmpty() && !reinstatement.isToBeAuthorised()) {
      mails.assignedAgain(order);
    }
  }
}
