package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.jobline.fixture.Given.aCall;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;
import static org.jobline.fixture.OrderAssert.wrongFields;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.workorder.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the call to an order that has a contractor and a schedule: log the order, 0.03 to 0.05. */
@HelpdeskTest
class PreparationTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Given given;
  private final JdbcClient jdbc;

  PreparationTest(Given given, JdbcClient jdbc) {
    this.given = given;
    this.jdbc = jdbc;
  }

  @Test
  void a_call_becomes_an_order_that_waits_for_contractor_and_schedule() {
    OrderUnderTest order = given.aLoggedOrder();
    assertThat(order).hasStatus("0.03").hasNoContractor().isWaitingFor("allocate-resource")
        .hasLastEvent("log-work-order");
    assertThat(order.process("preparation")).isWaitingAt("allocateResource");
  }

  @Test
  void a_call_with_a_schedule_waits_for_the_contractor() {
    assertThat(given.aLoggedOrder("scheduleKind", "up to SLA")).hasStatus("0.04").isWaitingFor("allocate-resource");
  }

  @Test
  void a_call_with_a_contractor_waits_for_the_schedule() {
    assertThat(given.aLoggedOrder("resource", "ALPHA")).hasStatus("0.05").isWaitingFor("allocate-resource");
  }

  @Test
  void a_call_with_both_is_pending_assign() {
    OrderUnderTest order = given.aLoggedOrder("resource", "ALPHA", "scheduleKind", "up to SLA");
    assertThat(order).hasStatus("1.00").isWaitingFor("assign").hasLastEvent("log-work-order");
    assertThat(order.process("assignment")).isWaitingAt("assign");
  }

  @Test
  void a_call_for_a_contractor_that_is_assigned_automatically_waits_for_its_acceptance() {
    assertThat(given.aLoggedOrder("resource", "MAILED", "scheduleKind", "up to SLA"))
        .hasStatus("1.03").isWaitingFor("accept-job").hasLastEvent("log-work-order");
  }

  @Test
  void a_call_for_a_contractor_that_is_assigned_and_accepts_automatically_waits_for_the_attendance() {
    assertThat(given.aLoggedOrder("resource", "AUTO", "scheduleKind", "up to SLA"))
        .hasStatus("2.00").isWaitingFor("start-job-field-team").hasLastEvent("log-work-order");
  }

  @Test
  void a_logged_order_begins_with_the_average_value_of_its_work() {
    assertThat(given.aLoggedOrder()).hasAccrual("120.00");
    assertThat(given.aLoggedOrder("workType", "PAINT")).hasAccrual("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"site", "workType", "priority", "description", "contactName"})
  void a_call_without_what_is_mandatory_is_refused(String field) {
    refusesTheCall(aCall(field, null), field);
  }

  @ParameterizedTest
  @CsvSource({
    "site, NOWHERE", "workType, JUGGLING", "priority, P9", "client, NEXT", "client, NOBODY", "resource, NOBODY",
    "resource, REJECTED", "scheduleKind, some time", "description, ' '", "confirmDuplicate, perhaps",
    "colour, green"
  })
  void a_call_with_a_value_that_does_not_exist_is_refused(String field, String value) {
    refusesTheCall(aCall(field, value), field);
  }

  @Test
  void a_call_for_a_client_with_reason_codes_has_one_of_them_or_none() {
    refusesTheCall(aCall("reason", "BOGUS"), "reason");
    refusesTheCall(aCall("reason", "tear"), "reason");
    assertThat(given.aLoggedOrder("reason", "TEAR").present().reason()).isEqualTo("TEAR");
    assertThat(given.aLoggedOrder("reason", "ABUSE Abuse").present().reason()).isEqualTo("ABUSE");
    assertThat(given.aLoggedOrder("site", "NEXT-HQ", "reason", "As agreed").present().reason()).isEqualTo("As agreed");
  }

  @ParameterizedTest
  @CsvSource({
    "description, 4001", "contactName, 201", "contactPhone, 51", "location, 201", "equipment, 201", "symptom, 201",
    "reason, 201", "costCode, 51", "externalReference, 101"
  })
  void a_call_with_too_long_a_text_is_refused(String field, int length) {
    refusesTheCall(aCall(field, "x".repeat(length)), field);
  }

  @Test
  void a_call_with_something_that_is_no_text_is_refused() {
    refusesTheCall(aCall("description", Map.of("a", "b")), "description");
    refusesTheCall(aCall("description", "nul \0"), "description");
  }

  @Test
  void all_that_is_wrong_with_a_call_is_said_at_once() {
    refusesTheCall(aCall("site", "NOWHERE", "priority", null, "colour", "green"), "site", "priority", "colour");
  }

  @Test
  void a_call_for_a_time_gone_by_is_refused() {
    refusesTheCall(aCall("scheduleKind", "up to SLA", "scheduleTo", ago(HOUR)), "scheduleTo");
    refusesTheCall(aCall("scheduleKind", "exact", "scheduleFrom", ago(HOUR)), "scheduleFrom");
  }

  @Test
  void a_call_that_may_be_a_duplicate_is_refused_until_the_agent_confirms_it() {
    OrderUnderTest first = given.aLoggedOrder("site", "OLD", "workType", "PAINT");
    refusesTheCall(aCall("site", "OLD", "workType", "PAINT", "confirmDuplicate", null), "confirmDuplicate");
    refusesTheCall(aCall("site", "OLD", "workType", "PAINT", "confirmDuplicate", false), "confirmDuplicate");
    OrderUnderTest second = given.aLoggedOrder("site", "OLD", "workType", "PAINT", "confirmDuplicate", true);
    assertThat(second.number()).isNotEqualTo(first.number());
  }

  @Test
  void a_call_about_the_same_asset_may_be_a_duplicate() {
    String building = given.aBuilding();
    given.aLoggedOrder("site", building, "workType", "GLASS", "equipment", "Door 7", "notBatched", true);
    Map<String, Object> call = aCall("site", building, "confirmDuplicate", null);
    refusesTheCall(but(call, "equipment", "door 7"), "confirmDuplicate");
    given.log(but(call, "equipment", "Door 8"));
  }

  @Test
  void a_call_about_an_order_that_may_still_be_recalled_may_be_a_duplicate() {
    String building = given.aBuilding();
    OrderUnderTest order = given.aCompletedOrder("site", building);
    Map<String, Object> call = aCall("site", building, "confirmDuplicate", null);
    refusesTheCall(call, "confirmDuplicate");
    order.waits(Duration.ofDays(31));
    given.log(call);
  }

  private void refusesTheCall(Map<String, Object> fields, String... wrong) {
    List<Long> before = given.everything();
    assertThat(wrongFields(() -> given.log(fields))).containsExactlyInAnyOrder(wrong);
    assertThat(given.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "0.03, ALPHA,          , 0.05", "0.03,      , up to SLA, 0.04", "0.03, ALPHA, up to SLA, 1.00",
    "0.04, ALPHA,          , 1.00", "0.04,      , up to SLA, 0.04", "0.04, ALPHA, up to SLA, 1.00",
    "0.05, BETA,           , 0.05", "0.05,      , up to SLA, 1.00", "0.05, BETA,  up to SLA, 1.00"
  })
  void allocating_leads_to_what_is_still_missing(String from, String contractor, String schedule, String to) {
    OrderUnderTest order = given.anOrderIn(from);
    order.perform("allocate-resource", with("resource", contractor, "scheduleKind", schedule));
    assertThat(order).hasStatus(to).hasLastEvent("allocate-resource");
    assertThat(order.lastEvent().statusBefore()).isEqualTo(from);
    assertThat(order.events()).hasSize(2);
  }

  @Test
  void the_event_of_an_allocation_says_who_was_ranked_first_and_why() {
    OrderUnderTest order = given.aLoggedOrder().perform("allocate-resource", with("resource", "GAMMA"));
    assertThat(order).hasContractor("GAMMA")
        .saysInItsLastEvent("ranked first: Alpha Ltd").saysInItsLastEvent("Gamma Ltd");
  }

  @Test
  void a_contractor_that_is_assigned_automatically_is_sent_the_order_when_nothing_is_missing() {
    OrderUnderTest order = given.anOrderIn("0.04").perform("allocate-resource", with("resource", "MAILED"));
    assertThat(order).hasStatus("1.03").isWaitingFor("accept-job").hasLastEvent("allocate-resource")
        .saysInItsLastEvent("assigned automatically");
    assertThat(order.present().sentAt()).isPresent();
  }

  @Test
  void a_contractor_that_is_assigned_automatically_is_sent_nothing_before_the_schedule_is_set() {
    OrderUnderTest order = given.aLoggedOrder("resource", "MAILED");
    assertThat(order).hasStatus("0.05").isWaitingFor("allocate-resource");
    assertThat(order.present().sentAt()).isEmpty();
  }

  @Test
  void a_contractor_that_does_both_by_itself_is_pending_attendance_at_once() {
    OrderUnderTest order = given.anOrderIn("0.04").perform("allocate-resource", with("resource", "AUTO"));
    assertThat(order).hasStatus("2.00").isWaitingFor("start-job-field-team").hasLastEvent("allocate-resource");
    assertThat(order.process("assignment")).isNull();
  }

  @Test
  void a_schedule_may_end_at_a_given_time() {
    String end = in(HOUR);
    assertThat(scheduled(with("scheduleKind", "up to SLA", "scheduleTo", end)))
        .isEqualTo(new Schedule(Schedule.Kind.UP_TO, null, Instant.parse(end)));
  }

  @Test
  void a_schedule_may_name_the_exact_time() {
    String start = in(HOUR);
    assertThat(scheduled(with("scheduleKind", "exact", "scheduleFrom", start)))
        .isEqualTo(new Schedule(Schedule.Kind.EXACT, Instant.parse(start), null));
  }

  @Test
  void a_schedule_may_name_start_and_finish() {
    String start = in(HOUR);
    String finish = in(HOUR.multipliedBy(3));
    assertThat(scheduled(with("scheduleKind", "start and finish", "scheduleFrom", start, "scheduleTo", finish)))
        .isEqualTo(new Schedule(Schedule.Kind.START_AND_FINISH, Instant.parse(start), Instant.parse(finish)));
  }

  @Test
  void a_time_without_offset_is_meant_at_the_site() {
    assertThat(scheduled(with("scheduleKind", "exact", "scheduleFrom", "2190-07-01T09:00")).from())
        .isEqualTo(Instant.parse("2190-07-01T08:00:00Z"));
  }

  @Test
  void a_time_that_summer_time_skips_at_the_site_is_refused() {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-03-01T10:00:00Z")));
    assertThat(given.aLoggedOrder()).refuses(
        "allocate-resource", with("scheduleKind", "exact", "scheduleFrom", "2027-03-28T01:30"), "scheduleFrom");
    refusesTheCall(aCall("scheduleKind", "exact", "scheduleFrom", "2027-03-28T01:30"), "scheduleFrom");
    assertThat(scheduled(with("scheduleKind", "exact", "scheduleFrom", "2027-03-28T02:00")).from())
        .isEqualTo(Instant.parse("2027-03-28T01:00:00Z"));
    // this one occurs twice
    assertThat(scheduled(with("scheduleKind", "exact", "scheduleFrom", "2027-10-31T01:30")).from())
        .isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
    // and as the desk sends it when the agent meant the second of the two
    assertThat(scheduled(with("scheduleKind", "exact", "scheduleFrom", "2027-10-31T01:30+00:00")).from())
        .isEqualTo(Instant.parse("2027-10-31T01:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "exact, 2027-03-28T10:00,, true", "exact, 2027-03-29T10:00,, true", "exact, 2027-03-30T10:00,, false",
    "exact, 2027-03-30T23:00,, false", "start and finish, 2027-03-28T10:00, 2027-03-29T12:00, true",
    "start and finish, 2027-03-28T10:00, 2027-03-30T12:00, false", "up to SLA,, 2027-03-28T10:00, false"
  })
  void an_appointment_on_a_closed_day_is_asked_about(String kind, String from, String to, boolean isAsked) {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-03-01T10:00:00Z")));
    String site = given.aBuilding();
    // from Monday to Friday, but not on Easter Monday
    jdbc.sql("""
        insert into opening_hours (site, weekday, opens, closes)
          select '%1$s', day, '08:00', '18:00' from generate_series(1, 5) day;
        insert into closed_day (site, day, reason) values ('%1$s', '2027-03-29', 'Easter Monday')"""
        .formatted(site)).update();
    Map<String, Object> schedule = but(with("scheduleKind", kind), "scheduleFrom", from, "scheduleTo", to);
    OrderUnderTest order = given.aLoggedOrder("site", site);
    if (isAsked) {
      assertThat(order).refuses("allocate-resource", schedule, "confirmClosed");
      Map<String, Object> call = but(aCall("site", site), "scheduleKind", kind, "scheduleFrom", from, "scheduleTo", to);
      refusesTheCall(call, "confirmClosed");
    }
    order.perform("allocate-resource", but(schedule, "confirmClosed", isAsked ? true : null));
    assertThat(order).hasStatus("0.04");
  }

  @ParameterizedTest
  @CsvSource({
    "exact, 2027-05-30T10:00,, false", "exact, 2027-05-31T10:00,, true", "up to SLA,, 2027-05-31T10:00, true",
    "up to SLA,,, false", "start and finish, 2027-05-30T10:00, 2027-05-31T10:00, true"
  })
  void a_schedule_far_ahead_is_asked_about(String kind, String from, String to, boolean isAsked) {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-03-01T10:00:00Z")));
    Map<String, Object> schedule = but(with("scheduleKind", kind), "scheduleFrom", from, "scheduleTo", to);
    OrderUnderTest order = given.aLoggedOrder();
    if (isAsked) {
      assertThat(order).refuses("allocate-resource", schedule, "confirmFar");
      refusesTheCall(but(aCall(), "scheduleKind", kind, "scheduleFrom", from, "scheduleTo", to), "confirmFar");
      assertThat(order).refuses("allocate-resource", but(schedule, "confirmFar", false), "confirmFar");
    }
    order.perform("allocate-resource", but(schedule, "confirmFar", isAsked ? true : null));
    assertThat(order).hasStatus("0.04");
  }

  @Test
  void the_running_minute_is_not_in_the_past() {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2030-01-07T10:00:59Z")));
    assertThat(scheduled(with("scheduleKind", "exact", "scheduleFrom", "2030-01-07T10:00"))).isNotNull();
  }

  private Schedule scheduled(Map<String, Object> fields) {
    return given.aLoggedOrder().perform("allocate-resource", but(fields, "confirmFar", true)).present().schedule().orElseThrow();
  }

  @Test
  void allocating_neither_contractor_nor_schedule_is_refused() {
    assertThat(given.aLoggedOrder()).refuses("allocate-resource", with(), "resource");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOBODY", "REJECTED", "'; drop table work_order; --", "<script>"})
  void a_contractor_that_is_unknown_or_was_rejected_cannot_be_allocated(String contractor) {
    assertThat(given.aLoggedOrder()).refuses("allocate-resource", with("resource", contractor), "resource");
  }

  @Test
  void a_contractor_that_declined_the_order_may_be_asked_again() {
    OrderUnderTest order = given.anAssignedOrder()
        .perform("resource-unable-to-accept", with("callerName", "Dispatch", "reason", "No capacity"));
    order.perform("allocate-resource", with("resource", "ALPHA"));
    assertThat(order).hasStatus("1.00").hasContractor("ALPHA")
        .saysInItsLastEvent("ranked first: Beta Ltd (SRA, priority 1); allocated to Alpha Ltd (declined this order)");
  }

  @Test
  void a_schedule_in_the_past_is_refused() {
    assertThat(given.aLoggedOrder())
        .refuses("allocate-resource", with("scheduleKind", "up to SLA", "scheduleTo", ago(HOUR)), "scheduleTo")
        .refuses("allocate-resource", with("scheduleKind", "exact", "scheduleFrom", ago(HOUR)), "scheduleFrom")
        .refuses("allocate-resource",
            with("scheduleKind", "start and finish", "scheduleFrom", ago(HOUR), "scheduleTo", in(HOUR)),
            "scheduleFrom");
  }

  @Test
  void a_schedule_that_finishes_before_it_starts_is_refused() {
    assertThat(given.aLoggedOrder()).refuses("allocate-resource",
        with("scheduleKind", "start and finish", "scheduleFrom", in(HOUR.multipliedBy(2)), "scheduleTo", in(HOUR)),
        "scheduleTo");
  }

  @Test
  void a_schedule_without_its_dates_is_refused() {
    assertThat(given.aLoggedOrder())
        .refuses("allocate-resource", with("scheduleKind", "exact"), "scheduleFrom")
        .refuses("allocate-resource", with("scheduleKind", "start and finish", "scheduleTo", in(HOUR)), "scheduleFrom")
        .refuses("allocate-resource", with("scheduleKind", "start and finish", "scheduleFrom", in(HOUR)), "scheduleTo");
  }

  @Test
  void a_schedule_of_another_kind_or_type_is_refused() {
    assertThat(given.aLoggedOrder())
        .refuses("allocate-resource", with("scheduleKind", "whenever"), "scheduleKind")
        .refuses("allocate-resource", with("scheduleKind", "exact", "scheduleFrom", "tomorrow"), "scheduleFrom")
        .refuses("allocate-resource", with("scheduleKind", "exact", "scheduleFrom", 7), "scheduleFrom")
        .refuses("allocate-resource", with("scheduleKind", "exact", "scheduleFrom", "9999-12-31T00:00"),
            "scheduleFrom");
  }

  @Test
  void an_allocation_with_a_field_the_form_does_not_have_is_refused() {
    assertThat(given.aLoggedOrder())
        .refuses("allocate-resource", with("resource", "ALPHA", "status", "5.02"), "status");
  }

  @Test
  void too_long_a_note_on_an_allocation_is_refused() {
    assertThat(given.aLoggedOrder())
        .refuses("allocate-resource", with("resource", "ALPHA", "notes", "x".repeat(4001)), "notes");
  }

  private static String in(Duration time) {
    return ClockUtil.getCurrentTime().toInstant().plus(time).toString();
  }

  private static String ago(Duration time) {
    return in(time.negated());
  }
}
