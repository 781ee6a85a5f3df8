package org.jobline.action;

import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.engine.SystemAuthentication;
import org.jobline.platform.engine.UserListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Gives back what somebody held who has no login any more: else it is in nobody's list, and a namesake inherits it. */
@Component
class RemovedAgents implements UserListener {

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final Orders orders;
  private final OpenedTasks opened;
  private final ClosedTasks closed;
  private final ToldChanges told;
  private final SystemAuthentication system;

  RemovedAgents(
      @Lazy TaskService tasks, @Lazy RuntimeService runtime, Orders orders, OpenedTasks opened, ClosedTasks closed,
      ToldChanges told, @Lazy SystemAuthentication system) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.orders = orders;
    this.opened = opened;
    this.closed = closed;
    this.told = told;
    this.system = system;
  }

  @Override
  public void removed(String user) {
    system.call(() -> {
      List<OpenedTasks.Held> held = tasks.createTaskQuery().taskAssignee(user).list().stream()
          .flatMap(task -> opened.held(task).stream())
          .sorted(Comparator.comparing(each -> order(each.task())))
          .toList();
      held.forEach(each -> {
        orders.lock(new OrderNumber(order(each.task())));
        opened.giveBack(each, user + " was removed");
      });
      // tasks of other processes that may be deployed beside ours
      tasks.createTaskQuery().taskAssignee(user).list().forEach(task -> tasks.setAssignee(task.getId(), null));
      return null;
    });
    closed.forget(user);
    told.forget(user);
  }

  private String order(Task task) {
    return runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult()
        .getBusinessKey();
  }
}
