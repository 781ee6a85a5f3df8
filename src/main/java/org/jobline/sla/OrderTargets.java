package org.jobline.sla;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jobline.order.Order;
import org.jspecify.annotations.Nullable;

/**
 * What is due of an order next, and how it stands. Decided here and nowhere else; kept in the table
 * {@code order_target}, which tasks, cards, lists, sort orders and the order's own page read.
 *
 * @param urgency the priority of the order's tasks
 * @param clock the order's newest clock; null when it never had one
 * @param open whether the order is neither completed, cancelled, batched nor converted
 * @param running whether that clock runs: not while the order is cancelled, batched or converted
 * @param aroundTheClock whether every hour counts, or opening hours only
 * @param next the earliest target that is open; null when none is, and of an order that is completed
 * @param respondDue by when somebody has to be there, or had to; null where that was not agreed or no longer counts
 * @param fixDue the same for when it has to be done
 * @param breachedAt the order is breached once this has passed: the earliest target that is open or was met too late
 */
public record OrderTargets(
    String orderNumber, int urgency, boolean open, @Nullable Long clock, boolean running, boolean aroundTheClock,
    @Nullable NextTarget next, @Nullable Instant respondDue, @Nullable Instant fixDue, @Nullable Instant breachedAt) {

  /** Half the distance of two priorities. */
  private static final int AT_RISK = 5;

  /** @param clock the newest; null when there is none */
  static OrderTargets of(Order order, int urgency, @Nullable SlaRecord clock) {
    String number = order.number().value();
    boolean isOpen = order.completedAt().isEmpty() && order.cancelledAt().isEmpty();
    if (clock == null) {
      return new OrderTargets(number, urgency, isOpen, null, false, false, null, null, null, null);
    }
    return new OrderTargets(
        number, urgency, isOpen, clock.id(), clock.runs(), clock.aroundTheClock(), isOpen ? next(clock) : null,
        counted(clock, TargetKind.RESPOND), counted(clock, TargetKind.FIX), breached(clock));
  }

  /** Of two that are due at the same time the one that is reached first. */
  private static @Nullable NextTarget next(SlaRecord clock) {
    return running(clock)
        .filter(target -> clock.reachedAt(target.kind()) == null)
        .min(Comparator.comparing(NextTarget::due).thenComparing(NextTarget::kind))
        .orElse(null);
  }

  private static @Nullable Instant counted(SlaRecord clock, TargetKind kind) {
    return clock.runs() || clock.reachedAt(kind) != null ? clock.due(kind) : null;
  }

  private static @Nullable Instant breached(SlaRecord clock) {
    return running(clock)
        .filter(target -> isOpenOrLate(target, clock.reachedAt(target.kind())))
        .map(NextTarget::due)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static boolean isOpenOrLate(NextTarget target, @Nullable Instant reached) {
    return reached == null || reached.isAfter(target.due());
  }

  private static Stream<NextTarget> running(SlaRecord clock) {
    return Stream.of(TargetKind.values()).filter(kind -> clock.runs()).flatMap(kind -> clock.target(kind).stream());
  }

  /** The same for an order whose next target the desk was warned of: before others of its priority. */
  OrderTargets moreUrgent() {
    return new OrderTargets(orderNumber, urgency + AT_RISK, open, clock, running, aroundTheClock, next, respondDue,
        fixDue, breachedAt);
  }

  /** When the next target is due. */
  public Optional<Instant> due() {
    return Optional.ofNullable(next).map(NextTarget::due);
  }

  public boolean isBreached(Instant now) {
    return breachedAt != null && breachedAt.isBefore(now);
  }

  /** How the order stands against all its targets; empty when no target applies. */
  public Optional<SlaState> state(Instant now) {
    if (!running || next == null && respondDue == null && fixDue == null && breachedAt == null) {
      return Optional.empty();
    }
    if (isBreached(now)) {
      return Optional.of(SlaState.RED);
    }
    return Optional.of(next == null ? SlaState.GREEN : next.state(now));
  }
}
