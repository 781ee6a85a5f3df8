package org.jobline.workorder;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The orders a transaction has taken for changing; written once, after everything else the transaction does. */
@Component
class HeldOrders {

  private final WorkOrderRepository repository;

  HeldOrders(WorkOrderRepository repository) {
    this.repository = repository;
  }

  Optional<WorkOrder> get(OrderNumber number) {
    Held held = (Held) TransactionSynchronizationManager.getResource(this);
    return held == null ? Optional.empty() : Optional.ofNullable(held.orders.get(number));
  }

  WorkOrder hold(WorkOrder order) {
    Held held = (Held) TransactionSynchronizationManager.getResource(this);
    if (held == null) {
      held = new Held();
      TransactionSynchronizationManager.bindResource(this, held);
      TransactionSynchronizationManager.registerSynchronization(held);
    }
    held.orders.put(order.number(), order);
    return order;
  }

  private final class Held implements TransactionSynchronization, Ordered {

    private final Map<OrderNumber, WorkOrder> orders = new LinkedHashMap<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      orders.replaceAll((number, order) -> repository.save(order));
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(HeldOrders.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(HeldOrders.this, this);
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResourceIfPossible(HeldOrders.this);
    }

    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE;
    }
  }
}
