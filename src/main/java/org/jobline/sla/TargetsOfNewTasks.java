package org.jobline.sla;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jobline.action.TaskDecorator;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** A task is due when the next target of its order is, and as urgent as its order. */
@Component
class TargetsOfNewTasks implements TaskDecorator {

  private final NextTargetService targets;

  TargetsOfNewTasks(NextTargetService targets) {
    this.targets = targets;
  }

  @Override
  public void decorate(DelegateTask task, Order order) {
    OrderTargets next = targets.keptOf(order);
    task.setDueDate(TargetsOnTasks.dueDate(next));
    task.setPriority(next.urgency());
  }
}
