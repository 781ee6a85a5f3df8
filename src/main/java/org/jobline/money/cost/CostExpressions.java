package org.jobline.money.cost;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jobline.order.OrderProcess;
import org.springframework.stereotype.Component;

/** What gateways may ask about money, as {@code ${cost.…(execution)}}. */
@Component("cost")
public class CostExpressions {

  private final CostService costs;

  CostExpressions(CostService costs) {
    this.costs = costs;
  }

  /** What was changed since the cost was last allowed, as the authorisation rules call it. */
  public String kindOfChange(DelegateExecution execution) {
    return costs.change(OrderProcess.orderOf(execution)).kind();
  }

  /** What the order may come to cost; as text, or the engine would keep it as a double. */
  public String commitment(DelegateExecution execution) {
    return costs.change(OrderProcess.orderOf(execution)).commitment().toPlainString();
  }

  /** Whether the accrual is above zero. */
  public boolean isExpected(DelegateExecution execution) {
    return costs.hasAccrual(OrderProcess.orderOf(execution));
  }
}
