package org.jobline.processes;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which rates an order's visits are charged at, from the call to the price (domain/money.md). */
@HelpdeskTest
class RatesTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Given given;
  private final ApiClient api;
  private final JdbcClient jdbc;

  RatesTest(Given given, ApiClient api, JdbcClient jdbc) {
    this.given = given;
    this.api = api;
    this.jdbc = jdbc;
  }

  /** GAMMA charges what each test agrees with it; BETA 40.00 and 30.00 an hour as ever. */
  @BeforeEach
  @AfterEach
  void agreeNothing() {
    jdbc.sql("""
        delete from rate where resource = 'GAMMA';
        delete from opening_hours where resource = 'GAMMA';
        delete from closed_day where resource = 'GAMMA';
        update agreement set recall_charge = 'full', comprehensive = false""").update();
  }

  private void agree(String columns, String values) {
    jdbc.sql("insert into rate (resource, call_out_fee, hours_included, unit_minutes, valid_from, " + columns
        + ") values ('GAMMA', " + values.replaceFirst(",", ", 0, 15, '2000-01-01',") + ")").update();
  }

  private OrderUnderTest visited(OrderUnderTest order, Duration duration) {
    order.perform("start-job-field-team", with("engineer", "Eve", "attending", 1));
    order.waits(duration);
    return order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"));
  }

  private List<String> calculation(OrderUnderTest order) {
    List<String> items = new ArrayList<>();
    JsonNode cost = api.get("/api/work-orders/" + order.number()).at("/cost/calculation");
    cost.forEach(item -> items.add(item.asText()));
    return items;
  }

  @Test
  void the_order_shows_how_its_cost_came_about() {
    OrderUnderTest order = visited(given.anAcceptedOrder("resource", "BETA"), Duration.ofMinutes(50));
    assertThat(order).hasStatus("5.01").hasAccrual("70.00");
    assertThat(calculation(order)).hasSize(2);
    assertThat(calculation(order).get(0)).startsWith("Call-out, ").endsWith(": 40.00");
    assertThat(calculation(order).get(1)).startsWith("1 h 0 min at 30.00, ").endsWith(": 30.00");
  }

  @ParameterizedTest
  @CsvSource({"30, 160.00", "300, 110.00", "3000, 80.00"})
  void the_sooner_somebody_came_the_more_it_costs(int minutes, String cost) {
    agree("purpose, kind, response_minutes, hourly_rate", "160, 'reactive', 'response', 120, 0");
    agree("purpose, kind, response_minutes, hourly_rate", "110, 'reactive', 'response', 480, 0");
    agree("purpose, kind, response_minutes, hourly_rate", "80, 'reactive', 'response', null, 0");
    OrderUnderTest order = given.anAcceptedOrder("resource", "GAMMA");
    order.waits(Duration.ofMinutes(minutes));
    assertThat(visited(order, Duration.ofMinutes(30))).hasAccrual(cost);
  }

  @ParameterizedTest
  @CsvSource({"1, 90.00", "100000, 50.00"})
  void arrival_within_the_response_time_has_its_own_rate(int minutes, String cost) {
    agree("purpose, kind, within_sla, hourly_rate", "90, 'reactive', 'service level', true, 0");
    agree("purpose, kind, within_sla, hourly_rate", "50, 'reactive', 'service level', false, 0");
    OrderUnderTest order = given.anAcceptedOrder("resource", "GAMMA", "priority", "P1");
    order.waits(Duration.ofMinutes(minutes));
    assertThat(visited(order, Duration.ofMinutes(30))).hasAccrual(cost);
  }

  @Test
  void an_order_scheduled_by_the_day_is_charged_by_the_day() {
    agree("purpose, hourly_rate", "400, 'day', 0");
    agree("purpose, hourly_rate", "40, 'reactive', 30");
    OrderUnderTest order = given.aLoggedOrder().perform("allocate-resource",
        with("resource", "GAMMA", "scheduleKind", "up to SLA", "dayRate", true));
    assertThat(order.lastEvent().fields()).contains("\"dayRate\":{\"from\":false,\"to\":true}");
    assertThat(api.get("/api/work-orders/" + order.number()).at("/dayRate").asBoolean()).isTrue();
    order.perform("assign", with("how", "by e-mail")).perform("accept-job", with());
    order.perform("start-job-field-team", with("engineer", "Eve", "attending", 1));
    order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"));
    assertThat(order).hasAccrual("400.00");
  }

  @Test
  void the_day_rate_may_be_ticked_when_the_order_is_logged() {
    assertThat(given.anOrderPendingAssign("dayRate", true).present().isDayRate()).isTrue();
    assertThat(given.aLoggedOrder("dayRate", true).present().isDayRate()).as("without a schedule").isFalse();
  }

  @Test
  void without_a_day_rate_hours_are_charged() {
    OrderUnderTest order = given.anAcceptedOrder("resource", "BETA", "dayRate", true);
    assertThat(visited(order, Duration.ofMinutes(50))).hasAccrual("70.00");
  }

  @ParameterizedTest
  @CsvSource({"full, 200.00", "labour only, 160.00", "parts only, 100.00"})
  void a_recall_is_charged_as_the_contract_says(String charge, String cost) {
    jdbc.sql("update agreement set recall_charge = ? where resource = 'BETA'").param(charge).update();
    OrderUnderTest order = visited(given.anAcceptedOrder("resource", "BETA"), Duration.ofHours(2));
    assertThat(order).hasAccrual("100.00");
    order.waits(Duration.ofDays(2));
    order.perform("recall-job", with("priority", "P1", "why", "cold again"))
        .perform("assign", with("how", "by e-mail")).perform("accept-job", with());
    assertThat(visited(order, Duration.ofHours(2))).hasAccrual(cost);
  }

  /** On a Monday morning, so that the day does not end meanwhile. */
  private OrderUnderTest fixedRemotelyAndRecalled(String fee, String hourlyRate, String remoteFix, String charge) {
    agree("purpose, hourly_rate", remoteFix + ", 'remote fix', 0");
    agree("purpose, hourly_rate", fee + ", 'reactive', " + hourlyRate);
    jdbc.sql("update rate set hours_included = 1 where resource = 'GAMMA' and purpose = 'reactive'").update();
    jdbc.sql("update agreement set recall_charge = ? where resource = 'GAMMA'").param(charge).update();
    OrderUnderTest order = given.anAcceptedOrder("resource", "GAMMA");
    LocalDate monday = LocalDate.ofInstant(Instant.parse(order.now()), LONDON).with(TemporalAdjusters.next(MONDAY));
    order.waits(Duration.between(Instant.parse(order.now()), monday.atTime(10, 0).atZone(LONDON).toInstant()));
    order.perform("remote-fix", with("whatWasDone", "Reset by phone")).waits(Duration.ofHours(1));
    return order.perform("recall-job", with("priority", "P1", "why", "cold again"))
        .perform("assign", with("how", "by e-mail")).perform("accept-job", with());
  }

  /**
   * 16.00 for the remote fix, and half an hour at 48.50 an hour: 24.25. 17.00, and half an hour at 72.00: 36.00. Nobody
   * was called out, so that no fee covers the first hour.
   */
  @ParameterizedTest
  @CsvSource({"62, 48.50, 16, labour only, 40.25", "67, 72, 17, full, 53.00", "67, 72, 17, parts only, 17.00"})
  void visit_on_the_day_of_a_remote_fix_is_a_recall(
      String fee, String hourlyRate, String remoteFix, String charge, String cost) {
    OrderUnderTest order = fixedRemotelyAndRecalled(fee, hourlyRate, remoteFix, charge);
    assertThat(visited(order, Duration.ofMinutes(30))).hasAccrual(cost);
  }

  @Test
  void visit_on_a_later_day_after_a_remote_fix_is_a_call_out() {
    OrderUnderTest order = fixedRemotelyAndRecalled("67", "72", "17", "full").waits(Duration.ofDays(1));
    assertThat(visited(order, Duration.ofMinutes(30))).hasAccrual("84.00");
  }

  private OrderUnderTest brokenOff(OrderUnderTest order, String reason, Duration away) {
    order.perform("start-job-field-team", with("engineer", "Eve", "attending", 1)).waits(Duration.ofMinutes(50));
    order.perform("stop-job", with(
        "stoppedAt", order.now(), "outcome", "revisit required", "reasons", List.of(reason)));
    order.waits(away);
    return visited(order, Duration.ofMinutes(30));
  }

  private JsonNode view(OrderUnderTest order) {
    return api.get("/api/work-orders/" + order.number());
  }

  /** One call-out at 40.00, an hour and half an hour at 30.00; a client lets a short break last two hours. */
  @Test
  void short_break_costs_no_second_call_out() {
    OrderUnderTest order = brokenOff(
        given.anAcceptedOrder("resource", "BETA"), "short break", Duration.ofMinutes(120));
    assertThat(order).hasAccrual("85.00");
    assertThat(view(order).at("/visits/1/resumed").asBoolean()).isTrue();
    assertThat(view(order).at("/firstTimeFix").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"short break, 121", "parts, 30"})
  void a_longer_break_or_another_reason_is_another_visit(String reason, int minutes) {
    OrderUnderTest order = brokenOff(
        given.anAcceptedOrder("resource", "BETA"), reason, Duration.ofMinutes(minutes));
    assertThat(order).hasAccrual("125.00");
    assertThat(view(order).at("/visits/1/resumed").asBoolean(true)).isFalse();
    assertThat(view(order).at("/firstTimeFix").asBoolean(true)).isFalse();
  }

  @Test
  void the_first_who_comes_and_does_it_has_fixed_it_first_time() {
    OrderUnderTest order = given.anAcceptedOrder("resource", "BETA");
    assertThat(view(order).path("firstTimeFix").isMissingNode()).isTrue();
    assertThat(view(visited(order, Duration.ofMinutes(30))).at("/firstTimeFix").asBoolean()).isTrue();
  }

  @Test
  void each_visit_is_charged_by_whose_it_was() {
    agree("purpose, hourly_rate", "7, 'reactive', 0");
    OrderUnderTest order = visited(given.anAcceptedOrder("resource", "BETA"), Duration.ofHours(2));
    order.waits(Duration.ofDays(2));
    order.perform("recall-job", with("priority", "P1", "why", "cold again"))
        .perform("change-resource", with("resource", "GAMMA"))
        .perform("assign", with("how", "by e-mail")).perform("accept-job", with());
    assertThat(visited(order, Duration.ofHours(2))).hasAccrual("107.00");
  }

  @Test
  void a_visit_into_the_evening_or_a_bank_holiday_is_charged_in_parts() {
    agree("purpose, working_hours, hourly_rate", "60, 'reactive', 'inside', 40");
    agree("purpose, working_hours, hourly_rate", "90, 'reactive', 'outside', 80");
    agree("purpose, days, hourly_rate", "200, 'reactive', '{HOL}', 160");
    OrderUnderTest order = given.anAcceptedOrder("resource", "GAMMA");
    LocalDate monday = LocalDate.ofInstant(Instant.parse(order.now()), LONDON).with(TemporalAdjusters.next(MONDAY));
    jdbc.sql("""
        insert into opening_hours (resource, weekday, opens, closes) values ('GAMMA', 1, '08:00', '18:00');
        insert into closed_day (resource, day, reason) values ('GAMMA', '%s', 'Bank holiday')"""
        .formatted(monday.plusDays(1))).update();
    order.waits(Duration.between(Instant.parse(order.now()), monday.atTime(17, 0).atZone(LONDON).toInstant()));
    assertThat(visited(order, Duration.ofMinutes(100))).hasAccrual("160.00");
    assertThat(calculation(order)).extracting(item -> item.replaceFirst(",.*:", ":"))
        .containsExactly("Call-out: 60.00", "1 h 0 min at 40.00: 40.00", "0 h 45 min at 80.00: 60.00");
    String stop = monday.plusDays(1).atTime(1, 0).atZone(LONDON).toInstant().toString();
    order.waits(Duration.ofHours(8)).perform("amend-start-stop-times", with(
        "visit", order.lastVisit().id().toString(), "start", monday.atTime(23, 0).atZone(LONDON).toInstant().toString(),
        "stop", stop, "reason", "typed wrongly"));
    assertThat(order).hasAccrual("330.00");
  }

  @Test
  void scheduling_again_leaves_earlier_visits_as_they_were() {
    agree("purpose, hourly_rate", "400, 'day', 0");
    agree("purpose, hourly_rate", "40, 'reactive', 30");
    OrderUnderTest order = visited(given.anAcceptedOrder("resource", "GAMMA"), Duration.ofHours(1));
    assertThat(order).hasAccrual("70.00");
    order.waits(Duration.ofDays(2)).perform("recall-job", with("priority", "P1", "why", "cold again"))
        .perform("assign", with("how", "by e-mail"))
        .perform("resource-unable-to-accept", with("callerName", "Dispatch", "reason", "No capacity"))
        .perform("allocate-resource", with("resource", "BETA", "scheduleKind", "up to SLA", "dayRate", true))
        .perform("assign", with("how", "by e-mail")).perform("accept-job", with());
    assertThat(visited(order, Duration.ofHours(1))).hasAccrual("140.00");
  }

  // Comprehensive contracts

  private void cover(String contractor) {
    jdbc.sql("update agreement set comprehensive = true where resource = ?").param(contractor).update();
  }

  @Test
  void what_a_contract_covers_is_expected_to_cost_nothing_from_the_start() {
    cover("GAMMA");
    OrderUnderTest order = given.aLoggedOrder();
    assertThat(order).hasAccrual("120.00");
    order.perform("allocate-resource", with("resource", "GAMMA", "scheduleKind", "up to SLA"));
    assertThat(order).hasAccrual("0.00");
    assertThat(order.lastEvent().fields()).contains("\"accrual\":{\"from\":120.00,\"to\":0.00}");
    assertThat(api.get("/api/work-orders/" + order.number()).at("/cost/basis").asText())
        .isEqualTo("comprehensive contract");
    order.perform("change-resource", with("resource", "BETA"));
    assertThat(order).hasAccrual("120.00");
    assertThat(given.anAcceptedOrder("resource", "GAMMA")).hasAccrual("0.00");
  }

  @Test
  void a_covered_visit_costs_nothing_and_the_next_contractor_its_own() {
    agree("purpose, hourly_rate", "7, 'reactive', 30");
    cover("GAMMA");
    OrderUnderTest order = visited(given.anAcceptedOrder("resource", "GAMMA"), Duration.ofHours(2));
    assertThat(order).hasAccrual("0.00");
    assertThat(calculation(order)).singleElement().asString().endsWith(", covered by the contract: 0.00");
    order.waits(Duration.ofDays(2)).perform("recall-job", with("priority", "P1", "why", "cold again"))
        .perform("change-resource", with("resource", "BETA"))
        .perform("assign", with("how", "by e-mail")).perform("accept-job", with());
    assertThat(visited(order, Duration.ofHours(2))).hasAccrual("100.00");
  }

  @Test
  void a_covered_remote_fix_costs_nothing() {
    agree("purpose, hourly_rate", "15, 'remote fix', 0");
    cover("GAMMA");
    OrderUnderTest order = given.anAcceptedOrder("resource", "GAMMA");
    order.perform("remote-fix", with("whatWasDone", "Reset by phone"));
    assertThat(order).hasAccrual("0.00");
    assertThat(api.get("/api/work-orders/" + order.number()).at("/cost/remoteFix").asText()).isEqualTo("0.00");
  }

  @Test
  void a_remote_fix_costs_what_the_hour_and_the_day_say() {
    agree("purpose, hourly_rate", "15, 'remote fix', 0");
    OrderUnderTest order = given.anAcceptedOrder("resource", "GAMMA");
    assertThat(order.perform("remote-fix", with("whatWasDone", "Reset by phone"))).hasStatus("5.01").hasAccrual("15.00");
  }

  @Test
  void the_clients_of_a_group_are_charged_alike() {
    jdbc.sql("""
        insert into client_rate_group values ('ALIKE', 'Alike') on conflict do nothing;
        update client set rate_group = 'ALIKE' where code = 'ACME'""").update();
    try {
      agree("purpose, hourly_rate, client_group", "33, 'reactive', 0, 'ALIKE'");
      agree("purpose, hourly_rate", "44, 'reactive', 0");
      assertThat(visited(given.anAcceptedOrder("resource", "GAMMA"), Duration.ofHours(1))).hasAccrual("33.00");
      assertThat(visited(given.anAcceptedOrder("resource", "GAMMA", "site", "NEXT-HQ"), Duration.ofHours(1)))
          .hasAccrual("44.00");
    } finally {
      jdbc.sql("delete from rate where client_group = 'ALIKE'; update client set rate_group = null").update();
    }
  }

  @Test
  void the_price_is_the_cost_and_the_mark_up() {
    OrderUnderTest order = visited(given.anAcceptedOrder("resource", "BETA"), Duration.ofHours(2));
    order.perform("change-details-mark-up", with("markUp", 12.5));
    JsonNode cost = api.get("/api/work-orders/" + order.number()).at("/cost");
    assertThat(cost.at("/accrual").asText()).isEqualTo("100.00");
    assertThat(cost.at("/markedUp").asText()).isEqualTo("112.50");
  }
}
