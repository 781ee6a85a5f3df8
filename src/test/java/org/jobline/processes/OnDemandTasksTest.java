package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jobline.fixture.Given.AGENT;
import static org.jobline.fixture.Given.COLLEAGUE;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jobline.action.Channel;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.platform.error.NotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opening an action from its menu, completing it in Tasklist, and discarding it. */
@HelpdeskTest
class OnDemandTasksTest {

  private static final Map<String, Object> EVE = with("engineer", "Eve", "attending", 1);

  private final Given given;

  OnDemandTasksTest(Given given) {
    this.given = given;
  }

  @Test
  void a_prompt_is_opened_as_the_task_the_order_waits_with() {
    OrderUnderTest order = given.anOrderPendingAssign();
    assertThat(List.of(order.open("assign"))).isEqualTo(order.openTasks());
  }

  @ParameterizedTest
  @CsvSource({"0.03, cancel-job", "1.00, no-answer", "1.03, no-answer", "2.00, start-job-admin", "2.00, request-eta",
      "3.00, add-notes-public", "5.00, set-accrual-to-zero", "5.01, recall-job", "1.09, reinstate"})
  void opening_an_action_twice_gives_the_same_task(String status, String action) {
    OrderUnderTest order = given.anOrderIn(status);
    int tasks = order.openTasks().size();
    String first = order.open(action);
    assertThat(order.open(action)).isEqualTo(first);
    assertThat(order.openTasks()).hasSize(tasks + 1).contains(first);
    assertThat(order).hasStatus(status).offers(action);
  }

  @Test
  void two_agents_who_open_the_same_action_get_a_task_each() {
    OrderUnderTest order = given.anOrderPendingAssign();
    assertThat(order.open(AGENT, "no-answer")).isNotEqualTo(order.open(COLLEAGUE, "no-answer"));
  }

  @Test
  void an_open_task_is_completed_as_if_the_action_were_done_at_once() {
    OrderUnderTest order = given.anAssignedOrder();
    order.complete(order.open("no-answer"), with("numberTried", "0113 496 0000"));
    assertThat(order).hasStatus("1.02").isWaitingFor("assign").hasLastEvent("no-answer");
    assertThat(order.lastEvent().fields()).contains("0113 496 0000");
    assertThat(order.lastEvent().agent()).isEqualTo("agent");
  }

  @Test
  void an_action_that_was_opened_can_be_performed_too_and_leaves_no_task() {
    OrderUnderTest order = given.anOrderPendingAssign();
    String task = order.open("information");
    order.perform("information", with("kind", "for the record", "text", "The key is at reception"));
    assertThat(order.openTasks()).hasSize(1).doesNotContain(task);
  }

  @Test
  void the_menu_an_action_was_opened_from_is_kept_with_its_event() {
    OrderUnderTest order = given.anOrderPendingAssign();
    order.complete(order.open(AGENT, "cancel-job", Channel.CALL_OUT), with());
    assertThat(order.lastEvent().channel()).isEqualTo("CALL_OUT");
  }

  @Test
  void an_action_cannot_be_opened_from_a_menu_it_does_not_stand_in() {
    OrderUnderTest order = given.anOrderPendingAssign();
    assertThat(order).refuses(() -> order.open(AGENT, "no-answer", Channel.CALL_IN), "channel");
  }

  @Test
  void an_open_task_with_wrong_fields_stays_open() {
    OrderUnderTest order = given.anAcceptedOrder();
    String task = order.open("eta-provided");
    assertThat(order).refuses(() -> order.complete(task, with("eta", order.ago(Duration.ofHours(1)))), "eta");
    assertThat(order.openTasks()).contains(task);
  }

  // Discard

  @ParameterizedTest
  @CsvSource({"0.03, cancel-job", "1.00, no-answer", "1.03, no-answer", "1.03, change-resource",
      "2.00, start-job-admin", "3.00, stop-job-work-not-completed", "5.00, set-accrual-to-zero",
      "5.01, set-accrual-to-zero", "5.02, recall-job", "1.09, reinstate", "0.03, add-notes-public", "2.00, request-eta", "5.01, set-fixed-cost"})
  void discarding_an_opened_action_leaves_nothing(String status, String action) {
    OrderUnderTest order = given.anOrderIn(status);
    List<Object> before = withoutVersion(order);
    List<String> offered = order.offered();
    order.open(action);
    order.discard(action);
    assertThat(withoutVersion(order)).isEqualTo(before);
    assertThat(order.offered()).containsExactlyInAnyOrderElementsOf(offered);
  }

  /** Opening takes the order for changing, which counts its version on. */
  private static List<Object> withoutVersion(OrderUnderTest order) {
    List<Object> picture = order.picture();
    picture.remove(1);
    return picture;
  }

  @Test
  void an_action_can_be_opened_again_after_it_was_discarded() {
    OrderUnderTest order = given.anAssignedOrder();
    String first = order.open("no-answer");
    order.discard("no-answer");
    assertThat(order.open("no-answer")).isNotEqualTo(first);
    assertThat(order.perform("no-answer", with())).hasStatus("1.02");
  }

