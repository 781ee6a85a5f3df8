package org.jobline.desk.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jobline.fixture.ApiClient.post;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.ApiClient.Answer;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What agents are reminded of, and who sees it; each test has agents of its own. */
@HelpdeskTest
class ReminderTest {

  private static int agents;

  private final Given given;
  private final ApiClient api;
  private final ReminderService service;
  private final ObjectMapper json;
  private final Agent agent = new Agent("minder" + ++agents, Set.of("finance", "crew" + agents));
  private final Agent mate = new Agent("mate" + agents, Set.of("finance", "crew" + agents));
  private final Agent stranger = new Agent("stranger" + agents, Set.of("finance"));

  ReminderTest(Given given, ApiClient api, ReminderService service, ObjectMapper json) {
    this.given = given;
    this.api = api;
    this.service = service;
    this.json = json;
  }

  private static Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  /** By the clock on the wall of the site, as the form sends it. */
  private static String wall(Duration ahead) {
    return LocalDateTime.ofInstant(now().plus(ahead), ZoneId.of("Europe/London")).truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }

  private static Map<String, Object> body(Object... more) {
    return but(with("at", wall(Duration.ofHours(2)), "text", "Ring Grace back"), more);
  }

  private Answer make(OrderUnderTest order, Object... more) {
    return api.call(agent, post("/api/work-orders/" + order.number() + "/reminders", body(more)));
  }

  private String made(OrderUnderTest order, Object... more) {
    Answer answer = make(order, more);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.location();
  }

  private Answer put(Agent who, String reminder, String at) throws Exception {
    return api.call(who, MockMvcRequestBuilders.put(reminder).contentType(MediaType.APPLICATION_JSON)
        .content(json.writeValueAsString(Map.of("at", at))));
  }

  private Answer delete(Agent who, String reminder) {
    return api.call(who, MockMvcRequestBuilders.delete(reminder));
  }

  /** What an open page of the agent is told it is time for. */
  private JsonNode due() throws IOException {
    return json.readTree(api.call(agent, post("/api/pulse", Map.of("reminders", ""))).body()).at("/reminders/due");
  }

  @Test
  void an_agent_is_reminded_at_the_time_and_nobody_else() throws Exception {
    OrderUnderTest order = given.aLoggedOrder();
    made(order);
    JsonNode reminder = api.get(agent, "/api/reminders").get(0);
    assertThat(reminder.get("order").asText()).isEqualTo(order.number().value());
    assertThat(reminder.get("text").asText()).isEqualTo("Ring Grace back");
    assertThat(Instant.parse(reminder.get("at").asText())).isBetween(
        now().plus(118, ChronoUnit.MINUTES), now().plus(120, ChronoUnit.MINUTES));
    assertThat(due()).isEmpty();
    assertThat(api.get(mate, "/api/reminders")).isEmpty();
    assertThat(api.get(stranger, "/api/work-orders/" + order.number() + "/reminders").findValuesAsText("text"))
        .containsExactly("Ring Grace back");
    order.waits(Duration.ofHours(2));
    assertThat(due().findValuesAsText("order")).containsExactly(order.number().value());
  }

  @Test
  void a_group_is_reminded_together_and_one_member_closes_it_for_all() {
    String reminder = made(given.aLoggedOrder(), "group", "crew" + agents);
    assertThat(api.get(mate, "/api/reminders").findValuesAsText("madeBy")).containsExactly(agent.name());
    assertThat(delete(mate, reminder).status()).isEqualTo(204);
    assertThat(api.get(agent, "/api/reminders")).isEmpty();
    assertThat(delete(mate, reminder).status()).isEqualTo(404);
  }

  @Test
  void a_reminder_can_be_put_off() throws Exception {
    String reminder = made(given.aLoggedOrder());
    Answer later = put(agent, reminder, now().plus(3, ChronoUnit.DAYS).toString());
    assertThat(later.status()).as(later.toString()).isEqualTo(200);
    assertThat(Instant.parse(api.get(agent, "/api/reminders").at("/0/at").asText()))
        .isCloseTo(now().plus(3, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));
    assertThat(put(agent, reminder, "soon").status()).isEqualTo(422);
  }

  @Test
  void a_reminder_of_somebody_else_is_left_alone_but_by_managers() throws Exception {
    String reminder = made(given.aLoggedOrder());
    assertThat(delete(stranger, reminder).status()).isEqualTo(403);
    assertThat(put(stranger, reminder, wall(Duration.ofDays(1))).status()).isEqualTo(403);
    assertThat(delete(new Agent("mary", Set.of("manager")), reminder).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
      "at, 2020-01-01T10:00, Choose a time in the future.",
      "at, 2120-01-01T10:00, Choose a time within a year.",
      "at, tomorrow, 'Enter a date and time, e.g. 2026-11-25T15:00.'",
      "at, , 'Enter a date and time, e.g. 2026-11-25T15:00.'",
      "text, ' ', 'Say what it''s about: up to 200 characters, on one line.'",
      "text, , 'Say what it''s about: up to 200 characters, on one line.'",
      "group, helpdesk, must be one of your groups:"})
  void what_is_no_reminder_is_refused_and_changes_nothing(String field, String value, String message) {
    OrderUnderTest order = given.aLoggedOrder();
    Answer answer = make(order, field, value);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.body()).contains("\"field\":\"" + field + "\"").contains(message);
    assertThat(api.get(agent, "/api/reminders")).isEmpty();
  }

  @Test
  void a_time_the_clocks_of_the_site_never_show_is_refused() {
    OrderUnderTest order = given.aLoggedOrder();
    ZoneRules clocks = ZoneId.of("Europe/London").getRules();
    ZoneOffsetTransition forward = Stream.iterate(clocks.nextTransition(now()),
        transition -> clocks.nextTransition(transition.getInstant())).filter(ZoneOffsetTransition::isGap)
        .findFirst().orElseThrow();
    Answer answer = make(order, "at", forward.getDateTimeBefore().plusMinutes(30).toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.body()).contains("\"field\":\"at\"").contains("clocks go forward");
    assertThat(api.get(agent, "/api/reminders")).isEmpty();
    made(order, "at", forward.getDateTimeAfter().toString());
  }

  @Test
  void a_text_is_one_line_of_at_most_200_characters() {
    OrderUnderTest order = given.aLoggedOrder();
    assertThat(make(order, "text", "x".repeat(201)).status()).isEqualTo(422);
    assertThat(make(order, "text", "a\nb").status()).isEqualTo(422);
    made(order, "text", "x".repeat(200));
  }

  @Test
  void what_a_removed_user_was_to_be_reminded_of_is_his_teams() {
    made(given.aLoggedOrder());
    service.removed(agent.name());
    assertThat(api.get(new Agent("any", Set.of("helpdesk")), "/api/reminders").findValuesAsText("madeBy"))
        .contains(agent.name());
  }
}
