package org.jobline.cost;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** What gateways may ask about money, as {@code ${cost.…(execution)}}. */
@Component("cost")
public class CostFacts {

  private final Costs costs;

  CostFacts(Costs costs) {
    this.costs = costs;
  }

  /** Whether the accrual is above zero. */
  public boolean isExpected(DelegateExecution execution) {
    return costs.isExpected(OrderProcess.orderOf(execution));
  }
}
