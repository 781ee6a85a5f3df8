package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.jobline.action.Channel;
import org.jobline.action.Submission;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stage 1: the order is sent to its contractor, which accepts it, declines it or is not reached. */
@HelpdeskTest
class AssignmentTest {

  private static final Map<String, Object> BY_PHONE = with("how", "by phone", "spokeTo", "Dispatch");
  private static final Map<String, Object> DECLINED = with("callerName", "Dispatch", "reason", "No capacity");
  private static final Map<String, Object> FIXED = with("whatWasDone", "Told them which switch to press");

  private final Given given;
  private final TaskService tasks;

  AssignmentTest(Given given, TaskService tasks) {
    this.given = given;
    this.tasks = tasks;
  }

  // Assign

  @ParameterizedTest
  @ValueSource(strings = {"1.00", "1.01", "1.02", "1.04"})
  void an_order_that_is_assigned_waits_for_acceptance(String from) {
    OrderUnderTest order = given.anOrderIn(from).perform("assign", BY_PHONE);
    assertThat(order).hasStatus("1.03").isWaitingFor("accept-job").hasLastEvent("assign");
    assertThat(order.process("assignment")).isWaitingAt("acceptJob");
    assertThat(order.present().sentAt()).isPresent();
  }

  @Test
  void a_contractor_that_accepts_automatically_skips_the_acceptance() {
    OrderUnderTest order = given.anOrderPendingAssign("resource", "QUICK");
    assertThat(order).hasStatus("1.00").isWaitingFor("assign");
    order.perform("assign", with("how", "by e-mail"));
    assertThat(order).hasStatus("2.00").isWaitingFor("start-job-field-team").hasLastEvent("assign")
        .doesNotOffer("accept-job");
    assertThat(order.process("attendance")).isWaitingAt("startJobFieldTeam");
  }

  @Test
  void who_was_spoken_to_and_the_reference_are_kept() {
    OrderUnderTest order = given.anOrderPendingAssign().perform("assign", but(BY_PHONE, "reference", "A-77"));
    assertThat(order.lastEvent().spokeTo()).isEqualTo("Dispatch");
    assertThat(order.lastEvent().channel()).isEqualTo("CALL_OUT");
    assertThat(order.present().contractorReference()).isEqualTo("A-77");
  }

  @Test
  void an_assignment_that_does_not_say_how_or_to_whom_is_refused() {
    assertThat(given.anOrderPendingAssign())
        .refuses("assign", with(), "how")
        .refuses("assign", with("how", "by pigeon"), "how")
        .refuses("assign", with("how", "by phone"), "spokeTo")
        .refuses("assign", but(BY_PHONE, "spokeTo", "x".repeat(201)), "spokeTo")
        .refuses("assign", but(BY_PHONE, "reference", "x".repeat(101)), "reference")
        .refuses("assign", but(BY_PHONE, "notes", "x".repeat(4001)), "notes")
        .refuses("assign", but(BY_PHONE, "resource", "BETA"), "resource");
  }

  @Test
  void an_action_from_a_menu_it_does_not_stand_in_is_refused() {
    OrderUnderTest order = given.anOrderPendingAssign();
    assertThat(order).refuses(
        () -> order.perform(Given.AGENT, "assign", new Submission(BY_PHONE, Channel.CALL_IN, null)), "channel");
  }

  // Accept Job

  @Test
  void an_accepted_job_is_pending_attendance() {
    OrderUnderTest order = given.anAssignedOrder().perform("accept-job", with());
    assertThat(order).hasStatus("2.00").isWaitingFor("start-job-field-team").hasLastEvent("accept-job")
        .saysInItsLastEvent("no ETA");
    assertThat(order.process("assignment")).isNull();
    assertThat(order.process("attendance")).isWaitingAt("startJobFieldTeam");
  }

  @Test
  void an_acceptance_may_come_with_eta_and_reference() {
    OrderUnderTest order = given.anAssignedOrder();
    String eta = order.in(Duration.ofHours(2));
    order.perform("accept-job", with("eta", eta, "reference", "A-78"));
    assertThat(order.present().eta()).contains(Instant.parse(eta));
    assertThat(order.present().contractorReference()).isEqualTo("A-78");
    assertThat(order.lastEvent().summary()).doesNotContain("no ETA");
  }

