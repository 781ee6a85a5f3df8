package org.jobline.action;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jobline.order.OrderCard;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.engine.ChangingVariables;
import org.springframework.stereotype.Component;

/**
 * An order's status is a variable of its lifecycle only, where Cockpit shows it and finds the order by it once; forms
 * are told the status the order has.
 */
@Component
class StatusOfTheOrder implements ChangingVariables {

  private final Orders orders;

  StatusOfTheOrder(Orders orders) {
    this.orders = orders;
  }

  @Override
  public Set<String> names() {
    return Set.of(OrderCard.STATUS);
  }

  @Override
  public Map<String, Object> valuesFor(DelegateTask task) {
    String number = task.getExecution() == null ? null : task.getExecution().getProcessBusinessKey();
    return number != null && OrderNumber.isOne(number)
        ? orders.find(new OrderNumber(number)).<Map<String, Object>>map(
            order -> Map.of(OrderCard.STATUS, order.status().toString())).orElse(Map.of())
        : Map.of();
  }
}
