package org.jobline.cost;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Fields;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Set the delivery charge". */
@Component
class SetDeliveryChargeDelegate implements JavaDelegate {

  private final Costs costs;
  private final Performing performing;

  SetDeliveryChargeDelegate(Costs costs, Performing performing) {
    this.costs = costs;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Fields fields = performing.fields();
    costs.deliver(OrderProcess.orderOf(execution),
        fields.ticked("calculated") ? Optional.empty() : fields.number("amount"));
  }
}
