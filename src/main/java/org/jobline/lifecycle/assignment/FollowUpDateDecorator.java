package org.jobline.lifecycle.assignment;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jobline.action.TaskDecorator;
import org.jobline.order.Order;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/**
 * A task need not be looked at before the contractor is to be tried again, or is expected: until then lists that
 * respect follow-up dates leave it out, and from then on it is to be chased.
 */
@Component
class FollowUpDateDecorator implements TaskDecorator {

  private final WorkOrders workOrders;

  FollowUpDateDecorator(WorkOrders workOrders) {
    this.workOrders = workOrders;
  }

  @Override
  public void decorate(DelegateTask task, Order order) {
    boolean isPrompt = !task.getCandidates().isEmpty();
    if (isPrompt) {
      workOrders.find(order).flatMap(workOrder -> workOrder.nextAttemptAt().or(workOrder::eta)).map(Date::from)
          .ifPresent(task::setFollowUpDate);
    }
  }
}
