package org.jobline.operations.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders that nothing moves any more are found, and put back by a manager. */
@HelpdeskTest
class StuckOrdersTest {

  private static final Agent MANAGER = new Agent("manager", Set.of("manager"));

  private final Given given;
  private final ApiClient api;
  private final Journal journal;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final JdbcClient jdbc;

  StuckOrdersTest(
      Given given, ApiClient api, Journal journal, RuntimeService runtime, TaskService tasks, JdbcClient jdbc) {
    this.given = given;
    this.api = api;
    this.journal = journal;
    this.runtime = runtime;
    this.tasks = tasks;
    this.jdbc = jdbc;
  }

  private Optional<JsonNode> listed(OrderUnderTest order) {
    return StreamSupport.stream(api.get(MANAGER, "/api/monitoring/stuck-orders").spliterator(), false)
        .filter(row -> row.path("number").asText().equals(order.number().value()))
        .findFirst();
  }

  private ApiClient.Answer putBack(OrderUnderTest order, String status, String reason) {
    return api.call(MANAGER, ApiClient.post(
        "/api/work-orders/" + order.number() + "/put-back", Map.of("status", status, "reason", reason)));
  }

  /** As by a mishap of an operator. */
  private OrderUnderTest withoutItsProcess(OrderUnderTest order) {
    ProcessInstance lifecycle = order.process("reactive");
    runtime.deleteProcessInstance(lifecycle.getId(), "deleted by mistake");
    return order;
  }

  /** As by a diagram that was not checked: nobody is asked to do what it waits for. */
  private OrderUnderTest withATaskForNobody(OrderUnderTest order) {
    order.openTasks().forEach(task -> tasks.deleteCandidateGroup(task, "helpdesk"));
    return order;
  }

  private void assertPutBack(OrderUnderTest order, String status, String prompt) {
    assertThat(order).hasStatus(status).isWaitingFor(prompt).hasLastEvent("put-back");
    assertThat(listed(order)).isEmpty();
    assertThat(journal.verify(Optional.of(order.number())).valid()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "0.03", "0.06", "0.09", "1.00", "1.03", "1.09", "2.00", "3.00", "4.01", "5.00", "5.01", "5.02"})
  void an_order_on_its_way_is_not_stuck(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    assertThat(listed(order)).isEmpty();
    List<Object> before = order.picture();
    ApiClient.Answer answer = putBack(order, "1.00", "Let it begin again");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("not-stuck");
    assertThat(order.picture()).isEqualTo(before);
  }

  @Test
  void an_order_whose_process_is_gone_is_stuck() {
    OrderUnderTest order = withoutItsProcess(given.anAssignedOrder());
    assertThat(listed(order)).hasValueSatisfying(row -> {
      assertThat(row.path("status").asText()).isEqualTo("1.03 Pending acceptance");
      assertThat(row.path("why").asText()).isEqualTo("Its process has ended, but the order hasn't.");
      assertThat(row.path("process").asText("")).isEmpty();
    });
  }

  @Test
  void an_order_that_waits_with_a_task_for_nobody_is_stuck() {
    OrderUnderTest order = withATaskForNobody(given.anAssignedOrder());
    assertThat(listed(order)).hasValueSatisfying(row -> {
      assertThat(row.path("standsAt").toString()).contains("acceptJob");
      assertThat(row.path("process").asText()).isEqualTo(order.process("reactive").getId());
    });
  }

  @Test
  void moved_process_is_reported_with_its_place() {
    OrderUnderTest order = given.anAssignedOrder();
    runtime.createProcessInstanceModification(order.process("assignment").getId())
        .cancelAllForActivity("acceptJob").startBeforeActivity("assign").execute();
    assertThat(listed(withATaskForNobody(order))).hasValueSatisfying(row ->
        assertThat(row.path("standsAt").toString()).isEqualTo("[\"assign\",\"assignment\"]"));
  }

  @Test
  void an_order_that_waits_for_a_message_nobody_sends_is_stuck() {
    OrderUnderTest order = given.anOrderWithoutItsCertificate();
    jdbc.sql("update act_ru_event_subscr set event_name_ = 'paper-arrived'"
        + " where event_name_ = 'outstanding-item-arrived' and proc_inst_id_ = ?").param(order.process("completion").getId()).update();
    assertThat(listed(order)).isPresent();
    assertThat(putBack(order, "5.00", "The event was renamed").status()).isEqualTo(200);
    assertThat(order).hasStatus("5.00").hasLastEvent("put-back");
    assertThat(listed(order)).isEmpty();
    assertThat(order.file("Gas safety certificate").status()).isNotEqualTo("5.00");
  }

  @Test
  void an_order_at_its_end_is_not_stuck() {
    assertThat(listed(given.anOrderIn("1.09").waits(Duration.ofDays(31)))).isEmpty();
    assertThat(listed(given.anOrderIn("5.02").waits(Duration.ofDays(60)))).isEmpty();
  }

