package org.jobline.cost;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Recalculate the cost". */
@Component
class RecalculateTheCostDelegate implements JavaDelegate {

  private final Costs costs;

  RecalculateTheCostDelegate(Costs costs) {
    this.costs = costs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    costs.recalculate(OrderProcess.orderOf(execution));
  }
}
