package org.jobline.action;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jobline.order.Order;

/** What a feature adds to a new task so that the desk sees what matters: a due date, a priority. */
public interface TaskDecorator {

  void decorate(DelegateTask task, Order order);
}
