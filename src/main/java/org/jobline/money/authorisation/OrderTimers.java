package org.jobline.money.authorisation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jobline.action.ActionLog;
import org.jobline.order.Order;
import org.jobline.platform.engine.SystemAuthentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The timers of an order's lifecycle stand still while it is locked; what has become due meanwhile goes off when it is
 * unlocked. Mails and the authorisation itself are processes of their own and go on.
 */
@Component
class OrderTimers {

  private final RuntimeService runtime;
  private final ManagementService management;
  private final SystemAuthentication system;
  private final ActionLog log;

  OrderTimers(
      @Lazy RuntimeService runtime, @Lazy ManagementService management, @Lazy SystemAuthentication system,
      ActionLog log) {
    this.runtime = runtime;
    this.management = management;
    this.system = system;
    this.log = log;
  }

  /** Stops or resumes them when the transaction has done all it does, which may be to set more of them. */
  void follow(Order order) {
    log.atTheEnd(() -> system.call(() -> {
      instances(order).forEach(order.locked()
          ? management::suspendJobByProcessInstanceId
          : management::activateJobByProcessInstanceId);
      return null;
    }));
  }

  /** The lifecycle and the stages it has called. */
  private List<String> instances(Order order) {
    List<ProcessInstance> all =
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(order.number().value()).list();
    Set<String> lifecycles = runtime.createProcessInstanceQuery()
        .processInstanceBusinessKey(order.number().value())
        .processDefinitionKey(order.type().lifecycle())
        .list().stream()
        .map(ProcessInstance::getId)
        .collect(Collectors.toSet());
    return all.stream()
        .filter(instance -> lifecycles.contains(instance.getRootProcessInstanceId()))
        .map(ProcessInstance::getId)
        .toList();
  }
}
