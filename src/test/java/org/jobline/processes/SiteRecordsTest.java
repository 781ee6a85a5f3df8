package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Meter readings, feedback and what people of the building are told. */
@HelpdeskTest
class SiteRecordsTest {

  private final Given given;
  private final ApiClient api;
  private final JdbcClient jdbc;

  SiteRecordsTest(Given given, ApiClient api, JdbcClient jdbc) {
    this.given = given;
    this.api = api;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void forget() {
    jdbc.sql("delete from meter_reading; delete from feedback").update();
  }

  private OrderUnderTest read(OrderUnderTest order, Object value, Duration ago, Object... more) {
    return order.perform("meter-reading", Given.but(
        with("what", "add", "meter", "GAS-1", "value", value, "readAt", order.ago(ago)), more));
  }

  private String lastReading() {
    return jdbc.sql("select max(id) from meter_reading").query(Long.class).single().toString();
  }

  // Meter readings

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "1.03", "2.00", "3.00", "4.01", "5.00"})
  void a_reading_is_recorded(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    read(order, 120.5, Duration.ofHours(1));
    assertThat(order).hasStatus(status).hasLastEvent("meter-reading");
    assertThat(jdbc.sql("select value from meter_reading where order_number = ?").param(order.number().value())
        .query(String.class).single()).isEqualTo("120.500");
  }

  @Test
  void a_meter_only_counts_up_unless_it_was_replaced() {
    OrderUnderTest order = read(given.aLoggedOrder(), 100, Duration.ofHours(3));
    assertThat(order).refuses("meter-reading",
        with("what", "add", "meter", "GAS-1", "value", 99.999, "readAt", order.ago(Duration.ofHours(1))), "value");
    read(order, 3, Duration.ofHours(1), "replaced", true);
    assertThat(order).refuses("meter-reading",
        with("what", "add", "meter", "GAS-1", "value", 2.9, "readAt", order.ago(Duration.ofMinutes(5))), "value");
  }

  @Test
  void a_reading_typed_later_must_fit_between_the_others() {
    OrderUnderTest order = read(given.aLoggedOrder(), 100, Duration.ofHours(3));
    read(order, 110, Duration.ofHours(1));
    assertThat(order).refuses("meter-reading",
        with("what", "add", "meter", "GAS-1", "value", 111, "readAt", order.ago(Duration.ofHours(2))), "value");
    read(order, 105, Duration.ofHours(2));
  }

  @Test
  void a_reading_is_corrected_and_its_old_value_stays_in_the_event() {
    OrderUnderTest order = read(given.aLoggedOrder(), 100, Duration.ofHours(3));
    order.perform("meter-reading", with("what", "edit", "reading", lastReading(), "value", 101,
        "readAt", order.ago(Duration.ofHours(3))));
    assertThat(order.lastEvent().fields()).contains("\"value\":{\"from\":\"100.000\",\"to\":\"101.000\"}");
    assertThat(jdbc.sql("select count(*) from meter_reading").query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void a_wrong_reading_is_refused() {
    OrderUnderTest order = read(given.aLoggedOrder(), 100, Duration.ofHours(1));
    OrderUnderTest other = given.aLoggedOrder();
    String now = order.now();
    assertThat(order)
        .refuses("meter-reading", with(), "what", "meter", "value", "readAt")
        .refuses("meter-reading", with("what", "add", "meter", "GAS-2", "value", 1, "readAt", now), "meter")
        .refuses("meter-reading", with("what", "add", "meter", "GAS-1", "value", -1, "readAt", now), "value")
        .refuses("meter-reading", with("what", "add", "meter", "GAS-1", "value", 1.2345, "readAt", now), "value")
        .refuses("meter-reading",
            with("what", "add", "meter", "GAS-1", "value", 200, "readAt", order.in(Duration.ofMinutes(2))), "readAt");
    assertThat(other).refuses("meter-reading",
        with("what", "edit", "reading", lastReading(), "value", 200, "readAt", now), "reading");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.09", "1.09", "5.01", "5.02"})
  void a_reading_is_not_offered_once_the_order_is_over(String status) {
    assertThat(given.anOrderIn(status)).refusesNow("meter-reading");
  }

  @Test
  void a_site_without_meters_offers_no_reading() {
    OrderUnderTest order = given.aLoggedOrder("site", "OLD");
    assertThat(order.offered()).doesNotContain("meter-reading");
    assertThat(order).refusesNow("meter-reading");
  }

  @Test
  void the_history_of_a_meter_is_read_by_clients() {
    OrderUnderTest order = read(given.aLoggedOrder(), 100, Duration.ofHours(3));
    read(order, 110, Duration.ofHours(1));
    assertThat(api.get("/api/sites/HQ/meters").at("/0/readings/1/value").asInt()).isEqualTo(110);
    assertThat(api.get("/api/work-orders/" + order.number()).at("/meterReadings/0/meterName").asText())
        .isEqualTo("Gas");
  }

  // Feedback

  @ParameterizedTest
  @ValueSource(strings = {"5.00", "5.01", "5.02"})
  void feedback_counts_in_the_score_of_the_contractor(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    String contractor = order.present().contractor().orElseThrow();
    order.perform("provide-feedback", with("rating", 5, "who", "Hannah"));
    order.perform("provide-feedback", with("rating", 4, "who", "Petra", "comment", "late"));
    assertThat(order).hasStatus(status).hasLastEvent("provide-feedback");
    assertThat(order.lastEvent().summary()).contains(contractor + " is now rated 4.5 of 5 by 2");
    assertThat(api.get("/api/resources?text=" + contractor).at("/content/0/score/average").asDouble()).isEqualTo(4.5);
  }

  @Test
  void feedback_of_one_person_on_one_order_counts_once_as_it_was_given_last() {
    OrderUnderTest order = given.aCompletedOrder();
    order.perform("provide-feedback", with("rating", 5, "who", "Hannah Hill"))
        .perform("provide-feedback", with("rating", 2, "who", " hannah  hill"));
    assertThat(order).saysInItsLastEvent("hannah  hill had given 5; ALPHA is now rated 2.0 of 5 by 1");
    order.perform("provide-feedback", with("rating", 4, "who", "Petra"));
    assertThat(order).saysInItsLastEvent("ALPHA is now rated 3.0 of 5 by 2");
    given.aCompletedOrder().perform("provide-feedback", with("rating", 3, "who", "Hannah Hill"));
    assertThat(api.get("/api/resources?text=ALPHA").at("/content/0/score/count").asInt()).isEqualTo(3);
  }

  @Test
  void the_score_is_shown_to_who_chooses_a_contractor() {
    given.aCompletedOrder("resource", "BETA").perform("provide-feedback", with("rating", 2, "who", "Hannah"));
    OrderUnderTest order = given.aLoggedOrder();
    String label = api.get("/api/pick-lists/rankedResources?text=Beta&order=" + order.number()).at("/0/label").asText();
    assertThat(label).endsWith(", rated 2.0 of 5 by 1");
  }

  @Test
  void feedback_out_of_range_is_refused() {
    assertThat(given.aCompletedOrder())
        .refuses("provide-feedback", with(), "rating", "who")
        .refuses("provide-feedback", with("rating", 0, "who", "Hannah"), "rating")
        .refuses("provide-feedback", with("rating", 6, "who", "Hannah"), "rating")
        .refuses("provide-feedback", with("rating", 4.5, "who", "Hannah"), "rating");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "1.03", "2.00", "3.00", "4.01"})
  void feedback_before_completion_is_not_offered(String status) {
    assertThat(given.anOrderIn(status)).refusesNow("provide-feedback");
  }

  // Edit Notifications

  private List<String> queued(OrderUnderTest order) {
    return jdbc.sql("""
        select channel || ' ' || address from notification where order_number = ? and template = 'message' order by 1""")
        .param(order.number().value()).query(String.class).list();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "1.03", "2.00", "3.00", "4.01"})
  void a_notification_goes_to_its_subscribers(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    order.perform("edit-notifications", with("type", "DELAY", "what", "activate", "message", "an hour <late>"));
    assertThat(order).hasStatus(status).hasLastEvent("edit-notifications");
    assertThat(queued(order)).containsExactly("e-mail hannah@acme.example");
    assertThat(order.lastEvent().summary())
        .contains("e-mail to Hannah hannah@acme.example")
        .contains("SMS to Petra not sent: no SMS gateway")
        .contains("e-mail to Quentin not sent: no address");
  }

  @Test
  void recipients_are_shown_beforehand() {
    OrderUnderTest order = given.aLoggedOrder();
    assertThat(api.get("/api/pick-lists/subscribedNotifications?text=&order=" + order.number()).at("/0/label").asText())
        .isEqualTo("Delay: e-mail to Hannah hannah@acme.example, SMS to Petra +44 1632 960001,"
            + " e-mail to Quentin (no address)");
  }

  @ParameterizedTest
  @CsvSource({"reset, what", "silence, what"})
  void what_is_not_active_cannot_be_reset(String what, String field) {
    assertThat(given.aLoggedOrder()).refuses("edit-notifications",
        with("type", "DELAY", "what", what, "message", "late"), field);
  }

  @Test
  void a_notification_is_reset_once() {
    Map<String, Object> activate = with("type", "DELAY", "what", "activate", "message", "late");
    OrderUnderTest order = given.aLoggedOrder().perform("edit-notifications", activate);
    assertThat(order).refuses("edit-notifications", activate, "what");
    order.perform("edit-notifications", with("type", "DELAY", "what", "reset", "message", "in time again"));
    assertThat(queued(order)).hasSize(2);
    assertThat(order).refuses("edit-notifications", with("type", "DELAY", "what", "reset", "message", "x"), "what");
  }

  @Test
  void a_notification_nobody_holds_or_without_words_is_refused() {
    assertThat(given.aLoggedOrder())
        .refuses("edit-notifications", with(), "type", "what", "message")
        .refuses("edit-notifications", with("type", "SAFETY", "what", "activate", "message", "x"), "type")
        .refuses("edit-notifications", with("type", "DELAY", "what", "activate", "message", "x".repeat(1001)), "message");
  }

  @Test
  void a_building_without_subscribers_offers_none() {
    assertThat(given.aLoggedOrder("site", "OLD")).refusesNow("edit-notifications");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.09", "1.09", "5.00", "5.01", "5.02"})
  void nobody_is_notified_of_an_order_that_is_over(String status) {
    assertThat(given.anOrderIn(status)).refusesNow("edit-notifications");
  }
}
