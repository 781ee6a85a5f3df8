package org.jobline.money.cost;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jobline.action.RowsOfOrders;
import org.springframework.stereotype.Component;

/** The costs of orders. An action asks for that of its order time and again: it is read once. */
@Component
class OrderCosts {

  private final OrderCostRepository repository;
  private final RowsOfOrders rows;

  OrderCosts(OrderCostRepository repository, RowsOfOrders rows) {
    this.repository = repository;
    this.rows = rows;
  }

  void save(OrderCost cost) {
    rows.write(OrderCost.class, cost.orderNumber(), () -> repository.save(cost));
  }

  Optional<OrderCost> findById(String orderNumber) {
    return rows.read(OrderCost.class, orderNumber, () -> repository.findById(orderNumber));
  }

  List<OrderCost> findAllById(Collection<String> orderNumbers) {
    return repository.findAllById(orderNumbers);
  }
}
