package org.jobline.sla;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jobline.action.TaskAppearance;
import org.jobline.order.Order;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** A task is due when the next target of its order is: the response until somebody has come, then the fix. */
@Component
class DueDatesOfTasks implements TaskAppearance {

  private final WorkOrders workOrders;
  private final Slas slas;

  DueDatesOfTasks(WorkOrders workOrders, Slas slas) {
    this.workOrders = workOrders;
    this.slas = slas;
  }

  @Override
  public void dress(DelegateTask task, Order order) {
    slas.nextDue(workOrders.of(order)).map(Date::from).ifPresent(task::setDueDate);
  }
}
