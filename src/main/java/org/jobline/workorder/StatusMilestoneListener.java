package org.jobline.workorder;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * A milestone was passed: the order has the status the milestone is named after. This is the only place that sets a
 * status (design, "How the flow is drawn").
 */
@Component("statusMilestone")
class StatusMilestoneListener implements ExecutionListener {

  private final WorkOrders orders;

  StatusMilestoneListener(WorkOrders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateExecution execution) {
    String name = execution.getCurrentActivityName();
    if (!Status.isMilestone(name)) {
      return;
    }
    String number = execution.getProcessBusinessKey();
    if (number == null) {
      // being logged: the order comes into being with this status in the next step
      OrderType type = OrderProcess.typeOf(execution);
      execution.setVariable(OrderCard.STATUS, Status.ofMilestone(name, type).toString());
      return;
    }
    WorkOrder order = orders.lock(new OrderNumber(number));
    order.reach(Status.ofMilestone(name, order.type()));
    DelegateExecution lifecycle = execution;
    show(lifecycle, OrderCard.PRIORITY, order.priority());
    while (lifecycle.getProcessInstance().getSuperExecution() != null) {
      lifecycle = lifecycle.getProcessInstance().getSuperExecution();
      show(lifecycle, OrderCard.PRIORITY, order.priority());
    }
    show(lifecycle, OrderCard.STATUS, order.status().toString());
  }

  private static void show(DelegateExecution execution, String variable, String value) {
    if (!Objects.equals(execution.getVariable(variable), value)) {
      execution.setVariable(variable, value);
    }
  }
}
