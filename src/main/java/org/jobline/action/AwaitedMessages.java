package org.jobline.action;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.order.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the running processes of an order wait to be told. */
@Component
class AwaitedMessages {

  // the engine's queries would ask for the processes first, then each of them
  private static final String OF_ORDER = """
      select subscription.event_name_ as message, subscription.execution_id_ as execution_id,
             subscription.activity_id_ as event, process.proc_def_id_ as process_definition_id,
             process.suspension_state_ = 2 as is_suspended
      from act_ru_execution process
      join act_ru_execution execution on execution.proc_inst_id_ = process.id_
      join act_ru_event_subscr subscription on subscription.execution_id_ = execution.id_
      where process.business_key_ = ? and subscription.event_type_ = 'message'
      order by process.id_, subscription.id_""";

  private final JdbcClient jdbc;

  AwaitedMessages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A message that a process waits for.
   *
   * @param event id of the catching event in the diagram
   */
  record Awaited(
      String message, String executionId, String event, String processDefinitionId, boolean isSuspended) {}

  List<Awaited> of(Order order) {
    return jdbc.sql(OF_ORDER).param(order.number().value()).query(Awaited.class).list();
  }

  /** @param messages their names */
  boolean includeOneOf(Set<String> messages, Order order) {
    return !messages.isEmpty() && amongThem(messages, order).findAny().isPresent();
  }

  /** Where the order's processes wait for one of them: ids of executions, which stay the same as long as they wait. */
  String by(Set<String> messages, Order order) {
    return amongThem(messages, order)
        .map(Awaited::executionId)
        .distinct().sorted().collect(Collectors.joining(","));
  }

  private Stream<Awaited> amongThem(Set<String> messages, Order order) {
    return of(order).stream().filter(awaited -> messages.contains(awaited.message()));
  }
}
