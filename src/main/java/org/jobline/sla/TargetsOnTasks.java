package org.jobline.sla;

import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jobline.platform.engine.OrderTasks;
import org.jobline.platform.engine.SystemAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Gives the open tasks of an order, prompts and others, the due date and the priority of the order's targets. */
@Component
class TargetsOnTasks {

  private final TaskService tasks;
  private final OrderTasks orderTasks;
  private final SystemAuthentication system;

  TargetsOnTasks(@Lazy TaskService tasks, OrderTasks orderTasks, @Lazy SystemAuthentication system) {
    this.tasks = tasks;
    this.orderTasks = orderTasks;
    this.system = system;
  }

  void show(OrderTargets targets) {
    system.call(() -> {
      orderTasks.of(targets.orderNumber()).forEach(task -> show(task, targets));
      return null;
    });
  }

  private void show(Task task, OrderTargets targets) {
    Date due = dueDate(targets);
    boolean isShown = task.getPriority() == targets.urgency() && Objects.equals(millis(task.getDueDate()), millis(due));
    if (!isShown) {
      task.setDueDate(due);
      task.setPriority(targets.urgency());
      tasks.saveTask(task);
    }
  }

  /** Null when nothing of the order is due. */
  static @Nullable Date dueDate(OrderTargets targets) {
    return targets.due().map(Date::from).orElse(null);
  }

  /** What comes from the database is a date of another class, which equals no other. */
  private static @Nullable Long millis(@Nullable Date date) {
    return date == null ? null : date.getTime();
  }
}
