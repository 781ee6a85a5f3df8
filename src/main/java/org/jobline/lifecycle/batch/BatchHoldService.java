package org.jobline.lifecycle.batch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a batch. */
@Service
@Transactional(readOnly = true)
class BatchHoldService {

  private final BatchRepository batches;
  private final WorkOrders orders;
  private final Accruals accruals;

  BatchHoldService(BatchRepository batches, WorkOrders orders, Accruals accruals) {
    this.batches = batches;
    this.orders = orders;
    this.accruals = accruals;
  }

  /** Empty when the order is not held, or no longer. */
  Optional<BatchHold> of(Order order) {
    return batches.hold(order.number()).filter(hold -> hold.isStillHeld(order));
  }

  /**
   * The order and what else may be released with it, which waits for no authorisation; first logged first, nothing when
   * the order is not held.
   */
  List<WorkOrder> beside(WorkOrder order) {
    List<WorkOrder> held = new ArrayList<>();
    of(order.order()).ifPresent(hold -> {
      batches.heldBeside(order, hold.rule()).forEach(beside -> {
        WorkOrder other = orders.get(beside.order());
        if (beside.isStillHeld(other.order()) && !other.locked()) {
          held.add(other);
        }
      });
      held.add(order);
    });
    return held.stream()
        .sorted(Comparator.comparing(WorkOrder::loggedAt).thenComparing(other -> other.number().value()))
        .toList();
  }

  /** What they are expected to cost together, in the currency of their client. */
  BigDecimal value(Collection<WorkOrder> held) {
    return held.stream().map(order -> accruals.accrual(order.number())).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether more is held in the building than the order's rule allows. */
  boolean areTooMany(OrderNumber number) {
    WorkOrder order = orders.get(number);
    List<WorkOrder> held = beside(order);
    return of(order.order()).orElseThrow().rule().isExceededBy(held.size(), value(held));
  }
}
