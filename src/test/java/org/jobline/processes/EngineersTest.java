package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import java.util.List;
import java.util.Map;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many engineers may come: asked for, decided, held at Start and Stop Job. */
@HelpdeskTest
class EngineersTest {

  private static final Map<String, Object> THREE = with("rateGroup", "STD", "total", 3);
  private static final Map<String, Object> REFUSE = with("decision", "refuse", "decidedBy", "Client");

  private final Given given;
  private final ApiClient api;

  EngineersTest(Given given, ApiClient api) {
    this.given = given;
    this.api = api;
  }

  private static Map<String, Object> accept(String visits) {
    return with("decision", "accept", "visits", visits, "decidedBy", "Client");
  }

  private static Map<String, Object> start(int attending) {
    return with("engineer", "Eve", "attending", attending);
  }

  private OrderUnderTest accepted(String visits) {
    return given.anAcceptedOrder().perform("request-additional-engineers", THREE)
        .perform("additional-engineers-decision", accept(visits));
  }

  private static OrderUnderTest pause(OrderUnderTest order) {
    return order.perform("stop-job",
        with("stoppedAt", order.now(), "outcome", "revisit required", "reasons", List.of("parts")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.00", "3.00", "4.00", "4.01"})
  void a_request_waits_for_a_decision(String status) {
    OrderUnderTest order = given.anOrderIn(status).perform("request-additional-engineers", THREE);
    assertThat(order).hasStatus(status).hasLastEvent("request-additional-engineers");
    assertThat(order.prompts()).contains("additional-engineers-decision");
    assertThat(order.lastEvent().summary()).contains("3 × Standard engineer (currently 1)");
    assertThat(api.get("/api/work-orders/" + order.number()).at("/engineersRequested").asText())
        .isEqualTo("3 × Standard engineer (currently 1)");
    String form = ApiClient.performing(order.number(), "additional-engineers-decision") + "/form";
    assertThat(api.get(form).at("/data/engineersRequest").asText()).isEqualTo("3 × Standard engineer (currently 1)");
  }

  @Test
  void one_request_is_decided_before_the_next() {
    assertThat(given.anAcceptedOrder().perform("request-additional-engineers", THREE))
        .refusesNow("request-additional-engineers");
  }

  @Test
  void a_decision_is_offered_only_while_a_request_is_open() {
    assertThat(given.anAcceptedOrder()).refusesNow("additional-engineers-decision");
    assertThat(accepted("all visits")).refusesNow("additional-engineers-decision");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "1.00", "1.03", "5.00", "5.01", "5.02"})
  void nobody_asks_for_engineers_without_an_attendance_to_come(String status) {
    assertThat(given.anOrderIn(status)).refusesNow("request-additional-engineers");
  }

  @Test
  void a_number_approved_by_mistake_is_corrected_by_another_request() {
    OrderUnderTest order = accepted("all visits")
        .perform("request-additional-engineers", with("rateGroup", "STD", "total", 2))
        .perform("additional-engineers-decision", accept("all visits"));
    assertThat(approved(order)).isEqualTo(2);
    assertThat(order).refuses("start-job-field-team", start(3), "attending");
  }

  @Test
  void nobody_who_is_on_site_is_corrected_away() {
    OrderUnderTest order = accepted("all visits").perform("start-job-field-team", start(3));
    assertThat(order).refuses("request-additional-engineers", with("rateGroup", "STD", "total", 2), "total");
  }

  @Test
  void nobody_who_came_before_the_decision_is_corrected_away() {
    OrderUnderTest order = accepted("all visits")
        .perform("request-additional-engineers", with("rateGroup", "STD", "total", 2))
        .perform("start-job-field-team", start(3));
    assertThat(order).refuses("additional-engineers-decision", accept("all visits"), "decision");
  }

  @Test
  void a_request_must_be_for_another_number() {
    assertThat(given.anAcceptedOrder())
        .refuses("request-additional-engineers", with(), "rateGroup", "total")
        .refuses("request-additional-engineers", with("rateGroup", "STD", "total", 1), "total")
        .refuses("request-additional-engineers", with("rateGroup", "STD", "total", 1.5), "total")
        .refuses("request-additional-engineers", with("rateGroup", "STD", "total", 100), "total")
        .refuses("request-additional-engineers", with("rateGroup", "NONE", "total", 2), "rateGroup");
  }

  @Test
  void a_decision_must_be_complete() {
    assertThat(given.anAcceptedOrder().perform("request-additional-engineers", THREE))
        .refuses("additional-engineers-decision", with(), "decision", "decidedBy")
        .refuses("additional-engineers-decision", with("decision", "accept", "decidedBy", "Client"), "visits")
        .refuses("additional-engineers-decision", with("decision", "later", "decidedBy", "Client"), "decision");
  }

  @ParameterizedTest
  @CsvSource({"start-job-field-team", "start-job-admin"})
  void the_approved_number_is_the_cap_of_the_start(String start) {
    OrderUnderTest order = accepted("all visits");
    Map<String, Object> four = Given.but(start(4), "start", start.endsWith("admin") ? order.now() : null,
        "reportedBy", start.endsWith("admin") ? "Dispatch" : null,
        "engineer", start.endsWith("admin") ? null : "Eve");
    assertThat(order).refuses(start, four, "attending");
    order.perform(start, Given.but(four, "attending", 3));
    assertThat(order.lastVisit().attending()).isEqualTo(3);
  }

  @Test
  void the_approved_number_is_the_cap_of_the_stop() {
    OrderUnderTest order = accepted("all visits").perform("start-job-field-team", start(2));
    Map<String, Object> stop = with("stoppedAt", order.now(), "outcome", "completed");
    assertThat(order).refuses("stop-job", Given.but(stop, "attending", 4), "attending");
    order.perform("stop-job", Given.but(stop, "attending", 3));
    assertThat(order.lastVisit().attending()).isEqualTo(3);
    assertThat(order.lastEvent().fields()).contains("\"attending\":{\"from\":2,\"to\":3}");
  }

  @Test
  void rate_groups_add_up() {
    OrderUnderTest order = accepted("all visits");
    order.perform("request-additional-engineers", with("rateGroup", "SPEC", "total", 1))
        .perform("additional-engineers-decision", accept("all visits"));
    assertThat(order.lastEvent().fields()).contains("\"engineers approved\":{\"from\":3,\"to\":4}");
    assertThat(order).refuses("start-job-field-team", start(5), "attending");
    order.perform("start-job-field-team", start(4));
  }

  @Test
  void a_refusal_leaves_the_number_as_it_was() {
    OrderUnderTest order = given.anAcceptedOrder().perform("request-additional-engineers", THREE)
        .perform("additional-engineers-decision", REFUSE);
    assertThat(order).hasStatus("2.00").refuses("start-job-field-team", start(2), "attending");
  }

  @Test
  void what_was_approved_for_one_visit_ends_with_it() {
    OrderUnderTest order = pause(accepted("the present or next visit").perform("start-job-field-team", start(3)));
    assertThat(order).refuses("start-job-field-team", start(2), "attending");
  }

  @Test
  void what_was_approved_for_all_visits_holds_for_the_next() {
    OrderUnderTest order = pause(accepted("all visits").perform("start-job-field-team", start(3)));
    assertThat(order.perform("start-job-field-team", start(3))).hasStatus("3.00");
  }

  @Test
  void what_was_approved_for_all_visits_stands_on_the_order_when_the_work_is_completed() {
    OrderUnderTest order = accepted("all visits").perform("start-job-field-team", start(3));
    order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"));
    assertThat(approved(order)).isEqualTo(3);
  }

  @Test
  void a_recall_begins_with_the_usual_number_again() {
    OrderUnderTest order = accepted("all visits").perform("start-job-field-team", start(3));
    order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"))
        .perform("recall-job", with("priority", "P1", "why", "cold again"));
    assertThat(approved(order)).isEqualTo(1);
  }

  private int approved(OrderUnderTest order) {
    return api.get("/api/work-orders/" + order.number()).at("/engineersApproved").asInt();
  }

  @Test
  void an_open_request_is_withdrawn_when_the_work_is_completed() {
    OrderUnderTest order = given.anOrderOnSite().perform("request-additional-engineers", THREE);
    order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"));
    assertThat(order.prompts()).doesNotContain("additional-engineers-decision");
    assertThat(order.process("engineers")).isNull();
    assertThat(order.lastEvent().summary()).contains("request for additional engineers withdrawn");
  }

  @Test
  void an_open_request_is_withdrawn_when_the_order_is_cancelled() {
    OrderUnderTest order = given.anAcceptedOrder().perform("request-additional-engineers", THREE);
    order.perform("cancel-job", with());
    assertThat(order.process("engineers")).isNull();
  }

  @Test
  void another_contractor_has_to_ask_for_itself() {
    OrderUnderTest order = accepted("all visits").perform("request-additional-engineers", with("rateGroup", "SPEC", "total", 1));
    order.perform("change-resource", with("resource", "BETA"));
    assertThat(order.process("engineers")).isNull();
    assertThat(approved(order)).isEqualTo(1);
  }
}
