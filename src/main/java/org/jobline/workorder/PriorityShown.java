package org.jobline.workorder;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jobline.order.Order;
import org.jobline.order.OrderCard;
import org.jobline.order.OrderProcess;
import org.jobline.order.StatusReached;
import org.springframework.stereotype.Component;

/** The processes an order is in know its priority, which a recall may have changed. */
@Component
class PriorityShown implements StatusReached {

  private final WorkOrders workOrders;

  PriorityShown(WorkOrders workOrders) {
    this.workOrders = workOrders;
  }

  @Override
  public void reached(Order order, DelegateExecution execution) {
    workOrders.find(order).map(WorkOrder::priority).ifPresent(priority ->
        OrderProcess.upToTheLifecycle(execution).forEach(sheet -> show(sheet, priority)));
  }

  private static void show(DelegateExecution execution, String priority) {
    if (!Objects.equals(execution.getVariable(OrderCard.PRIORITY), priority)) {
      execution.setVariable(OrderCard.PRIORITY, priority);
    }
  }
}
