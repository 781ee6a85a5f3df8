package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.lifecycle.visit.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Corrections of start and stop of a visit: cost, accrual and SLA follow. */
@HelpdeskTest
class AmendTimesTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Given given;
  private final ApiClient api;
  private final JdbcClient jdbc;

  AmendTimesTest(Given given, ApiClient api, JdbcClient jdbc) {
    this.given = given;
    this.api = api;
    this.jdbc = jdbc;
  }

  private static Map<String, Object> times(OrderUnderTest order, Object start, Object stop) {
    return with("visit", order.lastVisit().id().toString(), "start", start, "stop", stop, "reason", "typed wrongly");
  }

  @Test
  void cost_follows_the_time_on_site() {
    OrderUnderTest order = given.anOrderInInvoiceProcess().waits(HOUR.multipliedBy(3));
    assertThat(order).hasAccrual("40.00");
    Instant start = order.lastVisit().startedAt();
    String stop = start.plus(HOUR.multipliedBy(2)).toString();
    order.perform("amend-start-stop-times", times(order, start.toString(), stop));
    assertThat(order).hasStatus("5.01").hasLastEvent("amend-start-stop-times").hasAccrual("100.00");
    assertThat(order.lastEvent().fields()).contains("\"stop\":{\"from\":").contains("\"accrual\":{\"from\":40.00,\"to\":100.00}");
    order.perform("amend-start-stop-times", times(order, start.plus(HOUR).toString(), stop));
    assertThat(order).hasAccrual("70.00");
    assertThat(order.lastEvent().fields()).contains("\"start\":{\"from\":");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.00", "4.01", "5.00", "5.01", "5.02"})
  void times_of_an_ended_visit_can_be_amended(String status) {
    OrderUnderTest order = given.anOrderIn(status).waits(HOUR.multipliedBy(2));
    Instant start = Instant.parse(order.ago(HOUR));
    order.perform("amend-start-stop-times", times(order, start.toString(), order.now()));
    assertThat(order).hasStatus(status);
    assertThat(order.lastVisit().startedAt()).isEqualTo(start);
  }

  @Test
  void an_order_nobody_was_to_invoice_is_to_be_invoiced_when_amended_times_make_money_due() {
    OrderUnderTest order = given.anOrderIn("5.02").waits(HOUR.multipliedBy(2));
    alphaWasThereForAnHourThatCosts(order);
    assertThat(order).hasAccrual("70.00").hasStatus("5.01").hasLastEvent("amend-start-stop-times")
        .offers("set-accrual-to-zero");
    assertThat(order.process("completion")).isWaitingAt("finalInvoice");
    order.waits(Duration.ofDays(15));
    assertThat(order).hasNotEnded();
  }

  @Test
  void an_order_that_was_set_to_zero_expects_no_invoice_whatever_its_times() {
    OrderUnderTest order = given.anOrderInInvoiceProcess().perform("set-accrual-to-zero", with("confirm", true))
        .waits(HOUR.multipliedBy(2));
    order.perform("amend-start-stop-times", times(order, order.ago(HOUR), order.now()));
    assertThat(order).hasAccrual("0").hasStatus("5.02");
  }

  @Test
  void an_order_in_the_invoice_process_stays_there_when_amended_times_cost_nothing() {
    OrderUnderTest order = given.anOrderIn("5.02").waits(HOUR.multipliedBy(2));
    alphaWasThereForAnHourThatCosts(order);
    order.perform("amend-start-stop-times", times(order, order.ago(HOUR), order.now()));
    assertThat(order).hasAccrual("0").hasStatus("5.01").offers("set-accrual-to-zero");
    alphaWasThereForAnHourThatCosts(order);
    assertThat(order).hasAccrual("70.00").hasStatus("5.01");
  }

  @Test
  void an_order_whose_life_has_ended_stays_as_it_is() {
    OrderUnderTest order = given.anOrderIn("5.02").waits(Duration.ofDays(15));
    assertThat(order).hasEnded();
    alphaWasThereForAnHourThatCosts(order);
    assertThat(order).hasAccrual("70.00").hasStatus("5.02").hasEnded();
  }

  /** From when the order was logged on. At any other time he is paid nothing. */
  private void alphaWasThereForAnHourThatCosts(OrderUnderTest order) {
    Instant start = order.present().loggedAt().plusSeconds(1);
    jdbc.sql("""
        insert into rate (resource, purpose, working_hours, call_out_fee, hours_included, hourly_rate, unit_minutes,
          valid_from, valid_to)
        select 'ALPHA', 'reactive', h.hours, 40.00, 0, 30.00, 15, '2000-01-01', null
        from (values ('inside'), ('outside')) h (hours)""").update();
    try {
      order.perform("amend-start-stop-times", times(order, start.toString(), start.plus(HOUR).toString()));
    } finally {
      jdbc.sql("delete from rate where resource = 'ALPHA'").update();
    }
  }

  @Test
  void a_visit_under_way_has_a_start_only() {
    OrderUnderTest order = given.anOrderOnSite().waits(HOUR.multipliedBy(2));
    assertThat(order).refuses("amend-start-stop-times", times(order, order.ago(HOUR), order.now()), "stop");
    order.perform("amend-start-stop-times", times(order, order.ago(HOUR), null));
    assertThat(order).hasStatus("3.00");
    assertThat(order.lastVisit().stoppedAt()).isNull();
  }

  @Test
  void what_was_met_by_the_visit_was_met_then() {
    OrderUnderTest order = given.anOrderInInvoiceProcess().waits(HOUR.multipliedBy(3));
    String start = order.ago(HOUR.multipliedBy(2));
    String stop = order.ago(HOUR);
    order.perform("amend-start-stop-times", times(order, start, stop));
    assertThat(Instant.parse(api.get("/api/work-orders/" + order.number()).at("/sla/respond/met").asText()))
        .isEqualTo(Instant.parse(start));
    assertThat(Instant.parse(api.get("/api/work-orders/" + order.number()).at("/sla/fix/met").asText()))
        .isEqualTo(Instant.parse(stop));
  }

  @Test
  void times_that_cannot_be_are_refused() {
    OrderUnderTest order = given.anOrderInInvoiceProcess().waits(HOUR.multipliedBy(2));
    String hourAgo = order.ago(HOUR);
    assertThat(order)
        .refuses("amend-start-stop-times", with(), "visit", "start", "reason")
        .refuses("amend-start-stop-times", times(order, order.ago(HOUR), null), "stop")
        .refuses("amend-start-stop-times", times(order, hourAgo, hourAgo), "stop")
        .refuses("amend-start-stop-times", times(order, order.ago(HOUR), order.in(HOUR)), "stop")
        .refuses("amend-start-stop-times", times(order, order.in(HOUR), order.now()), "start")
        .refuses("amend-start-stop-times",
            Given.but(times(order, order.ago(HOUR), order.now()), "visit", "999999"), "visit");
  }

  @Test
  void visits_do_not_overlap() {
    OrderUnderTest order = given.aPausedOrder();
    order.waits(HOUR).perform("start-job-field-team", with("engineer", "Eve", "attending", 1));
    order.waits(HOUR).perform("stop-job", with(
        "stoppedAt", order.now(), "outcome", "revisit required", "reasons", List.of("parts")));
    assertThat(order).refuses("amend-start-stop-times",
        times(order, order.visits().get(0).startedAt().minusSeconds(60).toString(), order.now()), "start");
    order.perform("amend-start-stop-times", times(order, order.ago(Duration.ofMinutes(90)), order.now()));
  }

  @Test
  void nobody_was_there_before_the_order_was_logged_or_recalled() {
    OrderUnderTest order = given.anOrderInInvoiceProcess().waits(HOUR.multipliedBy(2));
    Instant logged = order.present().loggedAt();
    assertThat(order).refuses("amend-start-stop-times",
        times(order, logged.minusSeconds(120).toString(), order.now()), "start");
    order.perform("recall-job", with("priority", "P2", "why", "cold again"))
        .perform("assign", with("how", "by phone", "spokeTo", "Dispatch")).perform("accept-job", with())
        .waits(HOUR.multipliedBy(2)).perform("start-job-field-team", with("engineer", "Eve", "attending", 1));
    assertThat(order).refuses("amend-start-stop-times", times(order, order.ago(HOUR.multipliedBy(3)), null), "start");
    order.perform("amend-start-stop-times", times(order, order.ago(HOUR), null));
    // the visit before answered the first call
    Map<String, Object> earlier = Given.but(times(order, logged.plusSeconds(60).toString(),
        logged.plusSeconds(600).toString()), "visit", order.visits().get(0).id().toString());
    order.perform("amend-start-stop-times", earlier);
    assertThat(order.visits().get(0).startedAt()).isEqualTo(logged.plusSeconds(60));
  }

  @Test
  void as_many_came_as_were_approved_for_that_visit() {
    OrderUnderTest order = given.anOrderOnSite("resource", "BETA")
        .perform("request-additional-engineers", with("rateGroup", "STD", "total", 2))
        .perform("additional-engineers-decision", with("decision", "accept", "decidedBy", "Client",
            "visits", "the present or next visit"))
        .waits(HOUR);
    order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "revisit required", "reasons", List.of("parts")));
    order.perform("start-job-field-team", with("engineer", "Eve", "attending", 1)).waits(HOUR);
    order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"));
    assertThat(order)
        .refuses("amend-start-stop-times", attendedBy(order, 0, 3), "attending")
        .refuses("amend-start-stop-times", attendedBy(order, 1, 2), "attending");
    order.perform("amend-start-stop-times", attendedBy(order, 0, 2));
    assertThat(order.visits().get(0).attending()).isEqualTo(2);
    assertThat(order.lastEvent().fields()).contains("\"attending\":{\"from\":1,\"to\":2}").contains("\"accrual\":{");
  }

  private static Map<String, Object> attendedBy(OrderUnderTest order, int visit, int engineers) {
    Visit amended = order.visits().get(visit);
    return with("visit", amended.id().toString(), "start", amended.startedAt().toString(), "stop",
        amended.stoppedAt().toString(), "attending", engineers, "reason", "the sheet says so");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "1.03", "1.09", "2.00"})
  void an_order_nobody_came_for_has_no_times(String status) {
    assertThat(given.anOrderIn(status)).refusesNow("amend-start-stop-times");
  }
}
