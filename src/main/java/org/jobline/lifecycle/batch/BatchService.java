package org.jobline.lifecycle.batch;

import java.time.Clock;
import org.jobline.action.CurrentAction;
import org.jobline.action.WaitingTasks;
import org.jobline.order.OrderNumber;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds small jobs back until they are worth a journey (domain/statuses.md, 0.06). Nobody who holds waits for an order
 * that somebody else is changing.
 */
@Service
class BatchService {

  private final BatchRepository batches;
  private final BatchHoldService holds;
  private final WorkOrders orders;
  private final WaitingTasks prompts;
  private final CurrentAction current;
  private final Clock clock;

  BatchService(
      BatchRepository batches, BatchHoldService holds, WorkOrders orders, WaitingTasks prompts, CurrentAction current,
      Clock clock) {
    this.batches = batches;
    this.holds = holds;
    this.orders = orders;
    this.prompts = prompts;
    this.current = current;
    this.clock = clock;
  }

  /** Whether a rule holds the order that is being logged. */
  boolean applies(OrderNumber number) {
    return batches.rule(orders.lock(number)).isPresent();
  }

  /** Holds the order, and lets those who look at the others see it among them. */
  @Transactional(propagation = Propagation.MANDATORY)
  void hold(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    BatchRule rule = batches.hold(number).map(BatchHold::rule).or(() -> batches.rule(order)).orElseThrow();
    batches.takeTurns(rule);
    batches.hold(order, rule, clock.instant());
    current.note("held for a batch: " + rule.name());
    holds.beside(order).stream()
        .filter(other -> other != order)
        .forEach(other -> orders.tryLock(other.number()).map(WorkOrder::order).ifPresent(prompts::refresh));
  }
}
