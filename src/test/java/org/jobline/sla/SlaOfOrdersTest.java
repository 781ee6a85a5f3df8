package org.jobline.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What agents' actions do to the clock of an order. Nobody has opening hours here: every hour counts. */
@HelpdeskTest
class SlaOfOrdersTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Map<String, Object> EVE = with("engineer", "Eve", "attending", 1);

  private final Given given;
  private final ApiClient api;

  SlaOfOrdersTest(Given given, ApiClient api) {
    this.given = given;
    this.api = api;
  }

  @BeforeEach
  void timePassesOnlyWhenAnOrderWaits() {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2030-01-07T10:00:00Z")));
  }

  private JsonNode sla(OrderUnderTest order) {
    return api.get("/api/work-orders/" + order.number()).at("/sla");
  }

  private Instant respondDue(OrderUnderTest order) {
    return Instant.parse(sla(order).at("/respond/due").asText());
  }

  private List<?> found(OrderUnderTest order, String breached) {
    return (List<?>) api.call(MockMvcRequestBuilders.get("/api/work-orders")
        .queryParam("text", order.number().value()).queryParam("breached", breached)).content().get("items");
  }

  private Map<?, ?> row(OrderUnderTest order) {
    return (Map<?, ?>) ((List<?>) api.call(MockMvcRequestBuilders.get("/api/work-orders")
        .queryParam("text", order.number().value())).content().get("items")).get(0);
  }

  /** P2, which asks for a response within eight hours; scheduled for a day that is over by now. */
  private OrderUnderTest recalled() {
    OrderUnderTest order = given.aLoggedOrder(
        "resource", "ALPHA", "scheduleKind", "exact", "scheduleFrom", given.aLoggedOrder().in(HOUR.multipliedBy(2)));
    order.perform("assign", with("how", "by phone", "spokeTo", "Dispatch")).perform("accept-job", with())
        .waits(HOUR.multipliedBy(2)).perform("start-job-field-team", EVE);
    return order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"))
        .waits(HOUR.multipliedBy(48)).perform("recall-job", with("priority", "P2", "why", "cold again"));
  }

  @Test
  void the_schedule_of_the_first_attendance_is_over_when_the_order_is_recalled() {
    OrderUnderTest order = recalled();
    assertThat(order.present().schedule().orElseThrow().words()).isEqualTo("up to SLA");
    assertThat(order.lastEvent().fields()).contains("\"schedule\":{\"from\":\"exact from ");
    assertThat(respondDue(order)).isEqualTo(order.in(HOUR.multipliedBy(8)));
  }

  @Test
  void nothing_brings_the_old_schedule_of_a_recalled_order_back() {
    OrderUnderTest order = recalled();
    Instant recall = Instant.parse(order.now());
    order.waits(HOUR).perform("information", with("kind", "information required", "text", "Which?"));
    assertThat(respondDue(order)).isEqualTo(recall.plus(HOUR.multipliedBy(8)));
    order.perform("change-resource", with("resource", "BETA"));
    assertThat(respondDue(order)).isEqualTo(recall.plus(HOUR.multipliedBy(8)));
    order.perform("edit-work-order", with("priority", "P1"));
    assertThat(respondDue(order)).isEqualTo(recall.plus(HOUR.multipliedBy(4)));
    assertThat(sla(order).at("/respond/state").asText()).isEqualTo("GREEN");
  }

  @Test
  void a_schedule_days_away_moves_the_fix_as_well() {
    OrderUnderTest order = given.aLoggedOrder();
    Instant fix = Instant.parse(sla(order).at("/fix/due").asText());
    Instant respond = respondDue(order);
    String to = order.in(Duration.ofDays(3));
    order.perform("allocate-resource", with("scheduleKind", "up to SLA", "scheduleTo", to));
    assertThat(respondDue(order)).isEqualTo(to);
    assertThat(Instant.parse(sla(order).at("/fix/due").asText()))
        .isEqualTo(fix.plus(Duration.between(respond, Instant.parse(to))));
    assertThat(order.lastEvent().fields()).contains("\"respond target\"", "\"temporary fix target\"", "\"fix target\"");
  }

  @Test
  void an_engineer_who_comes_two_hours_before_his_appointment_is_early() {
    OrderUnderTest order = given.aLoggedOrder(
        "resource", "ALPHA", "scheduleKind", "exact", "scheduleFrom", given.aLoggedOrder().in(HOUR.multipliedBy(2)));
    order.perform("assign", with("how", "by phone", "spokeTo", "Dispatch")).perform("accept-job", with())
        .perform("start-job-field-team", EVE);
    assertThat(sla(order).at("/respond/state").asText()).isEqualTo("EARLY");
    assertThat(sla(order).at("/respond").has("met")).isFalse();
    assertThat(row(order).get("due")).as("next is the temporary fix")
        .isEqualTo(sla(order).at("/temporaryFix/due").asText());
  }

  @Test
  void a_cancelled_order_is_in_no_list_of_breaches_and_nothing_of_it_counts_on() {
    OrderUnderTest order = given.anOrderPendingAssign("priority", "P1").waits(HOUR.multipliedBy(3));
    order.perform("cancel-job", with()).waits(Duration.ofDays(5));
    assertThat(found(order, "true")).isEmpty();
    assertThat(found(order, "false")).hasSize(1);
    assertThat(List.of("due", "sla", "respondDue", "fixDue")).allMatch(column -> row(order).get(column) == null);
    assertThat(sla(order).has("respond")).isFalse();
    assertThat(sla(order).has("fix")).isFalse();
  }

  @Test
  void a_reinstated_order_has_as_much_time_left_as_when_it_was_cancelled() {
    OrderUnderTest order = given.anOrderPendingAssign("priority", "P1").waits(HOUR.multipliedBy(3));
    order.perform("cancel-job", with()).waits(Duration.ofDays(5));
    order.perform("reinstate", with("how", "to previous status"));
    assertThat(respondDue(order)).isEqualTo(order.in(HOUR));
    assertThat(sla(order).at("/respond/left").asText()).isEqualTo("PT1H");
    assertThat(order.lastEvent().fields()).contains("\"respond target\":{\"from\":");
    order.waits(HOUR.multipliedBy(2));
    assertThat(found(order, "true")).hasSize(1);
  }

  @Test
  void a_visit_made_while_the_order_was_cancelled_met_the_target_as_it_was_then() {
    OrderUnderTest order = given.anOrderPendingAssign("priority", "P1").waits(HOUR.multipliedBy(3));
    order.perform("cancel-job", with()).waits(Duration.ofDays(2));
    order.perform("reinstate", with("how", "with visit", "engineer", "Eve", "start", order.ago(HOUR.multipliedBy(2)),
        "attending", 1, "stoppedAt", order.ago(HOUR), "outcome", "completed"));
    assertThat(sla(order).at("/respond/state").asText()).isEqualTo("GREEN");
    assertThat(sla(order).at("/fix/state").asText()).isEqualTo("GREEN");
  }

  @Test
  void a_batched_order_has_no_running_target() {
    OrderUnderTest order = given.anOrderHeldForABatch().perform("batch-release", with());
    assertThat(order).hasStatus("0.09");
    assertThat(sla(order).has("respond")).isFalse();
    order.waits(Duration.ofDays(5));
    assertThat(found(order, "true")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nobody_starts_before_the_order_was_logged_or_recalled(boolean isRecalled) {
    OrderUnderTest order = isRecalled
        ? recalled().perform("assign", with("how", "by phone", "spokeTo", "Dispatch")).perform("accept-job", with())
        : given.anAcceptedOrder();
    order.waits(HOUR);
    assertThat(order).refuses("start-job-admin",
        with("reportedBy", "Hannah", "start", order.ago(Duration.ofMinutes(62)), "attending", 1), "start");
    assertThat(order.perform("start-job-admin",
        with("reportedBy", "Hannah", "start", order.ago(Duration.ofMinutes(58)), "attending", 1))).hasStatus("3.00");
  }
}
