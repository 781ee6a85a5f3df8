package org.jobline.sla;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobline.action.CurrentAction;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.platform.time.OpeningHours.Period;
import org.jobline.workorder.Schedule;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How orders stand against what was agreed with their clients (domain/clock-and-mail.md, SLA). */
@Service
public class SlaService {

  private final SlaClockRepository clocks;
  private final SlaPauses pauses;
  private final NextTargetService targets;
  private final WorkOrders workOrders;
  private final AgreedTargets agreed;
  private final CurrentAction current;
  private final Clock clock;

  SlaService(
      SlaClockRepository clocks, SlaPauses pauses, NextTargetService targets, WorkOrders workOrders,
      AgreedTargets agreed, CurrentAction current, Clock clock) {
    this.clocks = clocks;
    this.pauses = pauses;
    this.targets = targets;
    this.workOrders = workOrders;
    this.agreed = agreed;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Starts a clock: for an order that is logged, or recalled. As long as nobody says that the equipment still works,
   * the targets are those for equipment that is down.
   *
   * @param contractor null while there is none; its opening hours count as well as the site's
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void start(
      OrderNumber number, String client, String site, @Nullable String contractor, String priority, Instant at) {
    boolean isQuoted = agreed.isQuoted(workOrders.get(number));
    keep(agreed.computed(
        number, new AgreedTargets.Terms(client, site, contractor, priority, null, isQuoted), at, List.of()));
  }

  /** @param clock the newest of its order */
  private void keep(SlaRecord clock) {
    SlaRecord kept = clocks.save(clock);
    targets.decide(new OrderNumber(kept.orderNumber()), kept);
  }

  /** The order is cancelled, batched or converted: its clock stands still, and nothing of it is due. */
  @Transactional(propagation = Propagation.MANDATORY)
  void stop(OrderNumber number) {
    clocks.newest(number.value()).filter(SlaRecord::runs)
        .ifPresentOrElse(row -> keep(row.standingStill(clock.instant())), () -> decideAgain(number));
  }

  /** The order is completed, with nothing of it due any more, or it is open again. */
  @Transactional(propagation = Propagation.MANDATORY)
  void decideAgain(OrderNumber number) {
    targets.decide(number, clocks.newest(number.value()).orElse(null));
  }

  /** The order is reinstated: its clock goes on, and what is open is due as much later as it stood still. */
  @Transactional(propagation = Propagation.MANDATORY)
  void resume(OrderNumber number) {
    clocks.newest(number.value()).ifPresent(row -> {
      Instant stopped = row.stoppedAt();
      if (stopped == null) {
        return;
      }
      Instant now = clock.instant();
      if (now.isAfter(stopped)) {
        pauses.add(row.savedId(), stopped, now);
      }
      move(row.standingStill(null), workOrders.get(number).schedule().orElse(null));
    });
  }

  /** All runnings of the order's clock, first one first. */
  @Transactional(readOnly = true)
  public List<SlaPeriod> periods(OrderNumber number) {
    return clocks.findByOrderNumberOrderById(number.value()).stream()
        .map(row -> new SlaPeriod(row.startedAt(), row.respondFrom(), row.respondDue()))
        .toList();
  }

  /** Moves the open targets of the order to what its new schedule asks for. */
  @Transactional(propagation = Propagation.MANDATORY)
  void schedule(OrderNumber number, Schedule schedule) {
    clocks.newest(number.value()).ifPresent(row -> move(row, schedule));
  }

  /** Recomputes the open targets after the order's contractor, priority or a calendar has changed. */
  @Transactional(propagation = Propagation.MANDATORY)
  void recompute(OrderNumber number) {
    WorkOrder order = workOrders.get(number);
    clocks.newest(number.value()).ifPresentOrElse(
        row -> move(row, order.schedule().orElse(null)), () -> targets.decide(number, null));
  }

  private void move(SlaRecord row, @Nullable Schedule schedule) {
    WorkOrder order = workOrders.get(new OrderNumber(row.orderNumber()));
    SlaRecord moved = row.moved(agreed.computed(
        order.number(), agreed.terms(order, schedule), row.startedAt(), pauses.of(row.savedId())));
    remember("respond target", row.respondDue(), moved.respondDue());
    remember("temporary fix target", row.temporaryFixDue(), moved.temporaryFixDue());
    remember("fix target", row.fixDue(), moved.fixDue());
    keep(moved);
  }

  private void remember(String target, @Nullable Instant before, @Nullable Instant after) {
    current.change(target, before == null ? null : before.toString(), after == null ? null : after.toString());
  }

  /** Somebody has begun; only the first time counts. */
  @Transactional(propagation = Propagation.MANDATORY)
  void responded(OrderNumber number, Instant at) {
    clocks.newest(number.value()).filter(row -> row.respondedAt() == null)
        .ifPresent(row -> keep(row.reached(at, row.temporarilyFixedAt(), row.fixedAt())));
  }

  /** It works again for the time being; only the first time counts. */
  @Transactional(propagation = Propagation.MANDATORY)
  void temporarilyFixed(OrderNumber number, Instant at) {
    clocks.newest(number.value()).filter(row -> row.temporarilyFixedAt() == null)
        .ifPresent(row -> keep(row.reached(row.respondedAt(), at, row.fixedAt())));
  }

  /** It is done; only the first time counts. */
  @Transactional(propagation = Propagation.MANDATORY)
  void fixed(OrderNumber number, Instant at) {
    clocks.newest(number.value()).filter(row -> row.fixedAt() == null)
        .ifPresent(row -> keep(row.reached(row.respondedAt(), row.temporarilyFixedAt(), at)));
  }

  /**
   * The times of a visit were corrected: what was met by it was met then.
   *
   * @param starts of all visits
   * @param stopBefore null while the visit goes on
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void amended(
      OrderNumber number, List<Instant> starts, @Nullable Instant stopBefore, @Nullable Instant stopAfter) {
    List<SlaRecord> rows = clocks.findByOrderNumberOrderById(number.value());
    for (int i = 0; i < rows.size(); i++) {
      SlaRecord row = rows.get(i);
      boolean isNewest = i + 1 == rows.size();
      Instant end = isNewest ? Instant.MAX : rows.get(i + 1).startedAt();
      Instant responded = starts.stream()
          .filter(start -> row.respondedAt() != null && !start.isBefore(row.startedAt()) && start.isBefore(end))
          .min(Instant::compareTo)
          .orElse(row.respondedAt());
      SlaRecord amended = row.reached(responded, amended(row.temporarilyFixedAt(), stopBefore, stopAfter),
          amended(row.fixedAt(), stopBefore, stopAfter));
      if (isNewest) {
        keep(amended);
      } else if (!amended.equals(row)) {
        clocks.save(amended);
      }
    }
  }

  private static @Nullable Instant amended(
      @Nullable Instant reached, @Nullable Instant stopBefore, @Nullable Instant stopAfter) {
    return reached != null && reached.equals(stopBefore) ? stopAfter : reached;
  }

  /** When the order's next target is due; empty when nothing of it is. */
  @Transactional(readOnly = true)
  public Optional<Instant> nextDue(WorkOrder order) {
    return targets.of(order.order()).due();
  }

  /** The time to the order's next target as its clock counts it, negative since the breach; empty when none is due. */
  @Transactional(readOnly = true)
  public Optional<Duration> left(Order order, OrderTargets next) {
    List<Period> stoodStill = next.clock() == null ? List.of() : pauses.of(next.clock());
    return next.due().map(due -> agreed.time(next.aroundTheClock(), order.site(), contractor(order))
        .except(stoodStill).between(clock.instant(), due));
  }

  private @Nullable String contractor(Order order) {
    return workOrders.find(order).flatMap(WorkOrder::contractor).orElse(null);
  }

  /** How the order stands now; empty when no clock was started. */
  @Transactional(readOnly = true)
  public Optional<SlaClock> current(OrderNumber number) {
    return clocks.newest(number.value()).map(row -> {
      Order order = workOrders.get(number).order();
      WorkingTime time = agreed.time(row.aroundTheClock(), order.site(), contractor(order))
          .except(pauses.of(row.savedId()));
      return SlaClock.of(row, targets.of(order).next(), clock.instant(), time);
    });
  }
}
