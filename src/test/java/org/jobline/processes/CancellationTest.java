package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cancel Job and Reinstate Work Order. */
@HelpdeskTest
class CancellationTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Map<String, Object> TO_PREVIOUS_STATUS = with("how", "to previous status");

  private final Given given;

  CancellationTest(Given given) {
    this.given = given;
  }

  private OrderUnderTest cancelledIn(String status) {
    return given.anOrderIn(status).perform("cancel-job", with());
  }

  /** A visit of half an hour that ended half an hour ago. */
  private static Map<String, Object> aVisit(OrderUnderTest order, Object... more) {
    return but(with(
        "how", "with visit", "engineer", "Eve", "start", order.ago(HOUR), "attending", 1,
        "stoppedAt", order.ago(HOUR.dividedBy(2)), "outcome", "completed"), more);
  }

  private static Map<String, Object> aVisitToBeRepeated(OrderUnderTest order, Object... more) {
    return but(aVisit(order, "outcome", "revisit required", "reasons", List.of("parts")), more);
  }

  // Cancel Job

  @ParameterizedTest
  @CsvSource({
    "0.03, 0.09", "0.04, 0.09", "0.05, 0.09", "1.00, 1.09", "1.01, 1.09", "1.02, 1.09", "1.03, 1.09", "1.04, 1.09",
    "2.00, 1.09"
  })
  void an_order_can_be_cancelled_until_somebody_is_on_site(String from, String to) {
    OrderUnderTest order = given.anOrderIn(from).perform("cancel-job", with("reason", "Repaired it themselves"));
    assertThat(order).hasStatus(to).isWaitingFor().hasLastEvent("cancel-job").doesNotOffer("cancel-job").hasNotEnded();
    assertThat(order.lastEvent().statusBefore()).isEqualTo(from);
    assertThat(order.process("cancellation")).isWaitingAt("thirtyDays");
    assertThat(order.process("assignment")).isNull();
    assertThat(order.process("attendance")).isNull();
    assertThat(order.openTasks()).isEmpty();
  }

  @Test
  void that_nobody_at_the_site_can_be_told_is_said_in_the_event() {
    assertThat(given.anOrderPendingAssign("site", "FAR").perform("cancel-job", with()))
        .saysInItsLastEvent("completion e-mail not sent: the site has no contact");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.00", "4.00", "4.01", "5.00", "5.01", "5.02", "0.09", "1.09"})
  void an_order_cannot_be_cancelled_once_somebody_was_on_site_nor_twice(String status) {
    assertThat(given.anOrderIn(status)).hasStatus(status).doesNotOffer("cancel-job").refusesNow("cancel-job");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "1.00", "2.00"})
  void a_cancellation_with_too_long_a_text_or_a_strange_field_is_refused(String status) {
    assertThat(given.anOrderIn(status))
        .refuses("cancel-job", with("reason", "x".repeat(201)), "reason")
        .refuses("cancel-job", with("notes", "x".repeat(4001)), "notes")
        .refuses("cancel-job", with("spokeTo", "x".repeat(201)), "spokeTo")
        .refuses("cancel-job", with("reason", Map.of()), "reason")
        .refuses("cancel-job", with("status", "5.02"), "status");
  }

  // Reinstate › to previous status

  @ParameterizedTest
  @CsvSource({
    "0.03, allocate-resource", "0.04, allocate-resource", "0.05, allocate-resource", "1.00, assign", "1.01, assign",
    "1.02, assign", "1.03, accept-job", "1.04, assign", "2.00, start-job-field-team"
  })
  void a_cancelled_order_comes_back_to_the_status_before(String before, String prompt) {
    OrderUnderTest order = cancelledIn(before).perform("reinstate", TO_PREVIOUS_STATUS);
    assertThat(order).hasStatus(before).isWaitingFor(prompt).hasLastEvent("reinstate");
    assertThat(order.present().cancelledAt()).isEmpty();
  }

  @Test
  void a_reinstated_order_goes_on_as_if_nothing_had_happened() {
    OrderUnderTest order = cancelledIn("1.03").perform("reinstate", TO_PREVIOUS_STATUS);
    assertThat(order.process("assignment")).isWaitingAt("acceptJob");
    order.perform("accept-job", with()).perform("start-job-field-team", with("engineer", "Eve", "attending", 1));
    assertThat(order).hasStatus("3.00").isWaitingFor("stop-job");
  }

  @Test
  void an_order_can_be_cancelled_and_reinstated_again() {
    OrderUnderTest order = cancelledIn("1.02").perform("reinstate", TO_PREVIOUS_STATUS);
    order.perform("assign", with("how", "by e-mail")).perform("cancel-job", with());
    assertThat(order).hasStatus("1.09");
    assertThat(order.perform("reinstate", TO_PREVIOUS_STATUS)).hasStatus("1.03").isWaitingFor("accept-job");
  }

  @Test
  void a_recall_after_a_reinstatement_leads_to_recalled_again() {
    OrderUnderTest order = cancelledIn("1.00").perform("reinstate", TO_PREVIOUS_STATUS);
    order.perform("remote-fix", with("whatWasDone", "Told them"));
    assertThat(order.perform("recall-job", with("priority", "P1", "why", "cold again"))).hasStatus("1.04");
  }

  @Test
  void a_change_of_contractor_after_a_reinstatement_is_pending_assign() {
    OrderUnderTest order = cancelledIn("1.03").perform("reinstate", TO_PREVIOUS_STATUS);
    assertThat(order.perform("change-resource", with("resource", "BETA"))).hasStatus("1.00").hasContractor("BETA");
  }

  // Reinstate › with visit

  @ParameterizedTest
  @ValueSource(strings = {"0.05", "1.00", "2.00"})
  void a_visit_made_meanwhile_that_did_the_work_completes_the_order(String before) {
    OrderUnderTest order = cancelledIn(before);
    order.perform("reinstate", aVisit(order));
    assertThat(order).hasStatus("5.02").isWaitingFor().hasLastEvent("reinstate");
    assertThat(order.process("completion")).isWaitingAt("recallPeriodOver");
    assertThat(order.visits()).hasSize(1);
    assertThat(order.lastVisit().outcome()).isEqualTo("completed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "0.04"})
  void nobody_can_have_come_to_an_order_without_a_contractor(String before) {
    OrderUnderTest order = cancelledIn(before);
    assertThat(order).refuses("reinstate", aVisit(order), "how");
  }

  @Test
  void a_visit_made_meanwhile_is_to_be_paid_for() {
    OrderUnderTest order = given.anOrderPendingAssign("resource", "BETA").perform("cancel-job", with());
    order.perform("reinstate", aVisit(order, "partsCost", 5));
    assertThat(order).hasStatus("5.01").hasAccrual("60.00");
  }

  @Test
  void a_visit_made_meanwhile_waits_for_the_document_its_work_requires() {
    OrderUnderTest order = given.anOrderPendingAssign("workType", "GAS").perform("cancel-job", with());
    assertThat(order.perform("reinstate", aVisit(order))).hasStatus("5.00");
  }

  @ParameterizedTest
  @CsvSource({"0.05, true, 4.00", "1.03, true, 4.00", "2.00, false, 4.01", "1.00, , 4.01"})
  void a_visit_made_meanwhile_may_have_to_be_repeated(String before, Boolean temporaryFix, String status) {
    OrderUnderTest order = cancelledIn(before);
    order.perform("reinstate", aVisitToBeRepeated(order, "temporaryFix", temporaryFix));
    assertThat(order).hasStatus(status).isWaitingFor("start-job-field-team").hasLastEvent("reinstate");
    assertThat(order.process("attendance")).isWaitingAt("startJobFieldTeam");
    assertThat(order.lastVisit().outcome()).isEqualTo("revisit required");
  }

  @Test
  void a_reinstatement_that_does_not_say_how_is_refused() {
    assertThat(cancelledIn("1.00"))
        .refuses("reinstate", with(), "how")
        .refuses("reinstate", with("how", "gently"), "how")
        .refuses("reinstate", but(TO_PREVIOUS_STATUS, "notes", "x".repeat(4001)), "notes")
        .refuses("reinstate", but(TO_PREVIOUS_STATUS, "status", "2.00"), "status");
  }

  @Test
  void a_reinstatement_with_visit_needs_the_facts_of_the_visit() {
    OrderUnderTest order = cancelledIn("1.00");
    assertThat(order)
        .refuses("reinstate", with("how", "with visit"), "engineer", "start", "attending", "stoppedAt", "outcome")
        .refuses("reinstate", aVisitToBeRepeated(order, "reasons", null), "reasons")
        .refuses("reinstate", aVisitToBeRepeated(order, "reasons", List.of("weather")), "reasons")
        .refuses("reinstate", aVisit(order, "outcome", "exploded"), "outcome")
        .refuses("reinstate", aVisit(order, "attending", 0), "attending")
        .refuses("reinstate", aVisit(order, "partsCost", -1), "partsCost");
  }

  @Test
  void a_reinstatement_with_more_engineers_than_approved_is_refused() {
    OrderUnderTest order = cancelledIn("1.00");
    assertThat(order).refuses("reinstate", aVisit(order, "attending", 2), "attending");
  }

  @Test
  void a_reinstatement_with_a_visit_at_an_impossible_time_is_refused() {
    OrderUnderTest order = cancelledIn("1.00");
    assertThat(order)
        .refuses("reinstate", aVisit(order, "start", order.in(HOUR)), "start")
        .refuses("reinstate", aVisit(order, "stoppedAt", order.in(HOUR)), "stoppedAt")
        .refuses("reinstate", aVisit(order, "stoppedAt", order.ago(HOUR.multipliedBy(2))), "stoppedAt")
        .refuses("reinstate", aVisitToBeRepeated(order, "revisitEta", order.ago(HOUR)), "revisitEta");
  }

  @Test
  void a_reinstatement_with_a_visit_before_the_last_one_is_refused() {
    OrderUnderTest order = given.aRecalledOrder().perform("cancel-job", with());
    assertThat(order).refuses("reinstate", aVisit(order), "start");
  }

  // End of life

  @ParameterizedTest
  @ValueSource(strings = {"0.09", "1.09"})
  void a_cancelled_order_can_be_reinstated_for_30_days(String status) {
    OrderUnderTest order = given.anOrderIn(status).waits(Duration.ofDays(30).minusMinutes(1));
    assertThat(order).hasNotEnded().offers("reinstate");
    order.waits(Duration.ofMinutes(2));
    assertThat(order).hasEnded().hasStatus(status).doesNotOffer("reinstate").refusesNow("reinstate");
  }

  @Test
  void a_cancelled_order_stays_readable_after_its_end() {
    OrderUnderTest order = given.anOrderIn("1.09").waits(Duration.ofDays(31));
    assertThat(order).hasEnded().hasStatus("1.09").hasLastEvent("cancel-job").offers("add-notes-public");
    assertThat(order.perform("add-notes-public", with("text", "Asked for again"))).hasLastEvent("add-notes-public");
  }

  @Test
  void a_reinstated_order_does_not_end_after_30_days() {
    OrderUnderTest order = cancelledIn("1.03").perform("reinstate", TO_PREVIOUS_STATUS).waits(Duration.ofDays(31));
    assertThat(order).hasNotEnded().hasStatus("1.03").isWaitingFor("accept-job");
  }
}
