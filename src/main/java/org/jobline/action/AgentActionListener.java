package org.jobline.action;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.error.ChangedMeanwhileException;
import org.springframework.stereotype.Component;

/**
 * The one guard every action passes, whether it comes by our API, Tasklist or the engine's: it hangs on every user task
 * of every diagram.
 */
@Component("agentAction")
class AgentActionListener implements TaskListener {

  private final Diagrams diagrams;
  private final Orders orders;
  private final TaskOpening opening;
  private final TaskCompletion completion;

  AgentActionListener(Diagrams diagrams, Orders orders, TaskOpening opening, TaskCompletion completion) {
    this.diagrams = diagrams;
    this.orders = orders;
    this.opening = opening;
    this.completion = completion;
  }

  @Override
  public void notify(DelegateTask task) {
    diagrams.requireReadable(task.getProcessDefinitionId());
    Optional<ActionDefinition> action = diagrams.ofTask(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
    if (action.isEmpty()) {
      refuseOnOrders(task);
      return;
    }
    if (task.getExecution() == null) {
      throw new ChangedMeanwhileException(
          new IllegalStateException("Task " + task.getId() + " was found but has ended since"));
    }
    Order order = orders.lock(new OrderNumber(task.getExecution().getProcessBusinessKey()));
    if (task.getEventName().equals(EVENTNAME_CREATE)) {
      opening.created(task, action.get(), order);
    } else {
      completion.completed(task, action.get(), order);
    }
  }

  /** What moves an order without being an action would leave no event. */
  private static void refuseOnOrders(DelegateTask task) {
    if (task.getEventName().equals(EVENTNAME_COMPLETE) && task.getExecution() != null
        && OrderNumber.isOne(task.getExecution().getProcessBusinessKey())) {
      throw DiagramFaultException.noAction(task.getTaskDefinitionKey(), task.getProcessDefinitionId());
    }
  }
}
