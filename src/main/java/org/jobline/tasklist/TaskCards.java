package org.jobline.tasklist;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jobline.sla.SlaClock;
import org.jobline.sla.SlaTarget;
import org.jobline.sla.Slas;
import org.jobline.order.OrderNumber;
import org.jobline.order.Order;
import org.jobline.order.Orders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the orders of tasks. */
@Service
class TaskCards {

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final Orders orders;
  private final Slas slas;

  TaskCards(TaskService tasks, RuntimeService runtime, Orders orders, Slas slas) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.orders = orders;
    this.slas = slas;
  }

  @Transactional(readOnly = true)
  List<TaskCard> of(Collection<String> ids) {
    List<Task> found = tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list();
    if (found.isEmpty()) {
      return List.of();
    }
    Map<String, String> numbers = runtime.createProcessInstanceQuery()
        .processInstanceIds(found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet())).list().stream()
        .filter(instance -> instance.getBusinessKey() != null)
        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    return found.stream()
        .flatMap(task -> Optional.ofNullable(numbers.get(task.getProcessInstanceId())).stream()
            .flatMap(number -> orders.find(new OrderNumber(number)).stream())
            .map(order -> card(task, order)))
        .toList();
  }

  private TaskCard card(Task task, Order order) {
    String number = order.number().value();
    String code = order.status().code().value();
    String name = order.status().name();
    return slas.current(order.number()).flatMap(TaskCards::next)
        .map(next -> new TaskCard(task.getId(), number, code, name, next.name(), next.target().due(),
            next.target().left(), next.target().state(), order.locked()))
        .orElseGet(() -> new TaskCard(task.getId(), number, code, name, null, null, null, null, order.locked()));
  }

  private record Next(String name, SlaTarget target) {}

  private static Optional<Next> next(SlaClock clock) {
    return Stream.of(
            new Next("respond", clock.respond()), new Next("temporaryFix", clock.temporaryFix()),
            new Next("fix", clock.fix()))
        .filter(candidate -> candidate.target() != null && candidate.target().runs())
        .findFirst();
  }
}
