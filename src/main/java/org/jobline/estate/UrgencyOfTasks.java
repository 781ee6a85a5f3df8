package org.jobline.estate;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jobline.action.TaskAppearance;
import org.jobline.order.Order;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** Gives a task the urgency of its order. */
@Component
class UrgencyOfTasks implements TaskAppearance {

  private final WorkOrders workOrders;
  private final Estate estate;

  UrgencyOfTasks(WorkOrders workOrders, Estate estate) {
    this.workOrders = workOrders;
    this.estate = estate;
  }

  @Override
  public void dress(DelegateTask task, Order order) {
    estate.priority(workOrders.of(order).priority()).map(Priority::urgency).ifPresent(task::setPriority);
  }
}
