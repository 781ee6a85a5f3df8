package org.jobline.money.cost;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface OrderCostRepository extends Repository<OrderCost, String> {

  OrderCost save(OrderCost cost);

  Optional<OrderCost> findById(String orderNumber);

  List<OrderCost> findAllById(Iterable<String> orderNumbers);
}