  @Test
  void an_acceptance_with_an_eta_in_the_past_is_refused() {
    OrderUnderTest order = given.anAssignedOrder();
    assertThat(order)
        .refuses("accept-job", with("eta", order.ago(Duration.ofMinutes(2))), "eta")
        .refuses("accept-job", with("eta", "soon"), "eta")
        .refuses("accept-job", with("reference", "x".repeat(101)), "reference")
        .refuses("accept-job", with("spokeTo", "x".repeat(201)), "spokeTo")
        .refuses("accept-job", with("notes", "x".repeat(4001)), "notes")
        .refuses("accept-job", with("accepted", true), "accepted");
  }

  // No Answer

  @ParameterizedTest
  @ValueSource(strings = {"1.00", "1.01", "1.03", "1.04"})
  void a_contractor_that_does_not_answer_is_uncontactable_and_can_be_assigned_again(String from) {
    OrderUnderTest order = given.anOrderIn(from).perform("no-answer", with("numberTried", "0113 496 0000"));
    assertThat(order).hasStatus("1.02").isWaitingFor("assign").hasLastEvent("no-answer")
        .saysInItsLastEvent("attempt 1");
    assertThat(order.process("assignment")).isWaitingAt("assign");
    assertThat(order.perform("assign", BY_PHONE)).hasStatus("1.03").isWaitingFor("accept-job");
  }

  @Test
  void attempts_are_counted_and_the_next_is_due_in_15_minutes() {
    OrderUnderTest order = given.anAssignedOrder().perform("no-answer", with())
        .perform("assign", BY_PHONE).perform("no-answer", with());
    assertThat(order.present().contactAttempts()).isEqualTo(2);
    assertThat(order.present().nextAttemptAt().orElseThrow())
        .isBetween(Instant.parse(order.in(Duration.ofMinutes(14))), Instant.parse(order.in(Duration.ofMinutes(15))));
  }

  @Test
  void too_long_a_number_tried_is_refused() {
    assertThat(given.anOrderPendingAssign())
        .refuses("no-answer", with("numberTried", "0".repeat(51)), "numberTried")
        .refuses("no-answer", with("numberTried", true), "numberTried")
        .refuses("no-answer", with("notes", "x".repeat(4001)), "notes")
        .refuses("no-answer", with("status", "1.03"), "status");
  }

  // Information

  @ParameterizedTest
  @ValueSource(strings = {"1.00", "1.02", "1.04"})
  void a_question_holds_the_order(String from) {
    OrderUnderTest order = given.anOrderIn(from)
        .perform("information", with("kind", "information required", "text", "Which boiler?"));
    assertThat(order).hasStatus("1.01").isWaitingFor("assign").hasLastEvent("information");
  }

