package org.jobline.action;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.task.Task;
import org.jobline.order.Order;
import org.jobline.platform.engine.OrderTasks;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The tasks agents hold: prompts they have taken, and what they have opened on demand. */
@Component
class OpenedTasks {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final OrderTasks orderTasks;
  private final Diagrams diagrams;

  OpenedTasks(
      @Lazy RuntimeService runtime, @Lazy TaskService tasks, OrderTasks orderTasks, Diagrams diagrams) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.orderTasks = orderTasks;
    this.diagrams = diagrams;
  }

  /** A task with what it stands for. */
  record Held(Task task, ActionDefinition action) {}

  /** All that somebody holds of an order. */
  List<Held> of(Order order) {
    return orderTasks.of(order.number().value()).stream()
        .filter(task -> task.getAssignee() != null && !task.isSuspended())
        .flatMap(task -> held(task).stream())
        .toList();
  }

  /** What one agent holds of an action. */
  Optional<Held> of(Order order, ActionKey key, String agent) {
    return ofAgent(order, key, agent).findFirst();
  }

  /** Of an action on demand only: a prompt stays in its list. */
  Optional<Held> onDemand(Order order, ActionKey key, String agent) {
    return ofAgent(order, key, agent).filter(held -> !held.action().isPrompt()).findFirst();
  }

  /** What can't be completed, because the order moved on, comes last. */
  private Stream<Held> ofAgent(Order order, ActionKey key, String agent) {
    return of(order).stream()
        .filter(held -> agent.equals(held.task().getAssignee()) && held.action().key().equals(key))
        .sorted(Comparator.comparing(held -> !held.action().isFor(order)));
  }

  Optional<Held> held(Task task) {
    return diagrams.ofTask(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
        .map(action -> new Held(task, action));
  }

  /** A prompt is anybody's again; what was opened on demand goes, and nothing is recorded. */
  void giveBack(Held held, String reason) {
    if (held.action().isPrompt()) {
      tasks.setAssignee(held.task().getId(), null);
    } else {
      discard(held, reason);
    }
  }

  /** Takes back what was opened on demand; nothing is recorded. */
  void discard(Held held, String reason) {
    Task task = held.task();
    if (held.action().kind() == ActionDefinition.Kind.SHEET) {
      runtime.deleteProcessInstance(task.getProcessInstanceId(), reason);
    } else {
      runtime.createProcessInstanceModification(task.getProcessInstanceId())
          .cancelActivityInstance(activityInstance(task))
          .execute();
    }
  }

  private String activityInstance(Task task) {
    return find(runtime.getActivityInstance(task.getProcessInstanceId()), task)
        .orElseThrow(() -> new IllegalStateException("Task " + task.getId() + " stands nowhere in its process"));
  }

  private static Optional<String> find(ActivityInstance instance, Task task) {
    if (instance.getActivityId().equals(task.getTaskDefinitionKey())
        && List.of(instance.getExecutionIds()).contains(task.getExecutionId())) {
      return Optional.of(instance.getId());
    }
    for (ActivityInstance child : instance.getChildActivityInstances()) {
      Optional<String> found = find(child, task);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
