package org.jobline.lifecycle.visit;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.Rules;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records who was on site when (domain/agent-actions.md, start-job, stop-job). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AttendanceRecording {

  private final VisitRecords visits;
  private final WorkOrders orders;
  private final VisitChecks checks;
  private final ApplicationEventPublisher events;
  private final CurrentAction current;
  private final Clock clock;

  AttendanceRecording(
      VisitRecords visits, WorkOrders orders, VisitChecks checks, ApplicationEventPublisher events,
      CurrentAction current, Clock clock) {
    this.visits = visits;
    this.orders = orders;
    this.checks = checks;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Somebody is on site.
   *
   * @throws InvalidFieldsException when the site, the work or the order's earlier visits do not allow it
   */
  public void start(OrderNumber number, Start start) {
    WorkOrder order = orders.lock(number);
    checks.start(order, start);
    record(number, start);
  }

  /**
   * A visit that was made without the desk being asked first, so that only its times and numbers can be checked.
   *
   * @throws InvalidFieldsException when the order's earlier visits or the approved number of engineers do not allow it
   */
  public void record(OrderNumber number, Start start) {
    WorkOrder order = orders.lock(number);
    checks.attending(number, start.attending());
    Optional<Instant> lastStop = lastStop(number);
    Instant at = lastStop.map(stop -> Rules.notBeforeMinuteOf(stop, start.at())).orElse(start.at());
    Rules.notInTheFuture("start", "Started at", at, clock);
    lastStop.filter(at::isBefore).ifPresent(stop -> {
      throw new InvalidFieldsException("start", "Started at must be after the previous visit, which ended on "
          + checks.shown(order, stop) + ".");
    });
    visits.save(Visit.started(number.value(), order.contractor().orElse(null), order.isDayRate(),
        start.engineer(), start.reportedBy(), start.attending(), start.permitNumber(), at));
    order.setEta(null);
    events.publishEvent(new VisitStarted(number, at));
  }

  /**
   * The visit under way ends.
   *
   * @throws InvalidFieldsException when the times do not fit
   */
  public void stop(OrderNumber number, Stop stop) {
    Visit visit = open(number).orElseThrow(() ->
        new InvalidFieldsException("stoppedAt", "Nobody is on site. Start a visit first."));
    WorkOrder order = orders.lock(number);
    Instant at = Rules.notBeforeMinuteOf(visit.startedAt(), stop.at());
    if (at.isBefore(visit.startedAt())) {
      throw new InvalidFieldsException("stoppedAt", "Stopped at can't be before the start, "
          + checks.shown(order, visit.startedAt()) + ".");
    }
    Rules.notInTheFuture("stoppedAt", "Stopped at", at, clock);
    int attending = stop.attending() == null ? visit.attending() : stop.attending();
    checks.attending(number, attending);
    current.change("attending", visit.attending(), attending);
    visits.save(visit.attendedBy(attending).stopped(
        at, stop.completed() ? "completed" : "revisit required", stop.reasons(), stop.partsCost()));
    if (!stop.completed()) {
      expectRevisit(order, stop);
    }
    events.publishEvent(new VisitEnded(number, at, stop.completed(), !stop.completed() && stop.temporaryFix()));
  }

  private void expectRevisit(WorkOrder order, Stop stop) {
    if (stop.revisitEta() != null) {
      Rules.notInThePast("revisitEta", "Revisit ETA", stop.revisitEta(), clock);
    }
    current.change("eta", order.eta().orElse(null), stop.revisitEta());
    order.setEta(stop.revisitEta());
    current.note("revisit needed: " + String.join(", ", stop.reasons()));
  }

  /**
   * Puts right when a visit was and how many came. What was recorded and stays is not asked about again.
   *
   * @param stop empty while the visit goes on
   * @param attending empty: as many as were recorded
   * @throws InvalidFieldsException when the times do not fit the visit, its call or the others, or more came than were
   *     approved for it
   */
  public void amend(
      OrderNumber number, long id, Instant start, Optional<Instant> stop, Optional<Integer> attending) {
    WorkOrder order = orders.lock(number);
    List<Visit> all = of(number);
    Visit visit = all.stream().filter(candidate -> candidate.savedId() == id).findFirst().orElseThrow();
    Instant from = Rules.notBeforeMinuteOf(visit.startedAt(), start);
    Instant to = amendedStop(visit, stop);
    Rules.notInTheFuture("start", "Started at", from, clock);
    if (!from.equals(visit.startedAt())) {
      checks.amendedStart(order, visit, from);
    }
    if (to != null) {
      Rules.notInTheFuture("stop", "Stopped at", to, clock);
      if (!to.isAfter(from)) {
        throw new InvalidFieldsException("stop", "Stopped at must be after Started at.");
      }
    }
    all.stream().filter(other -> other.savedId() != id && other.overlaps(from, to, clock.instant())).findFirst()
        .ifPresent(other -> {
          throw new InvalidFieldsException("start", "These times overlap the visit that started on "
              + checks.shown(order, other.startedAt()) + ".");
        });
    int came = attending.orElse(visit.attending());
    if (came != visit.attending()) {
      checks.attended(number, all.indexOf(visit) + 1, came);
    }
    current.change("start", visit.startedAt(), from);
    current.change("stop", visit.stoppedAt(), to);
    current.change("attending", visit.attending(), came);
    visits.save(visit.at(from, to).attendedBy(came));
    events.publishEvent(new VisitAmended(
        number, of(number).stream().map(Visit::startedAt).toList(), visit.stoppedAt(), to));
  }

  private static @Nullable Instant amendedStop(Visit visit, Optional<Instant> stop) {
    if (visit.isOpen() == stop.isPresent()) {
      throw new InvalidFieldsException("stop", visit.isOpen()
          ? "Leave Stopped at blank: they are still on site. Use Stop Job to end the visit."
          : "Stopped at is required: this visit has ended.");
    }
    return stop.map(typed -> Rules.notBeforeMinuteOf(visit.ended(), typed)).orElse(null);
  }

  /** Ends the attendance although the work was not done; a visit still open ends now. */
  public void giveUp(OrderNumber number, String reason) {
    open(number).ifPresent(visit -> visits.save(
        visit.stopped(clock.instant(), "not completed", List.of(reason), BigDecimal.ZERO)));
    events.publishEvent(new WorkGivenUp(number));
  }

  private Optional<Visit> open(OrderNumber number) {
    return of(number).stream().filter(Visit::isOpen).findFirst();
  }

  private Optional<Instant> lastStop(OrderNumber number) {
    return of(number).stream().filter(visit -> !visit.isOpen()).map(Visit::stoppedAt).max(Instant::compareTo);
  }

  private List<Visit> of(OrderNumber number) {
    return visits.findByOrderNumberOrderByStartedAt(number.value());
  }
}
