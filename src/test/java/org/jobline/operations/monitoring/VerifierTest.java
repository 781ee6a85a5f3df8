package org.jobline.operations.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.OrderNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** Only orders that are not what their events or their process say are found. */
@HelpdeskTest
class VerifierTest {

  private static final Agent FINANCE = new Agent("finance", Set.of("finance"));
  private static final Agent MANAGER = new Agent("manager", Set.of("manager"));
  private static final String EVENT = "The status is not the one its last event left it in.";
  private static final String PASSED = "The status is not the one its process has passed last.";
  private static final String ENDED = "Its process has ended, but the order hasn't.";
  private static final String NO_ORDER = "A process runs for an order that does not exist.";
  private static final String PLACE = "It cannot have this status where its process stands.";

  private final Given given;
  private final ApiClient api;
  private final Verifier verifier;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final FormService forms;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  VerifierTest(
      Given given, ApiClient api, Verifier verifier, RuntimeService runtime, RepositoryService repository,
      FormService forms, JdbcClient jdbc, TransactionTemplate transaction) {
    this.given = given;
    this.api = api;
    this.verifier = verifier;
    this.runtime = runtime;
    this.repository = repository;
    this.forms = forms;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  private void assertHealthy(OrderUnderTest order) {
    Verification verification = verifier.verify(Optional.of(order.number()));
    assertThat(verification)
        .isEqualTo(new Verification(true, order.events().size(), null, List.of(), 0));
  }

  private List<OrderDifference> differences(OrderUnderTest order) {
    Verification verification = verifier.verify(Optional.of(order.number()));
    assertThat(verification.firstBroken()).as("the chain of events").isNull();
    assertThat(verification.valid()).isEqualTo(verification.differences().isEmpty());
    assertThat(verification.differences()).extracting(OrderDifference::number).containsOnly(order.number().value());
    return verification.differences();
  }

  private void assertDiffers(OrderUnderTest order, Tuple... differences) {
    assertThat(differences(order)).extracting(OrderDifference::what, OrderDifference::expected, OrderDifference::found)
        .containsExactlyInAnyOrder(differences);
  }

  private void sql(String change, OrderUnderTest order) {
    assertThat(jdbc.sql(change).param("number", order.number().value()).update()).isPositive();
  }

  private void status(OrderUnderTest order, String code, String name) {
    assertThat(jdbc.sql("update orders set status_code = ?, status_name = ? where number = ?")
        .params(code, name, order.number().value()).update()).isEqualTo(1);
  }

  private OrderUnderTest aLockedOrder() {
    return given.anAssignedOrder().perform("set-fixed-cost", with("amount", 12_500, "sure", true));
  }

  private void deleteProcess(OrderUnderTest order, String key) {
    runtime.deleteProcessInstance(order.process(key).getId(), "deleted by mistake");
  }

  /** Takes the process away from where it stands, past every milestone that would lead there. */
  private void move(ProcessInstance process, String element) {
    ActivityInstance standing = runtime.getActivityInstance(process.getId());
    ProcessInstanceModificationBuilder move = runtime.createProcessInstanceModification(process.getId());
    List.of(standing.getChildActivityInstances()).forEach(child -> move.cancelActivityInstance(child.getId()));
    move.startBeforeActivity(element).execute();
  }

  // what nobody has tampered with

  @ParameterizedTest
  @ValueSource(strings = {
    "0.03", "0.04", "0.05", "0.06", "0.09", "1.00", "1.01", "1.02", "1.03", "1.04", "1.09", "2.00", "3.00", "4.00",
    "4.01", "5.00", "5.01", "5.02"})
  void an_order_on_its_way_is_valid(String status) {
    assertHealthy(given.anOrderIn(status));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "no-answer", "information", "change-resource", "cancel-job", "add-notes-public", "set-fixed-cost"})
  void an_order_with_an_action_opened_is_valid(String action) {
    OrderUnderTest order = given.anAssignedOrder();
    order.open(action);
    assertHealthy(order);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.00", "1.02", "1.04"})
  void an_order_whose_status_was_set_on_demand_is_valid(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    assertHealthy(order.perform("information", with("kind", "information required", "text", "Which?")));
    assertHealthy(order.perform("information", with("kind", "information given", "text", "This.")));
    assertHealthy(order.perform("no-answer", with()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.04", "0.06", "1.00", "1.01", "1.02", "1.03", "2.00"})
  void an_order_that_was_cancelled_and_reinstated_is_valid(String status) {
    OrderUnderTest order = given.anOrderIn(status).perform("cancel-job", with());
    assertHealthy(order);
    assertThat(order.perform("reinstate", with("how", "to previous status"))).hasStatus(status);
    assertHealthy(order);
  }

  @Test
  void an_order_at_its_end_is_valid() {
    OrderUnderTest cancelled = given.anOrderIn("1.09").waits(Duration.ofDays(31));
    OrderUnderTest free = given.anOrderIn("5.02").waits(Duration.ofDays(60));
    OrderUnderTest settled = given.anOrderInInvoiceProcess().recordFinalInvoice().waits(Duration.ofDays(60));
    List.of(cancelled, free, settled).forEach(order -> {
      assertThat(order).hasEnded();
      assertHealthy(order);
    });
  }

  @Test
  void orders_of_a_batch_are_valid() {
    String building = given.aBuilding();
    OrderUnderTest first = given.heldIn(building);
    OrderUnderTest second = given.heldIn(building).perform("batch-release", with());
    String parent = api.get("/api/work-orders/" + first.number()).at("/links/0/number").asText();
    List.of(first, second, given.order(new OrderNumber(parent))).forEach(this::assertHealthy);
  }

  @Test
  void an_order_that_waits_for_authorisation_is_valid_whatever_becomes_of_it() {
    OrderUnderTest authorised = aLockedOrder();
    OrderUnderTest refused = aLockedOrder();
    assertThat(authorised.present().locked()).isTrue();
    assertHealthy(authorised);
    assertHealthy(authorised.perform(
        FINANCE, "authorise", with("decision", "authorise", "reference", "AU-7", "expenditure", "revenue")));
    assertThat(refused.perform(
        FINANCE, "authorise", with("decision", "refuse", "reference", "AU-8", "reason", "Too dear"))).hasStatus("1.09");
    assertHealthy(refused);
    assertThat(refused.perform("reinstate", with("how", "to previous status", "authorisation", "re-enter")).present()
        .locked()).isTrue();
    assertHealthy(refused);
  }

  @Test
  void an_order_that_was_put_back_is_valid() {
    OrderUnderTest gone = given.anAcceptedOrder();
    deleteProcess(gone, "reactive");
    OrderUnderTest moved = given.anAcceptedOrder();
    move(moved.process("attendance"), "stopJob");
    jdbc.sql("delete from act_ru_identitylink where task_id_ in (select id_ from act_ru_task where proc_inst_id_ = ?)")
        .param(moved.process("attendance").getId()).update();
    for (OrderUnderTest order : List.of(gone, moved)) {
      assertThat(differences(order)).isNotEmpty();
      assertThat(api.call(MANAGER, ApiClient.post("/api/work-orders/" + order.number() + "/put-back",
          Map.of("status", "1.03", "reason", "Somebody tampered with it"))).status()).isEqualTo(200);
      assertHealthy(order);
    }
  }

  @Test
  void both_orders_of_a_conversion_are_valid() throws IOException {
    withDeployed(
        deployment -> deployment.addClasspathResource("lifecycles/audit.bpmn")
            .addString("forms/log-work-order.form", read("forms/log-work-order.form"))
            .addString("forms/allocate-resource.form", read("forms/allocate-resource.form")),
        () -> {
          OrderUnderTest order = given.anOrderPendingAssign().perform("convert", with("type", "AUDIT"));
          assertThat(order).hasStatus("1.09");
          assertHealthy(order);
          String target = api.get("/api/work-orders/" + order.number()).at("/links/0/number").asText();
          assertHealthy(given.order(new OrderNumber(target)));
        });
  }

  @Test
  void a_process_is_held_against_the_version_of_the_diagram_it_runs_on() throws IOException {
    OrderUnderTest order = given.anOrderIn("0.04");
    withDeployed(
        deployment -> deployment.addString("stages/preparation.bpmn",
            read("processes/stages/preparation.bpmn").replace(
                "0.x4 Pending resource allocation", "0.x5 Pending schedule set")),
        () -> {
          OrderUnderTest later = given.aLoggedOrder("scheduleKind", "up to SLA");
          assertThat(later).hasStatus("0.05");
          assertHealthy(later);
          assertHealthy(order);
        });
  }

  private interface Deploying {
    void into(DeploymentBuilder deployment) throws IOException;
  }

  private void withDeployed(Deploying files, Runnable doing) throws IOException {
    DeploymentBuilder deployment = repository.createDeployment().name("of a test");
    files.into(deployment);
    String id = deployment.deploy().getId();
    try {
      doing.run();
    } finally {
      repository.deleteDeployment(id, true);
    }
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of(file));
  }

  /** The history of a process may be deleted while it runs: its time begins when the process does. */
  @Test
  void where_a_process_stands_is_known_without_its_history() {
    OrderUnderTest healthy = given.anAssignedOrder();
    OrderUnderTest moved = given.anAssignedOrder();
    move(moved.process("assignment"), "assign");
    for (OrderUnderTest order : List.of(healthy, moved)) {
      for (String table : List.of("act_hi_actinst", "act_hi_varinst", "act_hi_procinst")) {
        sql("delete from " + table + " where root_proc_inst_id_ = '" + order.process("reactive").getId()
            + "' and :number <> ''", order);
      }
    }
    assertHealthy(healthy);
    assertThat(differences(moved)).isNotEmpty();
  }

  // what somebody has tampered with

  @Test
  void a_status_that_cockpit_shows_and_the_order_has_not_is_found() {
    OrderUnderTest order = given.anAcceptedOrder();
    sql("update act_ru_variable set text_ = '0.03 Pending resource allocation and schedule' where name_ = 'orderStatus'"
        + " and execution_id_ = '" + order.process("reactive").getId() + "' and :number <> ''", order);
    assertThat(differences(order)).extracting(OrderDifference::what).containsExactly(PASSED);
  }

  @Test
  void a_status_set_to_creation_without_an_event_is_found() {
    OrderUnderTest order = given.anAssignedOrder();
    status(order, "0.00", "Creation");
    assertDiffers(order,
        tuple(EVENT, "1.03 after event 2, Assign", "0.00 Creation"),
        tuple(PASSED, "1.03 Pending acceptance", "0.00 Creation"),
        tuple(PLACE, "1.00, 1.01, 1.02, 1.03 at acceptJob of assignment", "0.00 Creation"));
  }

  @Test
  void a_status_is_found_that_the_process_could_have_where_it_stands() {
    OrderUnderTest order = given.anOrderPendingAssign();
    status(order, "1.02", "Pending assign - resource uncontactable");
    assertThat(differences(order)).extracting(OrderDifference::what).containsExactlyInAnyOrder(EVENT, PASSED);
  }

  @Test
  void the_name_of_a_status_that_was_changed_is_found() {
    OrderUnderTest order = given.anOrderPendingAssign();
    status(order, "1.00", "Nearly done");
    assertDiffers(order, tuple(PASSED, "1.00 Pending assign", "1.00 Nearly done"));
  }

  @Test
  void an_order_and_its_process_changed_alike_are_found_by_the_event() {
    OrderUnderTest order = given.anOrderPendingAssign();
    status(order, "1.02", "Pending assign - resource uncontactable");
    sql("""
        update act_ru_variable set text_ = '1.02 Pending assign - resource uncontactable'
        where name_ = 'orderStatus'
          and proc_inst_id_ in (select id_ from act_ru_execution where business_key_ = :number)""", order);
    assertDiffers(order,
        tuple(EVENT, "1.00 after event 1, Log Work Order", "1.02 Pending assign - resource uncontactable"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "1.03", "3.00", "5.00", "5.01", "5.02"})
  void a_process_deleted_under_its_order_is_found(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    deleteProcess(order, "reactive");
    assertDiffers(order, tuple(ENDED, "one process reactive", "none in " + order.present().status()));
  }

  @Test
  void an_order_is_not_at_its_end_while_papers_are_missing() {
    OrderUnderTest order = given.anOrderWithoutItsCertificate();
    deleteProcess(order, "reactive");
    order.waits(Duration.ofDays(60));
    assertThat(differences(order)).extracting(OrderDifference::what).containsExactly(ENDED);
  }

  @Test
  void a_process_moved_past_milestones_is_found() {
    OrderUnderTest order = given.anAssignedOrder();
    move(order.process("assignment"), "assign");
    assertDiffers(order, tuple(
        PLACE, "1.00, 1.01, 1.02, 1.04 at assign of assignment", "1.03 Pending acceptance"));
  }

  @Test
  void a_process_moved_to_another_milestone_is_found() {
    OrderUnderTest order = given.anAssignedOrder();
    move(order.process("reactive"), "attendance");
    assertThat(order).hasStatus("2.00");
    assertDiffers(order, tuple(EVENT, "1.03 after event 2, Assign", "2.00 Pending attendance"));
  }

  @Test
  void a_second_lifecycle_under_the_number_of_an_order_is_found() {
    OrderUnderTest order = given.anAssignedOrder();
    runtime.createProcessInstanceByKey("reactive").businessKey(order.number().value())
        .startBeforeActivity("preparation").execute();
    assertThat(differences(order)).extracting(OrderDifference::what, OrderDifference::expected)
        .contains(tuple("Several processes move it.", "one process reactive"));
  }

  /** As somebody who is not let in by the ways in may have done, or may do by one that is forgotten. */
  @Test
  void an_order_set_back_by_logging_another_under_its_number_is_found() {
    OrderUnderTest order = given.anAssignedOrder();
    String lifecycle = repository.createProcessDefinitionQuery().processDefinitionKey("reactive").latestVersion()
        .singleResult().getId();
    forms.submitStartForm(lifecycle, order.number().value(), Given.aCall());
    assertThat(order).hasStatus("0.00");
    assertThat(differences(order)).extracting(OrderDifference::what).contains(EVENT, PASSED, PLACE);
    assertThat(differences(order)).extracting(OrderDifference::found).containsOnly("0.00 Creation");
  }

  @Test
  void a_stage_started_by_itself_under_the_number_of_an_order_is_found() {
    OrderUnderTest order = given.anAcceptedOrder();
    ProcessInstance second = runtime.startProcessInstanceByKey("attendance", order.number().value());
    assertThat(order).hasStatus("2.00");
    assertDiffers(order, tuple("Several processes move it.", "one process reactive",
        "attendance " + second.getId() + ", reactive " + order.process("reactive").getId()));
  }

  @Test
  void a_process_for_an_order_that_does_not_exist_is_found() {
    OrderUnderTest order = given.anAssignedOrder();
    String lifecycle = order.process("reactive").getId();
    underAnotherNumber(lifecycle, "R-99999999", found -> {
      assertThat(found).contains(new OrderDifference("R-99999999", NO_ORDER, "none", "reactive " + lifecycle));
      assertThat(found).extracting(OrderDifference::number, OrderDifference::what)
          .contains(tuple(order.number().value(), ENDED));
    });
    underAnotherNumber(lifecycle, null, found ->
        assertThat(found).contains(new OrderDifference(null, NO_ORDER, "none", "reactive " + lifecycle)));
  }

  private void underAnotherNumber(String process, String number, Consumer<List<OrderDifference>> check) {
    inATransactionNotKept(() -> {
      jdbc.sql("update act_ru_execution set business_key_ = ? where id_ = ?").params(number, process).update();
      check.accept(verifier.verify(Optional.empty()).differences());
    });
  }

  private void inATransactionNotKept(Runnable doing) {
    transaction.executeWithoutResult(state -> {
      state.setRollbackOnly();
      doing.run();
    });
  }

  @Test
  void a_lock_nobody_is_asked_to_open_is_found() {
    OrderUnderTest order = aLockedOrder();
    String asking = order.process("authorisation").getId();
    inATransactionNotKept(() -> {
      sql("update orders set lock_profile = null, lock_level = null, lock_since = null, lock_subject = null"
          + " where number = :number", order);
      assertDiffers(order, tuple("It is not locked, though somebody is asked to authorise it.",
          "no process authorisation", "authorisation " + asking));
    });
    runtime.deleteProcessInstance(asking, "deleted by mistake");
    assertDiffers(order, tuple("It is locked, though not one process asks for its authorisation.",
        "one process authorisation", "none"));
  }

  // what is answered

  @Test
  void the_answer_says_which_orders_differ_and_how() {
    OrderUnderTest order = given.anAssignedOrder();
    String one = "/api/work-orders/" + order.number() + "/events/verify";
    JsonNode healthy = api.get(MANAGER, one);
    assertThat(healthy.toString())
        .isEqualTo("{\"valid\":true,\"checked\":2,\"differences\":[],\"moreDifferences\":0}");
    status(order, "1.00", "Pending assign");
    for (String path : List.of(one, "/api/events/verify")) {
      JsonNode answer = api.get(MANAGER, path);
      assertThat(answer.path("valid").asBoolean()).isFalse();
      assertThat(answer.path("differences").findValuesAsText("number")).contains(order.number().value());
    }
    JsonNode first = api.get(MANAGER, one).at("/differences/0");
    assertThat(first.path("what").asText()).isEqualTo(EVENT);
    assertThat(first.path("expected").asText()).isEqualTo("1.03 after event 2, Assign");
    assertThat(first.path("found").asText()).isEqualTo("1.00 Pending assign");
  }

  @Test
  void an_order_that_does_not_exist_is_not_valid() {
    assertThat(api.call(MANAGER, MockMvcRequestBuilders.get("/api/work-orders/R-99999999/events/verify")).status())
        .isEqualTo(404);
  }

  @Test
  void no_more_differences_are_listed_than_a_person_can_read() {
    OrderUnderTest order = given.anAssignedOrder();
    inATransactionNotKept(() -> {
      long before = counted();
      jdbc.sql("""
          insert into orders (number, type, status_code, status_name, client, site, contact_name, logged_at, logged_by,
            version)
          select 'R-' || 900000000 + i, type, '1.09', 'Cancelled', client, site, contact_name, logged_at, logged_by, 0
          from orders, generate_series(1, 250) i where number = ?""")
          .param(order.number().value()).update();
      assertThat(counted()).isEqualTo(before + 250);
      assertThat(verifier.verify(Optional.empty()).differences()).hasSize(100)
          .isSortedAccordingTo((one, other) -> one.number().compareTo(other.number()));
    });
  }

  private long counted() {
    Verification verification = verifier.verify(Optional.empty());
    return verification.differences().size() + verification.moreDifferences();
  }
}
