package org.jobline.order;

import java.time.Clock;
import java.util.Optional;
import org.jobline.platform.error.ChangedMeanwhileException;
import org.jobline.platform.error.NotFoundException;
import org.jobline.platform.persistence.UnitOfWork;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads and changes orders of every type. What is to be changed is taken by {@link #lock}: it stays the same object until
 * the transaction ends, and is written once, when the transaction is about to commit.
 */
@Service
public class Orders {

  private final OrderRepository repository;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  Orders(OrderRepository repository, UnitOfWork unitOfWork, Clock clock) {
    this.repository = repository;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** Writes a new order down under the next free number of its type. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Order log(OrderType type, NewOrder details, Status status, String agent) {
    OrderNumber number = OrderNumber.of(type, repository.nextNumber());
    Order order = new Order(number, type, details, clock.instant(), agent);
    order.enterStatus(status);
    return hold(repository.save(order));
  }

  /** The order as this transaction sees it. */
  @Transactional(readOnly = true)
  public Optional<Order> find(OrderNumber number) {
    return held(number).or(() -> repository.findById(number.value()));
  }

  /** @throws NotFoundException when there is no such order */
  @Transactional(readOnly = true)
  public Order get(OrderNumber number) {
    return find(number).orElseThrow(() -> notFound(number));
  }

  /**
   * The order for changing, with every other action on it kept waiting until this transaction ends.
   *
   * @throws NotFoundException when there is no such order
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Order lock(OrderNumber number) {
    return held(number).orElseGet(() -> hold(repository.lock(number.value()).orElseThrow(() -> notFound(number))));
  }

  /** Like {@link #lock}, for what can wait: empty when somebody else is changing the order at this instant. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Order> tryLock(OrderNumber number) {
    return held(number).or(() -> repository.tryLock(number.value()).map(this::hold));
  }

  /**
   * Like {@link #lock} for somebody who decided on what he has seen: when another change is under way, he has not
   * seen it.
   *
   * @throws NotFoundException when there is no such order
   * @throws ChangedMeanwhileException when somebody else is changing it at this instant
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Order lockOrFail(OrderNumber number) {
    return tryLock(number).orElseThrow(() ->
        repository.existsById(number.value()) ? new ChangedMeanwhileException(number.value()) : notFound(number));
  }

  /** Whether this transaction has taken the order for changing. */
  public boolean isLocked(OrderNumber number) {
    return held(number).isPresent();
  }

  /** Whether this is the very object by which this transaction changes the order. */
  public boolean isHeld(Order order) {
    return held(order.number()).filter(held -> held == order).isPresent();
  }

  private Optional<Order> held(OrderNumber number) {
    return unitOfWork.held(Order.class, number.value());
  }

  private Order hold(Order order) {
    return unitOfWork.hold(order);
  }

  private static NotFoundException notFound(OrderNumber number) {
    return new NotFoundException("work order", number.value());
  }
}
