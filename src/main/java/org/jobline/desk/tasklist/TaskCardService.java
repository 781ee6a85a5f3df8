package org.jobline.desk.tasklist;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.purchasing.PurchaseListing;
import org.jobline.sla.NextTarget;
import org.jobline.sla.NextTargetService;
import org.jobline.sla.OrderTargets;
import org.jobline.sla.SlaService;
import org.jobline.sla.TargetKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the orders of tasks. */
@Service
class TaskCardService {

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final Orders orders;
  private final NextTargetService targets;
  private final SlaService slas;
  private final PurchaseListing purchases;
  private final Clock clock;

  TaskCardService(
      TaskService tasks, RuntimeService runtime, Orders orders, NextTargetService targets, SlaService slas,
      PurchaseListing purchases, Clock clock) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.orders = orders;
    this.targets = targets;
    this.slas = slas;
    this.purchases = purchases;
    this.clock = clock;
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
    Map<String, OrderTargets> targetsOf = targets.of(Set.copyOf(numbers.values()));
    Map<String, PurchaseListing.Entry> bought = purchases.of(Set.copyOf(numbers.values()));
    return found.stream()
        .flatMap(task -> Optional.ofNullable(numbers.get(task.getProcessInstanceId())).stream()
            .flatMap(number -> orders.find(new OrderNumber(number)).stream())
            .map(order -> card(task, order, Optional.ofNullable(targetsOf.get(order.number().value())),
                Optional.ofNullable(bought.get(order.number().value())))))
        .toList();
  }

  private TaskCard card(
      Task task, Order order, Optional<OrderTargets> targets, Optional<PurchaseListing.Entry> purchase) {
    Optional<NextTarget> next = targets.map(OrderTargets::next);
    return new TaskCard(
        task.getId(), order.number().value(), order.status().code().value(), order.status().name(),
        next.map(NextTarget::kind).map(TargetKind::key).orElse(null), next.map(NextTarget::due).orElse(null),
        targets.flatMap(kept -> slas.left(order, kept)).orElse(null),
        next.map(target -> target.state(clock.instant())).orElse(null),
        purchase.map(PurchaseListing.Entry::supplierName).orElse(null), order.locked());
  }
}
