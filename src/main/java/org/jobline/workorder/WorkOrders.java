package org.jobline.workorder;

import java.time.Clock;
import java.util.Optional;
import org.jobline.problem.ChangedMeanwhile;
import org.jobline.problem.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads and changes work orders. What is to be changed is taken by {@link #lock}: it stays the same object until the
 * transaction ends, and is written once, when the transaction is about to commit.
 */
@Service
public class WorkOrders {

  private final WorkOrderRepository repository;
  private final HeldOrders held;
  private final Clock clock;

  WorkOrders(WorkOrderRepository repository, HeldOrders held, Clock clock) {
    this.repository = repository;
    this.held = held;
    this.clock = clock;
  }

  /** Writes a new order down under the next free number of its type. */
  @Transactional(propagation = Propagation.MANDATORY)
  public WorkOrder log(OrderType type, NewWorkOrder details, Status status, String agent) {
    OrderNumber number = OrderNumber.of(type, repository.nextNumber());
    WorkOrder order = new WorkOrder(number, type, details, clock.instant(), agent);
    order.reach(status);
    return held.hold(repository.save(order));
  }

  /** The order as this transaction sees it. */
  @Transactional(readOnly = true)
  public Optional<WorkOrder> find(OrderNumber number) {
    return held.get(number).or(() -> repository.findById(number.value()));
  }

  /** @throws NotFound when there is no such order */
  @Transactional(readOnly = true)
  public WorkOrder get(OrderNumber number) {
    return find(number).orElseThrow(() -> new NotFound("work order", number.value()));
  }

  /**
   * The order for changing, with every other action on it kept waiting until this transaction ends.
   *
   * @throws NotFound when there is no such order
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public WorkOrder lock(OrderNumber number) {
    return held.get(number).orElseGet(() -> held.hold(
        repository.lock(number.value()).orElseThrow(() -> new NotFound("work order", number.value()))));
  }

  /** Whether this transaction has taken the order for changing. */
  public boolean isLocked(OrderNumber number) {
    return held.get(number).isPresent();
  }

  /** Like {@link #lock}, for what can wait: empty when somebody else is changing the order at this instant. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<WorkOrder> lockIfFree(OrderNumber number) {
    return held.get(number).or(() -> repository.lockIfFree(number.value()).map(held::hold));
  }

  /**
   * Like {@link #lock} for somebody who decided on what he has seen: when another change is under way, he has not
   * seen it.
   *
   * @throws NotFound when there is no such order
   * @throws ChangedMeanwhile when somebody else is changing it at this instant
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public WorkOrder lockUnlessBusy(OrderNumber number) {
    return held.get(number).orElseGet(() -> held.hold(repository.lockIfFree(number.value())
        .orElseThrow(() -> repository.findById(number.value()).isPresent()
            ? new ChangedMeanwhile(number.value())
            : new NotFound("work order", number.value()))));
  }
}