  @Test
  void only_what_the_agent_himself_opened_on_demand_can_be_discarded() {
    OrderUnderTest order = given.anOrderPendingAssign();
    order.open(COLLEAGUE, "no-answer");
    List<Object> before = order.picture();
    assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> order.discard("no-answer"));
    assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> order.discard("assign"));
    assertThat(order.picture()).isEqualTo(before);
  }

  // What somebody else left open

  @ParameterizedTest
  @CsvSource({"0.03, cancel-job", "0.03, add-notes-public", "0.03, information"})
  void an_open_task_of_a_colleague_does_not_keep_the_preparation_from_ending(String status, String open) {
    OrderUnderTest order = given.anOrderIn(status);
    order.open(COLLEAGUE, open);
    order.perform("allocate-resource", with("resource", "ALPHA", "scheduleKind", "up to SLA"));
    assertThat(order).hasStatus("1.00").isWaitingFor("assign");
  }

  @ParameterizedTest
  @CsvSource({"1.00, no-answer", "1.00, information", "1.00, change-resource", "1.00, resource-unable-to-accept",
      "1.00, remote-fix", "1.00, cancel-job", "1.00, set-fixed-cost"})
  void an_open_task_of_a_colleague_does_not_keep_the_assignment_from_ending(String status, String open) {
    OrderUnderTest order = given.anOrderIn(status);
    order.open(COLLEAGUE, open);
    order.perform("assign", with("how", "by e-mail"));
    assertThat(order).hasStatus("1.03").isWaitingFor("accept-job");
    order.perform("accept-job", with());
    assertThat(order).hasStatus("2.00").isWaitingFor("start-job-field-team");
    assertThat(order.process("assignment")).isNull();
  }

  @Test
  void an_unfinished_no_answer_of_a_colleague_does_not_keep_the_job_from_being_accepted() {
    OrderUnderTest order = given.anAssignedOrder();
    order.open(COLLEAGUE, "no-answer");
    assertThat(order.perform("accept-job", with())).hasStatus("2.00").isWaitingFor("start-job-field-team");
  }

  @ParameterizedTest
  @CsvSource({"start-job-admin", "change-resource", "remote-fix", "cancel-job", "request-eta"})
  void an_open_task_of_a_colleague_does_not_keep_the_attendance_from_ending(String open) {
    OrderUnderTest order = given.anAcceptedOrder();
    order.open(COLLEAGUE, open);
    order.perform("start-job-field-team", EVE);
    assertThat(order).hasStatus("3.00").isWaitingFor("stop-job");
    order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"));
    assertThat(order).hasStatus("5.02");
    assertThat(order.process("attendance")).isNull();
  }

  @Test
  void an_unfinished_giving_up_of_a_colleague_does_not_keep_the_attendance_from_ending() {
    OrderUnderTest order = given.anOrderOnSite();
    order.open(COLLEAGUE, "stop-job-work-not-completed");
    order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"));
    assertThat(order).hasStatus("5.02");
  }

  @Test
  void an_unfinished_recall_of_a_colleague_does_not_keep_the_order_from_ending() {
    OrderUnderTest order = given.aCompletedOrder();
    order.open(COLLEAGUE, "recall-job");
    order.waits(Duration.ofDays(15));
    assertThat(order).hasEnded();
    assertThat(order.openTasks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"set-accrual-to-zero", "recall-job", "set-fixed-cost"})
  void an_open_task_of_a_colleague_does_not_keep_a_settled_order_from_ending(String open) {
    OrderUnderTest order = given.anOrderInInvoiceProcess();
    order.open(COLLEAGUE, open);
    assertThat(order.recordFinalInvoice().waits(Duration.ofDays(15))).hasEnded();
  }

  @Test
  void an_unfinished_accrual_of_a_colleague_does_not_keep_the_document_from_arriving() {
    OrderUnderTest order = given.anOrderWithoutItsCertificate();
    order.open(COLLEAGUE, "set-accrual-to-zero");
    assertThat(order.file("Gas safety certificate")).hasStatus("5.02");
    assertThat(order.waits(Duration.ofDays(15))).hasEnded();
  }

  @Test
  void an_unfinished_reinstatement_of_a_colleague_does_not_keep_the_order_from_ending() {
    OrderUnderTest order = given.anOrderIn("1.09");
    order.open(COLLEAGUE, "reinstate");
    assertThat(order.waits(Duration.ofDays(31))).hasEnded();
    assertThat(order.openTasks()).isEmpty();
  }

  // What was opened before the order moved on

  @Test
  void a_task_whose_stage_has_ended_is_gone() {
    OrderUnderTest order = given.anAssignedOrder();
    String task = order.open("change-resource");
    order.perform(COLLEAGUE, "accept-job", with());
    assertThat(order.openTasks()).doesNotContain(task);
  }

  @Test
  void an_action_opened_again_after_the_order_moved_on_is_a_task_that_can_be_completed() {
    OrderUnderTest order = given.anOrderPendingAssign();
    String stale = order.open("no-answer");
    order.perform(COLLEAGUE, "assign", with("how", "by e-mail"));
    String task = order.open("no-answer");
    assertThat(task).isNotEqualTo(stale);
    assertThat(order.complete(task, with())).hasStatus("1.02").isWaitingFor("assign").hasLastEvent("no-answer");
  }
}