  @Test
  void an_order_that_still_misses_a_paper_is_stuck_without_its_process() {
    assertThat(listed(withoutItsProcess(given.anOrderWithoutItsCertificate()).waits(Duration.ofDays(60)))).isPresent();
  }

  @Test
  void a_locked_order_waits_for_its_authorisation() {
    OrderUnderTest order = given.anOrderPendingAssign();
    jdbc.sql("update orders set lock_profile = 'p', lock_level = 1, lock_since = now(), lock_subject = 's'"
        + " where number = ?").param(order.number().value()).update();
    assertThat(listed(withATaskForNobody(order))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.04, allocate-resource", "1.00, assign", "1.01, assign", "1.02, assign", "1.03, accept-job", "1.04, assign",
    "2.00, start-job-field-team", "3.00, stop-job", "4.00, start-job-field-team", "4.01, start-job-field-team"})
  void a_manager_puts_an_order_back_whose_process_is_gone(String status, String prompt) {
    OrderUnderTest order = withoutItsProcess(given.anAcceptedOrder());
    int events = order.events().size();
    ApiClient.Answer answer = putBack(order, status, "Its process was deleted by mistake");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertPutBack(order, status, prompt);
    assertThat(order.events()).hasSize(events + 1);
    assertThat(order.lastEvent().agent()).isEqualTo("manager");
    assertThat(order.lastEvent().summary()).isEqualTo("Put Back: Its process was deleted by mistake");
    assertThat(order.lastEvent().statusBefore()).isEqualTo("2.00");
    assertThat(order.lastEvent().statusAfter()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"1.00, assign", "1.03, accept-job", "2.00, start-job-field-team"})
  void a_manager_moves_a_process_that_stands_still(String status, String prompt) {
    OrderUnderTest order = withATaskForNobody(given.anAssignedOrder());
    String lifecycle = order.process("reactive").getId();
    assertThat(putBack(order, status, "Nobody was asked").status()).isEqualTo(200);
    assertPutBack(order, status, prompt);
    assertThat(order.process("reactive").getId()).isEqualTo(lifecycle);
    assertThat(order.openTasks()).hasSize(1);
  }

  @Test
  void an_order_that_was_put_back_goes_on_as_any_other() {
    OrderUnderTest order = withoutItsProcess(given.anAssignedOrder());
    putBack(order, "1.03", "Its process was deleted by mistake");
    assertThat(order.perform("accept-job", with())).hasStatus("2.00");
    assertThat(order.perform("cancel-job", with())).hasStatus("1.09");
    assertThat(order.perform("reinstate", with("how", "to previous status"))).hasStatus("2.00");
  }

  @Test
  void a_cancelled_order_is_put_back_to_where_it_can_be_reinstated() {
    OrderUnderTest order = withoutItsProcess(given.anOrderIn("1.09"));
    // whether it was at its end already cannot be told any more
    assertThat(listed(order)).isEmpty();
    assertThat(putBack(order, "1.09", "Not yet at its end").status()).isEqualTo(409);
  }

  @Test
  void a_completed_order_is_put_back_to_a_completed_status() {
    OrderUnderTest order = withoutItsProcess(given.anOrderInInvoiceProcess());
    assertThat(putBack(order, "2.00", "Begin again").body())
        .contains("isn't possible for an order that is completed. Possible: 5.00, 5.01, 5.02.");
    assertThat(putBack(order, "5.01", "Its process was deleted").status()).isEqualTo(200);
    assertThat(order).hasStatus("5.01").offers("recall-job");
    assertThat(order.recordFinalInvoice()).hasStatus("5.01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9.99", "0.00", "", "1.13", "Pending acceptance"})
  void a_status_the_order_cannot_wait_in_is_refused(String status) {
    OrderUnderTest order = withoutItsProcess(given.anAssignedOrder());
    List<Object> before = order.picture();
    ApiClient.Answer answer = putBack(order, status, "Somewhere");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("\"field\":\"status\"");
    assertThat(order.picture()).isEqualTo(before);
  }

  @Test
  void a_reason_must_be_given() {
    OrderUnderTest order = withoutItsProcess(given.anAssignedOrder());
    assertThat(putBack(order, "1.03", " ").body()).contains("\"field\":\"reason\"");
    assertThat(putBack(order, "1.03", "x".repeat(1_001)).status()).isEqualTo(422);
    assertThat(listed(order)).isPresent();
  }

  @Test
  void only_managers_see_and_put_back() {
    OrderUnderTest order = withoutItsProcess(given.anAssignedOrder());
    assertThat(api.call(ApiClient.post("/api/work-orders/" + order.number() + "/put-back",
        Map.of("status", "1.03", "reason", "mine"))).status()).isEqualTo(403);
    assertThat(listed(order)).isPresent();
  }
}
