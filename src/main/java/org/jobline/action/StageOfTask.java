package org.jobline.action;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jobline.order.Order;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * A task after which the order goes on elsewhere is over when the order has gone on some other way: it may offer the
 * same action again, but what the agent began was about where the order stood then.
 */
@Component
class StageOfTask implements TaskDecorator {

  private static final String AWAITED_BY = "awaitedBy";

  private final TaskService tasks;
  private final Diagrams diagrams;
  private final AwaitedMessages awaited;

  StageOfTask(@Lazy TaskService tasks, Diagrams diagrams, AwaitedMessages awaited) {
    this.tasks = tasks;
    this.diagrams = diagrams;
    this.awaited = awaited;
  }

  @Override
  public void decorate(DelegateTask task, Order order) {
    diagrams.ofTask(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
        .map(action -> action.tells().awaited())
        .filter(messages -> !messages.isEmpty())
        .ifPresent(messages -> task.setVariableLocal(AWAITED_BY, awaited.by(messages, order)));
  }

  boolean isOver(OpenedTasks.Held held, Order order) {
    if (held.action().tells().awaited().isEmpty()) {
      return false;
    }
    Object before = tasks.getVariableLocal(held.task().getId(), AWAITED_BY);
    return before != null && !before.equals(awaited.by(held.action().tells().awaited(), order));
  }
}
