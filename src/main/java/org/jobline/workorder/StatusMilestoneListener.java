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
    show(execution, OrderCard.STATUS, order.status().toString());
    show(execution, OrderCard.PRIORITY, order.priority());
    showCallers(execution, order);
  }

  /** A called stage has variables of its own; Cockpit shows the order by its lifecycle. */
  private static void showCallers(DelegateExecution execution, WorkOrder order) {
    DelegateExecution caller = execution.getProcessInstance().getSuperExecution();
    while (caller != null) {
      show(caller, OrderCard.STATUS, order.status().toString());
      show(caller, OrderCard.PRIORITY, order.priority());
      caller = caller.getProcessInstance().getSuperExecution();
    }
  }

  private static void show(DelegateExecution execution, String variable, String value) {
    if (!Objects.equals(execution.getVariable(variable), value)) {
      execution.setVariable(variable, value);
    }
  }
}
