package org.jobline.desk.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jobline.fixture.ApiClient.post;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** An open page asks in one call what has changed, and hears of nothing else. */
@HelpdeskTest
class PulseTest {

  private final Given given;
  private final ApiClient api;

  PulseTest(Given given, ApiClient api) {
    this.given = given;
    this.api = api;
  }

  private Map<String, Object> ask(Map<String, Object> page) {
    ApiClient.Answer answer = api.call(post("/api/pulse", page));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.content();
  }

  private String mark(OrderUnderTest order) {
    return api.call(MockMvcRequestBuilders.get("/api/work-orders/" + order.number())).header("ETag");
  }

  private Map<String, Object> page(OrderUnderTest order) {
    return with("user", Given.AGENT.name(), "order", with("number", order.number().value(), "mark", mark(order)));
  }

  @SuppressWarnings("unchecked")
  private static String markOf(Object news) {
    return (String) ((Map<String, Object>) news).get("mark");
  }

  @Test
  void nothing_is_said_of_what_the_page_knows() {
    OrderUnderTest order = given.anAssignedOrder();
    Map<String, Object> first = ask(but(page(order), "lists", "", "reminders", "", "closed", "2026-01-01T00:00:00Z"));
    assertThat(first).containsKeys("lists", "reminders").doesNotContainKey("order");
    Map<String, Object> again = ask(but(page(order), "lists", markOf(first.get("lists")),
        "reminders", markOf(first.get("reminders"))));
    assertThat(again).isEqualTo(Map.of("again", 5000));
    assertThat(ask(with("user", Given.AGENT.name()))).as("what isn't asked for").isEqualTo(Map.of("again", 5000));
  }

  @Test
  void what_was_done_to_the_order_is_a_change_and_the_time_that_passes_is_none() {
    OrderUnderTest order = given.anAssignedOrder();
    Map<String, Object> page = page(order);
    order.waits(Duration.ofMinutes(3));
    assertThat(ask(page)).doesNotContainKey("order");
    order.perform("add-notes-private", with("text", "Ring the back door"));
    assertThat(ask(page)).containsEntry("order", Map.of("changed", true));
    assertThat(ask(page(order))).doesNotContainKey("order");
    assertThat(ask(with("user", Given.AGENT.name(), "order", with("number", order.number().value()))))
        .as("a page that has nothing yet").containsEntry("order", Map.of("changed", true));
  }

  @Test
  void a_page_of_an_order_there_is_none_of_finds_that_out_by_reading_it() {
    assertThat(ask(with("order", with("number", "R-999999", "mark", "\"1-1-1\""))))
        .containsEntry("order", Map.of("changed", true));
  }

  @Test
  void a_page_is_told_when_somebody_else_is_logged_in() {
    assertThat(ask(with("user", "zoe"))).containsEntry("user", Given.AGENT.name());
    assertThat(ask(with())).containsEntry("user", Given.AGENT.name());
  }

  @ParameterizedTest
  @CsvSource({"number, x, must be the number of an order", "number, R-1, must be the number of an order",
      "mark, \"1-1-1\", must be the number of an order"})
  void an_order_that_can_be_none_is_refused(String key, String value, String message) {
    ApiClient.Answer answer = api.call(post("/api/pulse", with("order", with(key, value))));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.body()).contains("\"field\":\"order.number\"").contains(message);
  }

  @Test
  void more_names_than_there_can_be_are_refused() {
    String number = given.aLoggedOrder().number().value();
    ApiClient.Answer answer = api.call(post("/api/pulse",
        with("order", with("number", number, "alsoLooking", Collections.nCopies(201, "zoe")))));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.body()).contains("\"field\":\"order.alsoLooking\"").contains("more than 200 names");
  }

  @ParameterizedTest
  @CsvSource({"1969-12-31T23:59:59Z, 422", "2200-01-01T00:00:00Z, 422", "+999999999-01-01T00:00:00Z, 422",
      "2026-01-01T00:00:00Z, 200"})
  void a_time_nothing_can_have_been_closed_at_is_refused(String since, int status) {
    ApiClient.Answer answer = api.call(post("/api/pulse", with("closed", since)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    if (status == 422) {
      assertThat(answer.body()).contains("\"field\":\"closed\"").contains("between the years 1970 and 2200");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 99, 8_001, -5_000})
  void pages_that_would_ask_too_often_or_be_taken_for_closed_are_refused_at_start_up(long milliseconds) {
    assertThatThrownBy(() -> new PulseProperties(Duration.ofMillis(milliseconds)))
        .hasMessageContaining("jobline.desk.refresh must be between 100 ms and 8 s");
    assertThat(new PulseProperties(Duration.ofMillis(100)).refresh()).hasMillis(100);
    assertThat(new PulseProperties(Duration.ofSeconds(8)).refresh()).hasSeconds(8);
  }
}