  @Test
  void an_answer_lets_the_order_go_on() {
    OrderUnderTest order = given.anOrderAwaitingAnAnswer()
        .perform("information", with("kind", "information given", "text", "The left one", "who", "Hannah"));
    assertThat(order).hasStatus("1.00").isWaitingFor("assign").hasLastEvent("information");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "0.05", "1.00", "1.01", "1.02", "1.03", "1.04", "2.00", "3.00", "4.01"})
  void information_for_the_record_changes_nothing(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    List<String> prompts = order.prompts();
    order.perform("information", with("kind", "for the record", "text", "The key is at reception"));
    assertThat(order).hasStatus(status).hasLastEvent("information").isWaitingFor(prompts.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "0.03, information required", "1.00, information given", "1.01, information required", "1.02, information given",
    "1.03, information required", "1.03, information given", "2.00, information required", "4.01, information given",
    "1.00, gossip"
  })
  void information_of_a_kind_that_does_not_fit_the_status_is_refused(String status, String kind) {
    assertThat(given.anOrderIn(status)).refuses("information", with("kind", kind, "text", "?"), "kind");
  }

  @Test
  void information_without_kind_or_text_is_refused() {
    assertThat(given.anOrderPendingAssign())
        .refuses("information", with(), "kind", "text")
        .refuses("information", with("kind", "for the record", "text", " "), "text")
        .refuses("information", with("kind", "for the record", "text", "x".repeat(4001)), "text")
        .refuses("information", with("kind", "for the record", "text", "?", "who", "x".repeat(201)), "who");
  }

  // What holds an order back

  @ParameterizedTest
  @CsvSource({
    "1.00, no-answer, , 1.02", "1.01, no-answer, , 1.02", "1.04, no-answer, , 1.02",
    "1.00, information, information required, 1.01", "1.02, information, information required, 1.01",
    "1.04, information, information required, 1.01", "1.01, information, information given, 1.00",
    "1.02, information, for the record, 1.02"})
  void the_prompt_stays_with_its_agent_when_the_status_changes(
      String from, String action, String kind, String status) {
    OrderUnderTest order = given.anOrderIn(from);
    String prompt = order.openTasks().get(0);
    tasks.claim(prompt, Given.COLLEAGUE.name());
    order.perform(action, kind == null ? with() : with("kind", kind, "text", "The left boiler"));
    assertThat(order).hasStatus(status).isWaitingFor("assign");
    assertThat(order.openTasks()).containsExactly(prompt);
    assertThat(tasks.createTaskQuery().taskId(prompt).singleResult().getAssignee())
        .isEqualTo(Given.COLLEAGUE.name());
  }

  @Test
  void an_order_that_is_held_back_is_not_assigned_automatically() {
    OrderUnderTest order = given.anOrderPendingAssign("resource", "MAILED").perform("no-answer", with());
    assertThat(order).hasStatus("1.02").isWaitingFor("assign");
    assertThat(cancelledAndReinstated(order)).hasStatus("1.02").isWaitingFor("assign");
    order.perform("information", with("kind", "information required", "text", "Which boiler?"));
    assertThat(cancelledAndReinstated(order)).hasStatus("1.01").isWaitingFor("assign");
    order.perform("information", with("kind", "information given", "text", "The left one"));
    assertThat(order).hasStatus("1.00").isWaitingFor("assign");
    assertThat(cancelledAndReinstated(order)).hasStatus("1.03").isWaitingFor("accept-job");
  }

  private static OrderUnderTest cancelledAndReinstated(OrderUnderTest order) {
    return order.perform("cancel-job", with()).perform("reinstate", with("how", "to previous status"));
  }

  // Contractor Unable to Accept Work

  @ParameterizedTest
  @ValueSource(strings = {"1.00", "1.01", "1.02", "1.03", "1.04"})
  void a_refused_job_goes_back_to_allocation(String from) {
    OrderUnderTest order = given.anOrderIn(from).perform("resource-unable-to-accept", DECLINED);
    assertThat(order).hasStatus("0.04").hasNoContractor().isWaitingFor("allocate-resource")
        .hasLastEvent("resource-unable-to-accept").saysInItsLastEvent("Alpha Ltd declined");
    assertThat(order.process("preparation")).isWaitingAt("allocateResource");
    assertThat(order.process("assignment")).isNull();
  }

  @Test
  void a_refused_job_is_offered_to_the_next_contractor_where_the_client_wants_that() {
    OrderUnderTest order = given.anAssignedOrder("site", "NEXT-HQ").perform("resource-unable-to-accept", DECLINED);
    assertThat(order).hasStatus("1.00").hasContractor("BETA").isWaitingFor("assign")
        .hasLastEvent("resource-unable-to-accept").saysInItsLastEvent("next contractor: Beta Ltd");
    assertThat(order.present().sentAt()).isEmpty();
    assertThat(order.lastEvent().fields()).contains("\"resource\":{\"from\":\"ALPHA\",\"to\":\"BETA\"}");
  }

  @Test
  void the_next_contractor_is_assigned_at_once_when_it_is_automatic() {
    OrderUnderTest order = given.anAssignedOrder("site", "NEXT-HQ");
    order.perform("resource-unable-to-accept", DECLINED);
    order.perform("resource-unable-to-accept", DECLINED);
    assertThat(order).hasStatus("1.00").hasContractor("GAMMA");
    order.perform("resource-unable-to-accept", DECLINED);
    assertThat(order).hasStatus("2.00").hasContractor("AUTO").isWaitingFor("start-job-field-team")
        .hasLastEvent("resource-unable-to-accept");
  }

  @Test
  void a_job_everybody_refused_goes_back_to_allocation() {
    OrderUnderTest order = given.anAssignedOrder("site", "FAR");
    order.perform("resource-unable-to-accept", DECLINED);
    order.perform("resource-unable-to-accept", DECLINED);
    order.perform("resource-unable-to-accept", DECLINED);
    assertThat(order).hasStatus("0.04").hasNoContractor().isWaitingFor("allocate-resource");
    assertThat(order.present().refusedBy()).containsExactly("ALPHA", "BETA", "GAMMA");
  }

  @Test
  void a_job_everybody_refused_can_be_given_to_everybody_else() {
    OrderUnderTest order = given.anAssignedOrder("site", "FAR");
    order.perform("resource-unable-to-accept", DECLINED);
    order.perform("resource-unable-to-accept", DECLINED);
    order.perform("resource-unable-to-accept", DECLINED).perform("allocate-resource", with("resource", "QUICK"));
    assertThat(order).hasStatus("1.00").hasContractor("QUICK")
        .saysInItsLastEvent("allocated to Quick Ltd (outside its region)");
  }

  @Test
  void a_refusal_gives_one_of_the_reasons_of_the_client() {
    OrderUnderTest order = given.anAssignedOrder("site", "WHY");
    assertThat(order).refuses("resource-unable-to-accept", but(DECLINED, "reason", "Bad mood"), "reason");
    assertThat(order.perform("resource-unable-to-accept", but(DECLINED, "reason", "Too far"))).hasStatus("0.04");
  }

  @Test
  void a_refusal_without_caller_or_reason_is_refused() {
    assertThat(given.anAssignedOrder())
        .refuses("resource-unable-to-accept", with(), "callerName", "reason")
        .refuses("resource-unable-to-accept", but(DECLINED, "callerName", "x".repeat(201)), "callerName")
        .refuses("resource-unable-to-accept", but(DECLINED, "reason", "x".repeat(201)), "reason")
        .refuses("resource-unable-to-accept", but(DECLINED, "reference", "x".repeat(101)), "reference")
        .refuses("resource-unable-to-accept", but(DECLINED, "resource", "BETA"), "resource");
  }

  // Change Contractor

  @ParameterizedTest
  @CsvSource({
    "BETA, 1.00, assign", "QUICK, 1.00, assign", "MAILED, 1.03, accept-job", "AUTO, 2.00, start-job-field-team"
  })
  void the_settings_of_the_new_contractor_decide_where_the_order_goes_on(
      String contractor, String status, String prompt) {
    for (String from : List.of("1.03", "2.00")) {
      OrderUnderTest order = given.anOrderIn(from).perform("change-resource", with("resource", contractor));
      assertThat(order).hasStatus(status).hasContractor(contractor).isWaitingFor(prompt)
          .hasLastEvent("change-resource");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.00", "1.01", "1.02", "1.03", "1.04", "2.00"})
  void the_contractor_can_be_changed_until_somebody_is_on_site(String from) {
    OrderUnderTest order = given.anOrderIn(from)
        .perform("change-resource", with("resource", "BETA", "reason", "Nearer"));
    assertThat(order).hasStatus("1.00").hasContractor("BETA").isWaitingFor("assign").hasLastEvent("change-resource");
    assertThat(order.lastEvent().statusBefore()).isEqualTo(from);
    assertThat(order.process("assignment")).isWaitingAt("assign");
    assertThat(order.process("attendance")).isNull();
  }

  @Test
  void what_the_old_contractor_said_is_forgotten_with_it() {
    OrderUnderTest order = given.anAssignedOrder();
    order.perform("accept-job", with("eta", order.in(Duration.ofHours(1)), "reference", "A-79"));
    order.perform("change-resource", with("resource", "BETA"));
    assertThat(order.present().eta()).isEmpty();
    assertThat(order.present().contractorReference()).isNull();
    assertThat(order.present().sentAt()).isEmpty();
  }

  @Test
  void a_change_to_a_contractor_not_registered_for_cis_takes_the_mark_off() {
    OrderUnderTest order = given.anOrderPendingAssign("resource", "CISCO").perform("make-cis", with("confirm", true));
    order.perform("change-resource", with("resource", "ALPHA"));
    assertThat(order.present().isCis()).isFalse();
    assertThat(order).saysInItsLastEvent("CIS removed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALPHA", "REJECTED", "NOBODY"})
  void a_change_to_the_present_a_rejected_or_an_unknown_contractor_is_refused(String contractor) {
    assertThat(given.anAssignedOrder()).refuses("change-resource", with("resource", contractor), "resource");
    assertThat(given.anAcceptedOrder()).refuses("change-resource", with("resource", contractor), "resource");
  }

  @Test
  void a_change_without_a_contractor_is_refused() {
    assertThat(given.anAssignedOrder())
        .refuses("change-resource", with("reason", "Nearer"), "resource")
        .refuses("change-resource", with("resource", "BETA", "reason", "x".repeat(201)), "reason")
        .refuses("change-resource", with("resource", List.of("BETA")), "resource");
  }

  @Test
  void order_may_be_changed_back_to_a_contractor_that_declined() {
    OrderUnderTest order = given.anAssignedOrder("site", "NEXT-HQ").perform("resource-unable-to-accept", DECLINED);
    assertThat(order.perform("change-resource", with("resource", "ALPHA"))).hasContractor("ALPHA")
        .saysInItsLastEvent("allocated to Alpha Ltd (declined this order)");
  }

  // Remote Fix

  @ParameterizedTest
  @ValueSource(strings = {"1.00", "1.01", "1.02", "1.03", "1.04", "2.00"})
  void a_job_solved_without_a_visit_is_completed_and_costs_nothing(String from) {
    OrderUnderTest order = given.anOrderIn(from).perform("remote-fix", FIXED);
    assertThat(order).hasStatus("5.02").hasAccrual("0").isWaitingFor().hasLastEvent("remote-fix");
    assertThat(order.process("completion")).isWaitingAt("recallPeriodOver");
    assertThat(order.present().completedAt()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.00", "2.00"})
  void a_remote_fix_with_a_cost_is_to_be_invoiced(String from) {
    OrderUnderTest order = given.anOrderIn(from).perform("remote-fix", but(FIXED, "cost", 25.5));
    assertThat(order).hasStatus("5.01").hasAccrual("25.50").hasLastEvent("remote-fix");
    assertThat(order.process("completion")).isWaitingAt("finalInvoice");
  }

  @Test
  void a_remote_fix_costs_the_rate_of_the_contractor_unless_the_agent_says_otherwise() {
    assertThat(given.anAssignedOrder("resource", "BETA").perform("remote-fix", FIXED))
        .hasStatus("5.01").hasAccrual("40.00");
    assertThat(given.anAssignedOrder("resource", "BETA").perform("remote-fix", but(FIXED, "cost", 0)))
        .hasStatus("5.02").hasAccrual("0");
  }

  @Test
  void a_remote_fix_of_an_order_with_a_fixed_cost_is_to_be_invoiced() {
    OrderUnderTest order = given.anAssignedOrder().perform("set-fixed-cost", with("amount", 80));
    assertThat(order.perform("remote-fix", FIXED)).hasStatus("5.01").hasAccrual("80.00");
  }

  @Test
  void a_remote_fix_needs_no_certificate() {
    assertThat(given.anAssignedOrder("workType", "GAS").perform("remote-fix", FIXED)).hasStatus("5.02");
  }

  @Test
  void a_remote_fix_after_a_recall_costs_what_the_visits_before_cost_and_its_own() {
    OrderUnderTest order = given.anOrderInInvoiceProcess();
    assertThat(order).hasAccrual("40.00");
    order.perform("recall-job", with("priority", "P1", "why", "cold again"));
    assertThat(order.perform("remote-fix", but(FIXED, "cost", 15))).hasStatus("5.01").hasAccrual("55.00");
  }

  @Test
  void the_remote_fixes_of_a_recalled_order_add_up() {
    OrderUnderTest order = given.anAssignedOrder().perform("remote-fix", but(FIXED, "cost", 15));
    order.perform("recall-job", with("priority", "P1", "why", "cold again"));
    assertThat(order.perform("remote-fix", but(FIXED, "cost", 10))).hasStatus("5.01").hasAccrual("25.00");
  }

  @Test
  void a_remote_fix_that_does_not_say_what_was_done_is_refused() {
    assertThat(given.anAssignedOrder())
        .refuses("remote-fix", with(), "whatWasDone")
        .refuses("remote-fix", with("whatWasDone", "x".repeat(4001)), "whatWasDone")
        .refuses("remote-fix", but(FIXED, "cost", -1), "cost")
        .refuses("remote-fix", but(FIXED, "cost", 1.005), "cost")
        .refuses("remote-fix", but(FIXED, "cost", "free"), "cost")
        .refuses("remote-fix", but(FIXED, "cost", 1e12), "cost")
        .refuses("remote-fix", but(FIXED, "fixedBy", "x".repeat(201)), "fixedBy");
  }
}
