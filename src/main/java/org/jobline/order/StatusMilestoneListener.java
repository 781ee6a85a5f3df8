package org.jobline.order;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * A milestone was passed: the order has the status the milestone is named after. This is the only place that sets a
 * status (design, "How the flow is drawn").
 */
@Component("statusMilestone")
class StatusMilestoneListener implements ExecutionListener {

  private final Orders orders;
  private final OrderTypes types;
  private final List<StatusReached> shown;

  StatusMilestoneListener(Orders orders, @Lazy OrderTypes types, List<StatusReached> shown) {
    this.orders = orders;
    this.types = types;
    this.shown = List.copyOf(shown);
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
      OrderType type = types.loggedBy(execution);
      execution.setVariable(OrderCard.STATUS, Status.ofMilestone(name, type).toString());
      return;
    }
    Order order = orders.lock(new OrderNumber(number));
    order.enterStatus(Status.ofMilestone(name, order.type()));
    List<DelegateExecution> sheets = OrderProcess.upToTheLifecycle(execution);
    DelegateExecution lifecycle = sheets.get(sheets.size() - 1);
    String status = order.status().toString();
    if (!status.equals(lifecycle.getVariable(OrderCard.STATUS))) {
      lifecycle.setVariable(OrderCard.STATUS, status);
    }
    shown.forEach(each -> each.reached(order, execution));
  }
}
