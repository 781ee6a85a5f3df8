package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jobline.documents.Document;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stages 2 to 4: visits to the site until the work is done, or given up. */
@HelpdeskTest
class AttendanceTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Map<String, Object> EVE = with("engineer", "Eve", "attending", 1);
  private static final Map<String, Object> NOT_DONE = with("reason", "No access", "notes", "The tenant has moved out");

  private final Given given;

  AttendanceTest(Given given) {
    this.given = given;
  }

  private static Map<String, Object> reported(String start) {
    return with("reportedBy", "Hannah", "start", start, "attending", 1);
  }

  private static Map<String, Object> completedAt(String time) {
    return with("stoppedAt", time, "outcome", "completed");
  }

  private static Map<String, Object> revisitAt(String time) {
    return with("stoppedAt", time, "outcome", "revisit required", "reasons", List.of("parts", "time"));
  }

  // Start Job › Field Team

  @ParameterizedTest
  @ValueSource(strings = {"2.00", "4.00", "4.01"})
  void an_engineer_who_rings_from_the_site_is_on_site_from_now_on(String from) {
    OrderUnderTest order = given.anOrderIn(from).waits(HOUR).perform("start-job-field-team", EVE);
    assertThat(order).hasStatus("3.00").isWaitingFor("stop-job").hasLastEvent("start-job-field-team");
    assertThat(order.process("attendance")).isWaitingAt("stopJob");
    assertThat(order.lastVisit().engineer()).isEqualTo("Eve");
    assertThat(order.lastVisit().startedAt()).isEqualTo(Instant.parse(order.now()));
    assertThat(order.lastVisit().stoppedAt()).isNull();
  }

  @Test
  void a_start_without_engineer_or_number_is_refused() {
    assertThat(given.anAcceptedOrder())
        .refuses("start-job-field-team", with(), "engineer", "attending")
        .refuses("start-job-field-team", but(EVE, "engineer", "x".repeat(201)), "engineer")
        .refuses("start-job-field-team", but(EVE, "start", "2020-01-01T10:00"), "start");
  }

  @Test
  void a_start_with_a_number_of_engineers_that_is_not_approved_or_no_number_is_refused() {
    OrderUnderTest order = given.anAcceptedOrder();
    for (Object wrong : List.of(0, -1, 2, 99, 100, 1.5, "two", true, List.of(1))) {
      assertThat(order)
          .refuses("start-job-field-team", but(EVE, "attending", wrong), "attending")
          .refuses("start-job-admin", but(reported(order.now()), "attending", wrong), "attending");
    }
  }

  @Test
  void a_start_where_there_is_an_asbestos_register_needs_it_read() {
    OrderUnderTest order = given.anAcceptedOrder("site", "OLD");
    assertThat(order)
        .refuses("start-job-field-team", EVE, "asbestosRead")
        .refuses("start-job-field-team", but(EVE, "asbestosRead", false), "asbestosRead")
        .refuses("start-job-field-team", but(EVE, "asbestosRead", "yes"), "asbestosRead")
        .refuses("start-job-admin", reported(order.now()), "asbestosRead");
    assertThat(order.perform("start-job-field-team", but(EVE, "asbestosRead", true))).hasStatus("3.00");
  }

  @Test
  void a_start_of_work_that_needs_a_permit_needs_its_number() {
    OrderUnderTest order = given.anAcceptedOrder("workType", "HOT");
    assertThat(order)
        .refuses("start-job-field-team", EVE, "permitNumber")
        .refuses("start-job-field-team", but(EVE, "permitNumber", "x".repeat(101)), "permitNumber")
        .refuses("start-job-admin", reported(order.now()), "permitNumber");
    assertThat(order.perform("start-job-field-team", but(EVE, "permitNumber", "HW-12"))).hasStatus("3.00");
    assertThat(order.lastVisit().permitNumber()).isEqualTo("HW-12");
  }

  // Start Job › Admin

  @ParameterizedTest
  @ValueSource(strings = {"2.00", "4.00", "4.01"})
  void a_start_that_is_reported_afterwards_counts_from_the_time_that_is_named(String from) {
    OrderUnderTest order = given.anOrderIn(from).waits(HOUR.multipliedBy(2));
    String start = order.ago(HOUR);
    order.perform("start-job-admin", reported(start));
    assertThat(order).hasStatus("3.00").isWaitingFor("stop-job").hasLastEvent("start-job-admin");
    assertThat(order.process("attendance")).isWaitingAt("stopJob");
    assertThat(order.lastVisit().reportedBy()).isEqualTo("Hannah");
    assertThat(order.lastVisit().startedAt()).isEqualTo(Instant.parse(start));
  }

  @Test
  void a_reported_start_without_its_facts_is_refused() {
    OrderUnderTest order = given.anAcceptedOrder();
    assertThat(order)
        .refuses("start-job-admin", with(), "reportedBy", "start", "attending")
        .refuses("start-job-admin", reported("this morning"), "start")
        .refuses("start-job-admin", but(reported(order.now()), "reportedBy", "x".repeat(201)), "reportedBy");
  }

  @Test
  void a_start_in_the_future_is_refused() {
    OrderUnderTest order = given.anAcceptedOrder();
    assertThat(order).refuses("start-job-admin", reported(order.in(Duration.ofMinutes(2))), "start");
  }

  @Test
  void a_start_before_the_visit_before_it_ended_is_refused() {
    OrderUnderTest order = given.aPausedOrder().waits(HOUR);
    assertThat(order).refuses("start-job-admin", reported(order.ago(HOUR.plusMinutes(1))), "start");
  }

  // Stop Job

  @Test
  void work_that_is_done_and_costs_nothing_is_completed() {
    OrderUnderTest order = given.anOrderOnSite();
    order.perform("stop-job",
        but(completedAt(order.now()), "fixType", "repaired", "fixCode", "F1", "typeCorrect", "yes"));
    assertThat(order).hasStatus("5.02").hasAccrual("0").isWaitingFor().hasLastEvent("stop-job");
    assertThat(order.process("attendance")).isNull();
    assertThat(order.process("completion")).isWaitingAt("recallPeriodOver");
    assertThat(order.lastVisit().outcome()).isEqualTo("completed");
  }

  @Test
  void photos_of_a_visit_are_filed_as_documents() {
    OrderUnderTest order = given.anOrderOnSite();
    order.perform("stop-job", but(completedAt(order.now()), "file",
        List.of(order.upload(Given.AGENT, "before.txt", "a"), order.upload(Given.AGENT, "after.txt", "b"))));
    assertThat(order).hasStatus("5.02").hasLastEvent("stop-job");
    assertThat(order.documents()).extracting(Document::type, Document::title)
        .containsExactlyInAnyOrder(tuple("Photograph", "before.txt"), tuple("Photograph", "after.txt"));
    assertThat(given.anOrderOnSite()).refuses("stop-job", but(completedAt(order.now()), "file", "gone"), "file");
  }

  @Test
  void work_that_is_done_and_costs_something_is_in_the_invoice_process() {
    OrderUnderTest order = given.anOrderOnSite("resource", "BETA").waits(Duration.ofMinutes(50));
    order.perform("stop-job", but(completedAt(order.now()), "partsCost", 9.99));
    assertThat(order).hasStatus("5.01").hasAccrual("79.99").hasLastEvent("stop-job");
    assertThat(order.process("completion")).isWaitingAt("finalInvoice");
  }

  @Test
  void work_that_is_done_waits_for_the_document_it_requires() {
    OrderUnderTest order = given.anOrderOnSite("workType", "GAS");
    order.perform("stop-job", completedAt(order.now()));
    assertThat(order).hasStatus("5.00").isWaitingFor().hasLastEvent("stop-job")
        .saysInItsLastEvent("outstanding: Gas safety certificate");
    assertThat(order.process("completion")).isWaitingAt("itemArrives");
  }

  @ParameterizedTest
  @CsvSource({"true, 4.00", "false, 4.01", ", 4.01"})
  void a_revisit_pauses_the_attendance(Boolean temporaryFix, String status) {
    OrderUnderTest order = given.anOrderOnSite();
    order.perform("stop-job", but(revisitAt(order.now()), "temporaryFix", temporaryFix));
    assertThat(order).hasStatus(status).isWaitingFor("start-job-field-team").hasLastEvent("stop-job")
        .saysInItsLastEvent("revisit needed: parts, time");
    assertThat(order.process("attendance")).isWaitingAt("startJobFieldTeam");
    assertThat(order.lastVisit().outcome()).isEqualTo("revisit required");
    assertThat(order.lastVisit().reasons()).containsExactly("parts", "time");
  }

  @Test
  void a_revisit_may_be_announced() {
    OrderUnderTest order = given.anOrderOnSite();
    String eta = order.in(HOUR);
    order.perform("stop-job", but(revisitAt(order.now()), "revisitEta", eta));
    assertThat(order.present().eta()).contains(Instant.parse(eta));
  }

  @Test
  void the_cost_of_several_visits_adds_up() {
    OrderUnderTest order = given.aPausedOrder("resource", "BETA").perform("start-job-field-team", EVE);
    order.perform("stop-job", completedAt(order.now()));
    assertThat(order).hasStatus("5.01").hasAccrual("80.00");
    assertThat(order.visits()).hasSize(2);
  }

  @Test
  void a_stop_before_the_start_is_refused() {
    OrderUnderTest order = given.anOrderOnSite();
    assertThat(order).refuses("stop-job", completedAt(order.ago(Duration.ofMinutes(2))), "stoppedAt");
  }

  @Test
  void stop_in_the_minute_of_the_start_is_allowed() {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2030-01-07T10:00:20Z")));
    OrderUnderTest order = given.anOrderOnSite().waits(Duration.ofSeconds(20));
    order.perform("stop-job", completedAt("2030-01-07T10:00"));
    assertThat(order).hasStatus("5.02");
    assertThat(order.lastVisit().stoppedAt()).isEqualTo(order.lastVisit().startedAt());
  }

  @Test
  void start_in_the_minute_of_the_previous_stop_is_allowed() {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2030-01-07T10:00:20Z")));
    OrderUnderTest order = given.aPausedOrder().waits(Duration.ofSeconds(20));
    order.perform("start-job-admin", reported("2030-01-07T10:00"));
    assertThat(order).hasStatus("3.00");
    assertThat(order.visits().get(1).startedAt()).isEqualTo(order.visits().get(0).stoppedAt());
  }

  @Test
  void a_stop_in_the_future_is_refused() {
    OrderUnderTest order = given.anOrderOnSite();
    assertThat(order).refuses("stop-job", completedAt(order.in(Duration.ofMinutes(2))), "stoppedAt");
  }

  @Test
  void a_stop_without_time_or_outcome_is_refused() {
    OrderUnderTest order = given.anOrderOnSite();
    assertThat(order)
        .refuses("stop-job", with(), "stoppedAt", "outcome")
        .refuses("stop-job", completedAt("noon"), "stoppedAt")
        .refuses("stop-job", but(completedAt(order.now()), "outcome", "exploded"), "outcome");
  }

  @Test
  void a_revisit_without_a_reason_of_the_list_is_refused() {
    OrderUnderTest order = given.anOrderOnSite();
    assertThat(order)
        .refuses("stop-job", but(revisitAt(order.now()), "reasons", null), "reasons")
        .refuses("stop-job", but(revisitAt(order.now()), "reasons", List.of()), "reasons")
        .refuses("stop-job", but(revisitAt(order.now()), "reasons", List.of("parts", "weather")), "reasons")
        .refuses("stop-job", but(revisitAt(order.now()), "reasons", "parts"), "reasons")
        .refuses("stop-job", but(revisitAt(order.now()), "temporaryFix", "a bit"), "temporaryFix");
  }

  @Test
  void a_revisit_announced_for_the_past_is_refused() {
    OrderUnderTest order = given.anOrderOnSite();
    assertThat(order).refuses("stop-job", but(revisitAt(order.now()), "revisitEta", order.ago(HOUR)), "revisitEta");
  }

  @Test
  void a_stop_with_a_wrong_cost_or_too_long_a_text_is_refused() {
    OrderUnderTest order = given.anOrderOnSite();
    Map<String, Object> done = completedAt(order.now());
    assertThat(order)
        .refuses("stop-job", but(done, "partsCost", -0.01), "partsCost")
        .refuses("stop-job", but(done, "partsCost", "9,99"), "partsCost")
        .refuses("stop-job", but(done, "partsCost", 0.001), "partsCost")
        .refuses("stop-job", but(done, "fixType", "x".repeat(201)), "fixType")
        .refuses("stop-job", but(done, "fixCode", "x".repeat(51)), "fixCode")
        .refuses("stop-job", but(done, "typeCorrect", "maybe"), "typeCorrect")
        .refuses("stop-job", but(done, "notes", "x".repeat(4001)), "notes")
        .refuses("stop-job", but(done, "engineer", "Eve"), "engineer");
  }

  // Stop Job › Work Not Completed

  @ParameterizedTest
  @ValueSource(strings = {"3.00", "4.00", "4.01"})
  void work_that_is_given_up_and_costs_nothing_is_over(String from) {
    OrderUnderTest order = given.anOrderIn(from).perform("stop-job-work-not-completed", NOT_DONE);
    assertThat(order).hasStatus("5.02").isWaitingFor().hasLastEvent("stop-job-work-not-completed");
    assertThat(order.process("attendance")).isNull();
    assertThat(order.process("completion")).isWaitingAt("recallPeriodOver");
  }

  @Test
  void a_visit_under_way_ends_when_the_work_is_given_up() {
    OrderUnderTest order = given.anOrderOnSite().waits(HOUR).perform("stop-job-work-not-completed", NOT_DONE);
    assertThat(order.lastVisit().outcome()).isEqualTo("not completed");
    assertThat(order.lastVisit().stoppedAt()).isEqualTo(Instant.parse(order.now()));
  }

  @Test
  void work_that_is_given_up_is_to_be_invoiced_when_it_costs_something() {
    OrderUnderTest order = given.anOrderOnSite("resource", "BETA").waits(HOUR);
    assertThat(order.perform("stop-job-work-not-completed", NOT_DONE)).hasStatus("5.01").hasAccrual("70.00");
    OrderUnderTest paused = given.aPausedOrder("resource", "BETA");
    assertThat(paused.perform("stop-job-work-not-completed", NOT_DONE)).hasStatus("5.01").hasAccrual("40.00");
  }

  @Test
  void work_that_is_given_up_requires_no_document() {
    OrderUnderTest order = given.anOrderOnSite("workType", "GAS");
    assertThat(order.perform("stop-job-work-not-completed", NOT_DONE)).hasStatus("5.02");
  }

  @Test
  void giving_up_without_reason_and_notes_is_refused() {
    assertThat(given.anOrderOnSite())
        .refuses("stop-job-work-not-completed", with(), "reason", "notes")
        .refuses("stop-job-work-not-completed", but(NOT_DONE, "reason", "x".repeat(201)), "reason")
        .refuses("stop-job-work-not-completed", but(NOT_DONE, "notes", "x".repeat(4001)), "notes")
        .refuses("stop-job-work-not-completed", but(NOT_DONE, "outcome", "completed"), "outcome");
  }
}
