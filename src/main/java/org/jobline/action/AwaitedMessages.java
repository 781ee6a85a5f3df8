package org.jobline.action;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.jobline.order.Order;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the running processes of an order wait to be told. */
@Component
class AwaitedMessages {

  private final RuntimeService runtime;

  AwaitedMessages(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  /** @param messages their names */
  boolean includeOneOf(Set<String> messages, Order order) {
    return messages.stream().anyMatch(message -> waiting(message, order).count() > 0);
  }

  /** Where the order's processes wait for one of them: ids of executions, which stay the same as long as they wait. */
  String by(Set<String> messages, Order order) {
    return messages.stream()
        .flatMap(message -> waiting(message, order).list().stream())
        .map(Execution::getId)
        .distinct().sorted().collect(Collectors.joining(","));
  }

  private ExecutionQuery waiting(String message, Order order) {
    return runtime.createExecutionQuery()
        .processInstanceBusinessKey(order.number().value())
        .messageEventSubscriptionName(message);
  }
}
