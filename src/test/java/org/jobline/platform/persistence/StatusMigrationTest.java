package org.jobline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.OrderCard;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders an earlier release left running show their status where the others do. */
@HelpdeskTest
class StatusMigrationTest {

  private static final String STALE = "0.03 Pending resource";

  private final Given given;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final HistoryService history;
  private final FilterService filters;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  StatusMigrationTest(
      Given given, RuntimeService runtime, TaskService tasks, HistoryService history, FilterService filters,
      JdbcClient jdbc, TransactionTemplate transaction) {
    this.given = given;
    this.runtime = runtime;
    this.tasks = tasks;
    this.history = history;
    this.filters = filters;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  private void migrate() throws IOException {
    String sql = new ClassPathResource("db/migration/V45__status_on_lifecycles_only.sql")
        .getContentAsString(StandardCharsets.UTF_8);
    transaction.executeWithoutResult(status -> {
      // the table orders stood in at that time
      jdbc.sql("create temporary view work_order as select * from orders").update();
      jdbc.sql(sql).update();
      jdbc.sql("drop view work_order").update();
    });
  }

  private static String[] instances(OrderUnderTest order) {
    return order.instances().stream().map(ProcessInstance::getId).toArray(String[]::new);
  }

  private OrderUnderTest asAnEarlierReleaseLeft(OrderUnderTest order) {
    order.open("add-notes-public");
    for (String instance : instances(order)) {
      runtime.setVariable(instance, OrderCard.STATUS, STALE);
    }
    return order;
  }

  @Test
  void running_orders_show_their_status_on_their_lifecycle_only() throws IOException {
    List<OrderUnderTest> orders = List.of(
        asAnEarlierReleaseLeft(given.anAssignedOrder()), asAnEarlierReleaseLeft(given.aCompletedOrder()));
    OrderUnderTest untold = given.anOrderPendingAssign();
    runtime.setVariable(untold.process("reactive").getId(), OrderCard.STATUS, STALE);

    migrate();

    for (OrderUnderTest order : orders) {
      assertThat(runtime.createVariableInstanceQuery().variableName(OrderCard.STATUS)
          .processInstanceIdIn(instances(order)).list())
          .extracting(VariableInstance::getProcessInstanceId, VariableInstance::getValue)
          .containsExactly(tuple(
              order.process("reactive").getId(), order.present().status().toString()));
      assertThat(history.createHistoricVariableInstanceQuery().variableName(OrderCard.STATUS)
          .processInstanceIdIn(instances(order)).list())
          .extracting(HistoricVariableInstance::getValue).containsExactly(order.present().status().toString());
    }
    assertThat(runtime.getVariable(untold.process("reactive").getId(), OrderCard.STATUS))
        .isEqualTo(untold.present().status().toString());
  }

  @Test
  void they_go_on_as_others_do() throws IOException {
    OrderUnderTest order = asAnEarlierReleaseLeft(given.anAssignedOrder());
    migrate();
    order.perform("accept-job", Map.of());
    assertThat(runtime.getVariable(order.process("reactive").getId(), OrderCard.STATUS))
        .isEqualTo(order.present().status().toString());
    assertThat(runtime.getVariables(order.process("attendance").getId())).doesNotContainKey(OrderCard.STATUS);
  }

  @Test
  void lists_no_longer_ask_for_it_and_keep_the_rest() throws IOException {
    Filter list = filters.newTaskFilter("Ours");
    list.setQuery(tasks.createTaskQuery().taskName("Assign"));
    list.setProperties(Map.of("color", "#123456", "variables", List.of(
        Map.of("name", "orderNumber", "label", "Order"), Map.of("name", "orderStatus", "label", "Status"),
        Map.of("name", "siteName", "label", "Site"))));
    String id = filters.saveFilter(list).getId();

    migrate();

    Filter after = filters.getFilter(id);
    assertThat(after.getProperties()).containsEntry("color", "#123456").containsEntry("variables", List.of(
        Map.of("name", "orderNumber", "label", "Order"), Map.of("name", "siteName", "label", "Site")));
    filters.deleteFilter(id);
  }
}
