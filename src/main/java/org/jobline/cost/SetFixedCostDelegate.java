package org.jobline.cost;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Fields;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Set the fixed cost". */
@Component
class SetFixedCostDelegate implements JavaDelegate {

  private final Costs costs;
  private final Performing performing;

  SetFixedCostDelegate(Costs costs, Performing performing) {
    this.costs = costs;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Fields fields = performing.fields();
    costs.fix(OrderProcess.orderOf(execution), fields.number("amount").orElseThrow(), fields.ticked("sure"));
  }
}
