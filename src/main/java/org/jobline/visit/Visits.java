package org.jobline.visit;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFields;
import org.jobline.platform.error.Rules;
import org.jobline.referencedata.estate.Estate;
import org.jobline.sla.Running;
import org.jobline.sla.Slas;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records who was on site when (domain/agent-actions.md, start-job, stop-job). */
@Service
public class Visits {

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK);

  private final VisitRecords visits;
  private final WorkOrders orders;
  private final Estate estate;
  private final Slas slas;
  private final Engineers engineers;
  private final CurrentAction current;
  private final Clock clock;

  Visits(
      VisitRecords visits, WorkOrders orders, Estate estate, Slas slas, Engineers engineers, CurrentAction current,
      Clock clock) {
    this.visits = visits;
    this.orders = orders;
    this.estate = estate;
    this.slas = slas;
    this.engineers = engineers;
    this.current = current;
    this.clock = clock;
  }

  /** The order's visits, oldest first. */
  @Transactional(readOnly = true)
  public List<Visit> of(OrderNumber number) {
    return visits.findByOrderNumberOrderByStartedAt(number.value());
  }

  /** Those of the order's visits that went on with the one before after a break within the client's period. */
  @Transactional(readOnly = true)
  public List<Visit> resumed(WorkOrder order) {
    Duration shortBreak = estate.client(order.client()).orElseThrow().shortBreak();
    List<Visit> all = of(order.number());
    return IntStream.range(1, all.size())
        .filter(i -> all.get(i).resumes(all.get(i - 1), shortBreak))
        .mapToObj(all::get)
        .toList();
  }

  /** Whether the first who came did the work, a short break left aside; empty before it was done on site. */
  @Transactional(readOnly = true)
  public Optional<Boolean> isFixedFirstTime(WorkOrder order) {
    List<Visit> all = of(order.number());
    List<Visit> resumed = resumed(order);
    return all.stream().filter(Visit::completed).findFirst().map(done ->
        all.subList(0, all.indexOf(done) + 1).stream().skip(1).allMatch(resumed::contains));
  }

  /**
   * Somebody is on site.
   *
   * @throws InvalidFields when the site, the work or the order's earlier visits do not allow it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void start(OrderNumber number, Start start) {
    WorkOrder order = orders.lock(number);
    checkConditions(order, start);
    slas.runnings(number).stream().map(Running::startedAt).max(Instant::compareTo)
        .filter(called -> Rules.following(called, start.at()).isBefore(called))
        .ifPresent(called -> {
          throw new InvalidFields("start", "Started at can't be before the order was logged or recalled, on "
              + shown(order, called) + ".");
        });
    record(number, start);
  }

  /**
   * A visit that was made without the desk being asked first, so that only its times and numbers can be checked.
   *
   * @throws InvalidFields when the order's earlier visits or the approved number of engineers do not allow it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(OrderNumber number, Start start) {
    WorkOrder order = orders.lock(number);
    checkAttending(number, start.attending());
    Optional<Instant> lastStop = lastStop(number);
    Instant at = lastStop.map(stop -> Rules.following(stop, start.at())).orElse(start.at());
    Rules.notInTheFuture("start", "Started at", at, clock);
    lastStop.filter(at::isBefore).ifPresent(stop -> {
      throw new InvalidFields("start", "Started at must be after the previous visit, which ended on "
          + shown(order, stop) + ".");
    });
    visits.save(Visit.started(number.value(), order.resource().orElse(null), order.isByTheDay(),
        start.engineer(), start.reportedBy(), start.attending(), start.permitNumber(), at));
    slas.responded(number, at);
    order.expectArrival(null);
  }

  /**
   * The visit under way ends.
   *
   * @throws InvalidFields when the times do not fit
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void stop(OrderNumber number, Stop stop) {
    Visit visit = open(number).orElseThrow(() ->
        new InvalidFields("stoppedAt", "Nobody is on site. Start a visit first."));
    WorkOrder order = orders.lock(number);
    Instant at = Rules.following(visit.startedAt(), stop.at());
    if (at.isBefore(visit.startedAt())) {
      throw new InvalidFields("stoppedAt", "Stopped at can't be before the start, "
          + shown(order, visit.startedAt()) + ".");
    }
    Rules.notInTheFuture("stoppedAt", "Stopped at", at, clock);
    int attending = stop.attending() == null ? visit.attending() : stop.attending();
    checkAttending(number, attending);
    current.change("attending", visit.attending(), attending);
    visits.save(visit.attendedBy(attending).stopped(at, stop.completed() ? "completed" : "revisit required", stop.reasons(),
        stop.partsCost()));
    if (stop.completed()) {
      slas.fixed(number, at);
    } else {
      if (stop.temporaryFix()) {
        slas.temporarilyFixed(number, at);
      }
      expectRevisit(order, stop);
    }
  }

  private void checkAttending(OrderNumber number, int attending) {
    int cap = engineers.cap(number);
    if (attending > cap) {
      throw new InvalidFields("attending", "Number attending can't be more than " + cap
          + ", the number of engineers approved.");
    }
  }

  private void expectRevisit(WorkOrder order, Stop stop) {
    if (stop.revisitEta() != null) {
      Rules.notInThePast("revisitEta", "Revisit ETA", stop.revisitEta(), clock);
    }
    current.change("eta", order.eta().orElse(null), stop.revisitEta());
    order.expectArrival(stop.revisitEta());
    current.note("revisit needed: " + String.join(", ", stop.reasons()));
  }

  /**
   * Puts the times of a visit right; the SLA results follow, the cost is the caller's affair.
   *
   * @param stop empty while the visit goes on
   * @throws InvalidFields when the times do not fit the visit or the others
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void amend(OrderNumber number, long id, Instant start, Optional<Instant> stop) {
    WorkOrder order = orders.lock(number);
    List<Visit> all = of(number);
    Visit visit = all.stream().filter(candidate -> candidate.savedId() == id).findFirst().orElseThrow();
    Instant from = Rules.following(visit.startedAt(), start);
    Instant to = amendedStop(visit, stop);
    Rules.notInTheFuture("start", "Started at", from, clock);
    if (to != null) {
      Rules.notInTheFuture("stop", "Stopped at", to, clock);
      if (!to.isAfter(from)) {
        throw new InvalidFields("stop", "Stopped at must be after Started at.");
      }
    }
    all.stream().filter(other -> other.savedId() != id && other.overlaps(from, to, clock.instant())).findFirst()
        .ifPresent(other -> {
          throw new InvalidFields("start", "These times overlap the visit that started on "
              + shown(order, other.startedAt()) + ".");
        });
    current.change("start", visit.startedAt().toString(), from.toString());
    current.change("stop", String.valueOf(visit.stoppedAt()), String.valueOf(to));
    visits.save(visit.at(from, to));
    slas.amended(number, of(number).stream().map(Visit::startedAt).toList(), visit.stoppedAt(), to);
  }

  private static @Nullable Instant amendedStop(Visit visit, Optional<Instant> stop) {
    if (visit.isOpen() == stop.isPresent()) {
      throw new InvalidFields("stop", visit.isOpen()
          ? "Leave Stopped at blank: they are still on site. Use Stop Job to end the visit."
          : "Stopped at is required: this visit has ended.");
    }
    return stop.map(typed -> Rules.following(visit.ended(), typed)).orElse(null);
  }

  /** Ends the attendance although the work was not done; a visit still open ends now. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void giveUp(OrderNumber number, String reason) {
    open(number).ifPresent(visit -> visits.save(
        visit.stopped(clock.instant(), "not completed", List.of(reason), BigDecimal.ZERO)));
  }

  private void checkConditions(WorkOrder order, Start start) {
    boolean register = estate.site(order.site()).orElseThrow().asbestosRegister();
    if (register && !start.asbestosRead()) {
      throw new InvalidFields("asbestosRead", "Tick “Asbestos register read”: this site has a register.");
    }
    boolean permit = estate.workType(order.workType()).orElseThrow().permitRequired();
    if (permit && start.permitNumber() == null) {
      throw new InvalidFields("permitNumber", "Permit number is required for this work type.");
    }
  }

  private String shown(WorkOrder order, Instant instant) {
    return SHOWN.format(instant.atZone(estate.site(order.site()).orElseThrow().timeZone()));
  }

  private Optional<Visit> open(OrderNumber number) {
    return of(number).stream().filter(Visit::isOpen).findFirst();
  }

  private Optional<Instant> lastStop(OrderNumber number) {
    return of(number).stream().filter(visit -> !visit.isOpen()).map(Visit::stoppedAt).max(Instant::compareTo);
  }
}
