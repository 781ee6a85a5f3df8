package org.jobline.workorder;

import java.util.Optional;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderType;
import org.jobline.order.Orders;
import org.jobline.order.Status;
import org.jobline.platform.error.NotFoundException;
import org.jobline.platform.persistence.UnitOfWork;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What work orders have beside what {@link Orders} knows of every order; taken for changing together with their order. */
@Service
public class WorkOrders {

  private final Orders orders;
  private final JdbcAggregateOperations aggregates;
  private final UnitOfWork unitOfWork;

  WorkOrders(Orders orders, JdbcAggregateOperations aggregates, UnitOfWork unitOfWork) {
    this.orders = orders;
    this.aggregates = aggregates;
    this.unitOfWork = unitOfWork;
  }

  /** Writes a new order down under the next free number of its type. */
  @Transactional(propagation = Propagation.MANDATORY)
  public WorkOrder log(OrderType type, NewWorkOrder details, Status status, String agent) {
    Order order = orders.log(type, details.ofEveryOrder(), status, agent);
    return unitOfWork.hold(aggregates.insert(new WorkOrder(order, details)), order);
  }

  /** What only work orders have of it; empty for an order of another kind, such as one that buys something. */
  @Transactional(readOnly = true)
  public Optional<WorkOrder> find(Order order) {
    String number = order.number().value();
    if (!orders.isHeld(order)) {
      return read(order);
    }
    return unitOfWork.held(WorkOrder.class, number)
        .or(() -> read(order).map(found -> unitOfWork.hold(found, order)));
  }

  private Optional<WorkOrder> read(Order order) {
    return Optional.ofNullable(aggregates.findById(order.number().value(), WorkOrder.class))
        .map(found -> found.of(order));
  }

  @Transactional(readOnly = true)
  public boolean isWorkOrder(Order order) {
    return find(order).isPresent();
  }

  /** @throws NotFoundException when the order is no work order */
  @Transactional(readOnly = true)
  public WorkOrder of(Order order) {
    return find(order).orElseThrow(() -> new NotFoundException("work order", order.number().value()));
  }

  /** @throws NotFoundException when there is no such order */
  @Transactional(readOnly = true)
  public WorkOrder get(OrderNumber number) {
    return of(orders.get(number));
  }

  /** As {@link Orders#lock}. */
  @Transactional(propagation = Propagation.MANDATORY)
  public WorkOrder lock(OrderNumber number) {
    return of(orders.lock(number));
  }

  /** As {@link Orders#tryLock}. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<WorkOrder> tryLock(OrderNumber number) {
    return orders.tryLock(number).map(this::of);
  }

  /** As {@link Orders#lockOrFail}. */
  @Transactional(propagation = Propagation.MANDATORY)
  public WorkOrder lockOrFail(OrderNumber number) {
    return of(orders.lockOrFail(number));
  }
}
