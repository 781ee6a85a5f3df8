package org.jobline.cost;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Set the accrual to zero". */
@Component
class SetAccrualToZeroDelegate implements JavaDelegate {

  private final Costs costs;

  SetAccrualToZeroDelegate(Costs costs) {
    this.costs = costs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    costs.setToZero(OrderProcess.orderOf(execution));
  }
}
