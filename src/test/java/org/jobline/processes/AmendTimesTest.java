package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Start and stop of a visit, put right: cost, accrual and SLA follow. */
@HelpdeskTest
class AmendTimesTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Given given;
  private final ApiClient api;

  AmendTimesTest(Given given, ApiClient api) {
    this.given = given;
    this.api = api;
  }

  private static Map<String, Object> times(OrderUnderTest order, Object start, Object stop) {
    return with("visit", order.lastVisit().id().toString(), "start", start, "stop", stop, "reason", "typed wrongly");
  }

  @Test
  void cost_follows_the_time_on_site() {
    OrderUnderTest order = given.anOrderInInvoiceProcess();
    assertThat(order).hasAccrual("40.00");
    String stop = order.lastVisit().stoppedAt().toString();
    order.perform("amend-start-stop-times", times(order, order.ago(HOUR.multipliedBy(2)), stop));
    assertThat(order).hasStatus("5.01").hasLastEvent("amend-start-stop-times").hasAccrual("100.00");
    assertThat(order.lastEvent().fields()).contains("\"start\":{\"from\":").contains("\"accrual\":{\"from\":40.00,\"to\":100.00}");
    order.perform("amend-start-stop-times", times(order, order.ago(HOUR), stop));
    assertThat(order).hasAccrual("70.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.00", "4.01", "5.00", "5.01", "5.02"})
  void the_times_of_an_ended_visit_are_put_right(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    Instant start = Instant.parse(order.ago(HOUR));
    order.perform("amend-start-stop-times", times(order, start.toString(), order.now()));
    assertThat(order).hasStatus(status);
    assertThat(order.lastVisit().startedAt()).isEqualTo(start);
  }

  @Test
  void a_visit_under_way_has_a_start_only() {
    OrderUnderTest order = given.anOrderOnSite();
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
    OrderUnderTest order = given.anOrderInInvoiceProcess();
    assertThat(order)
        .refuses("amend-start-stop-times", with(), "visit", "start", "reason")
        .refuses("amend-start-stop-times", times(order, order.ago(HOUR), null), "stop")
        .refuses("amend-start-stop-times", times(order, order.ago(HOUR), order.ago(HOUR)), "stop")
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

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "1.03", "1.09", "2.00"})
  void an_order_nobody_came_for_has_no_times(String status) {
    assertThat(given.anOrderIn(status)).refusesNow("amend-start-stop-times");
  }
}
