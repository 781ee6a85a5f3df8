package org.jobline.sla;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jobline.action.ActionLog;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The next targets of orders, for everything that shows them or sorts by them. */
@Service
public class NextTargetService {

  private final OrderTargetRepository kept;
  private final SlaClockRepository clocks;
  private final EscalationTimes escalations;
  private final Orders orders;
  private final OrderUrgency urgency;
  private final TargetsOnTasks tasks;
  private final ActionLog log;

  NextTargetService(
      OrderTargetRepository kept, SlaClockRepository clocks, EscalationTimes escalations, Orders orders,
      OrderUrgency urgency, TargetsOnTasks tasks, ActionLog log) {
    this.kept = kept;
    this.clocks = clocks;
    this.escalations = escalations;
    this.orders = orders;
    this.urgency = urgency;
    this.tasks = tasks;
    this.log = log;
  }

  /**
   * Decides again, after the order's clock, its priority or its completion has changed. Tasks that are open already
   * follow when the transaction has done all it does, and what is to be told of missed targets follows at once.
   *
   * @param order taken for changing
   * @param clock the newest; null when there is none
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void decide(Order order, @Nullable SlaRecord clock) {
    OrderTargets targets = decided(order, clock);
    // an order that is only being logged has no task yet
    boolean mayHaveTasks = order.nextEvent() > 1;
    if (kept.write(targets) && mayHaveTasks) {
      log.atTheEnd(() -> tasks.show(targets));
      if (clock != null && clock.runs()) {
        escalations.plan(clock);
      }
    }
  }

  /** The same, by the number of the order. */
  @Transactional(propagation = Propagation.MANDATORY)
  void decide(OrderNumber number, @Nullable SlaRecord clock) {
    decide(orders.get(number), clock);
  }

  /**
   * As this transaction sees it, and kept from then on if it was not: an order that nothing has started a clock for is
   * found by lists all the same.
   *
   * @param order taken for changing
   */
  @Transactional(propagation = Propagation.MANDATORY)
  OrderTargets keptOf(Order order) {
    return kept.find(order.number().value()).orElseGet(() -> {
      OrderTargets targets = decided(order, clocks.newest(order.number().value()).orElse(null));
      kept.write(targets);
      return targets;
    });
  }

  private OrderTargets decided(Order order, @Nullable SlaRecord clock) {
    return urgency.applied(OrderTargets.of(order, urgency.of(order), clock));
  }

  /** As this transaction sees it; of an order that no clock was ever started for as well. */
  @Transactional(readOnly = true)
  public OrderTargets of(Order order) {
    return kept.find(order.number().value())
        .orElseGet(() -> decided(order, clocks.newest(order.number().value()).orElse(null)));
  }

  /** The same for many, by number; orders that no clock was ever started for may be missing. */
  @Transactional(readOnly = true)
  public Map<String, OrderTargets> of(Collection<String> numbers) {
    return kept.find(numbers).stream().collect(Collectors.toMap(OrderTargets::orderNumber, Function.identity()));
  }
}
