package org.jobline.cost;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Expect the cost". */
@Component
class ExpectTheCostDelegate implements JavaDelegate {

  private final Costs costs;

  ExpectTheCostDelegate(Costs costs) {
    this.costs = costs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    costs.open(OrderProcess.orderOf(execution));
  }
}
