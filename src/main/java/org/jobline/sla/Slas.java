package org.jobline.sla;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobline.action.Performing;
import org.jobline.engine.DecisionTables;
import org.jobline.estate.Estate;
import org.jobline.resource.Resources;
import org.jobline.time.OpeningHours;
import org.jobline.workorder.OrderNumber;
import org.jobline.workorder.Schedule;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How orders stand against what was agreed with their clients (domain/clock-and-mail.md, SLA). */
@Service
public class Slas {

  private static final String TARGETS = "sla-targets";
  private static final double WARNING = 0.75;
  /** An appointment at a time is kept when somebody is there a little later. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final SlaClockRepository clocks;
  private final WorkOrders orders;
  private final Estate estate;
  private final Resources resources;
  private final DecisionTables decisionTables;
  private final Performing performing;
  private final Clock clock;

  Slas(
      SlaClockRepository clocks, WorkOrders orders, Estate estate, Resources resources,
      DecisionTables decisionTables, Performing performing, Clock clock) {
    this.clocks = clocks;
    this.orders = orders;
    this.estate = estate;
    this.resources = resources;
    this.decisionTables = decisionTables;
    this.performing = performing;
    this.clock = clock;
  }

  /**
   * Starts a clock: for an order that is logged, or recalled. As long as nobody says that the equipment still works,
   * the targets are those for equipment that is down.
   *
   * @param resource null while there is none; its opening hours count as well as the site's
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void start(
      OrderNumber number, String client, String site, @Nullable String resource, String priority, Instant at) {
    clocks.save(computed(number, new Terms(client, site, resource, priority, null), at));
  }

  /** All runnings of the order's clock, first one first. */
  @Transactional(readOnly = true)
  public List<Running> runnings(OrderNumber number) {
    return clocks.findByOrderNumberOrderById(number.value()).stream()
        .map(row -> new Running(row.startedAt(), row.respondDue()))
        .toList();
  }

  /** Moves the open targets of the order to what its new schedule asks for. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void schedule(OrderNumber number, Schedule schedule) {
    move(number, schedule);
  }

  /** Computes the open targets anew, after the order's resource, priority or a calendar has changed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void recompute(OrderNumber number) {
    move(number, orders.get(number).schedule().orElse(null));
  }

  private void move(OrderNumber number, @Nullable Schedule schedule) {
    clocks.newest(number.value()).ifPresent(row -> {
      WorkOrder order = orders.get(number);
      Terms terms = new Terms(
          order.client(), order.site(), order.resource().orElse(null), order.priority(), schedule);
      SlaClockRow moved = row.moved(computed(number, terms, row.startedAt()));
      remember("respond target", row.respondDue(), moved.respondDue());
      remember("temporary fix target", row.temporaryFixDue(), moved.temporaryFixDue());
      remember("fix target", row.fixDue(), moved.fixDue());
      clocks.save(moved);
    });
  }

  private void remember(String target, @Nullable Instant before, @Nullable Instant after) {
    performing.change(target, before == null ? null : before.toString(), after == null ? null : after.toString());
  }

  /** Somebody has begun; only the first time counts. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void responded(OrderNumber number, Instant at) {
    clocks.responded(number.value(), at);
  }

  /** It works again for the time being; only the first time counts. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void temporarilyFixed(OrderNumber number, Instant at) {
    clocks.temporarilyFixed(number.value(), at);
  }

  /** It is done; only the first time counts. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void fixed(OrderNumber number, Instant at) {
    clocks.fixed(number.value(), at);
  }

  /**
   * The times of a visit were put right: what was met by it was met then.
   *
   * @param starts of all visits
   * @param stopBefore null while the visit goes on
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void amended(
      OrderNumber number, List<Instant> starts, @Nullable Instant stopBefore, @Nullable Instant stopAfter) {
    clocks.newest(number.value()).ifPresent(row -> starts.stream()
        .filter(start -> !start.isBefore(row.startedAt()))
        .min(Instant::compareTo)
        .ifPresent(first -> clocks.respondedAfterAll(number.value(), first)));
    if (stopBefore != null) {
      clocks.temporarilyFixedAfterAll(number.value(), stopBefore, stopAfter);
      clocks.fixedAfterAll(number.value(), stopBefore, stopAfter);
    }
  }

  /** The order's next target. */
  @Transactional(readOnly = true)
  public Optional<Instant> nextDue(WorkOrder order) {
    return clocks.newest(order.number().value())
        .map(row -> row.respondedAt() == null ? row.respondDue() : row.fixDue());
  }

  /** How the order stands now; empty when no clock was started. */
  @Transactional(readOnly = true)
  public Optional<SlaClock> current(OrderNumber number) {
    return clocks.newest(number.value()).map(row -> {
      WorkOrder order = orders.get(number);
      WorkingTime time = time(row.aroundTheClock(), order.site(), order.resource().orElse(null));
      return SlaClock.of(row, clock.instant(), time);
    });
  }

  private SlaClockRow computed(OrderNumber number, Terms terms, Instant start) {
    SlaTargets targets = SlaTargets.of(
        decisionTables.row(TARGETS, Map.of("client", terms.client(), "priority", terms.priority())));
    SlaTargets.Durations agreed = targets.down();
    WorkingTime time = time(targets.aroundTheClock(), terms.site(), terms.resource());
    Instant respond = scheduled(terms.schedule()).orElse(due(time, start, agreed.respond()));
    Instant temporaryFix = due(time, start, agreed.temporaryFix());
    Instant fix = due(time, start, agreed.fix());
    return new SlaClockRow(
        null, number.value(), start, targets.aroundTheClock(),
        respond, temporaryFix, fix,
        warning(time, start, respond), warning(time, start, temporaryFix), warning(time, start, fix),
        null, null, null);
  }

  private static Instant due(WorkingTime time, Instant start, @Nullable Duration agreed) {
    return agreed == null ? null : time.due(start, agreed);
  }

  private static Instant warning(WorkingTime time, Instant start, @Nullable Instant due) {
    return due == null ? null : time.usedUp(WARNING, start, due);
  }

  /** When a schedule wants somebody there; empty when it leaves that to the SLA. */
  private static Optional<Instant> scheduled(@Nullable Schedule schedule) {
    if (schedule == null) {
      return Optional.empty();
    }
    return switch (schedule.kind()) {
      case UP_TO, START_AND_FINISH -> Optional.ofNullable(schedule.to());
      case EXACT -> Optional.of(schedule.from().plus(PATIENCE));
    };
  }

  private WorkingTime time(boolean aroundTheClock, String site, @Nullable String resource) {
    if (aroundTheClock) {
      return WorkingTime.aroundTheClock();
    }
    List<OpeningHours> calendars = new ArrayList<>();
    calendars.add(estate.openingHours(site));
    if (resource != null) {
      calendars.add(resources.openingHours(resource));
    }
    return WorkingTime.whileOpen(calendars);
  }

  private record Terms(
      String client, String site, @Nullable String resource, String priority, @Nullable Schedule schedule) {}
}
