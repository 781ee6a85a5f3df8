package org.jobline.desk.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.ApiClient.post;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.ApiClient.Answer;
import org.jobline.fixture.HelpdeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Texts that groups keep; each test has a group of its own. */
@HelpdeskTest
class CannedTextTest {

  private static int groups;

  private final ApiClient api;
  private final ObjectMapper json;
  private final String group = "writers" + ++groups;
  private final Agent agent = new Agent("wendy", Set.of("finance", group));
  private final Agent mate = new Agent("will", Set.of("finance", group));
  private final Agent stranger = new Agent("sally", Set.of("finance"));

  CannedTextTest(ApiClient api, ObjectMapper json) {
    this.api = api;
    this.json = json;
  }

  private Map<String, Object> draft(Object... more) {
    return but(with("group", group, "action", "no-answer", "name", "Voicemail", "text", "Left a voicemail."), more);
  }

  private String create(Object... more) {
    Answer answer = api.call(agent, post("/api/texts", draft(more)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.location();
  }

  private Answer put(Agent who, String text, Map<String, Object> draft) throws JsonProcessingException {
    return api.call(who, MockMvcRequestBuilders.put(text).contentType(MediaType.APPLICATION_JSON)
        .content(json.writeValueAsString(draft)));
  }

  private JsonNode texts(Agent who, String action) {
    return api.get(who, "/api/texts?action=" + action).get("items");
  }

  @Test
  void a_group_has_its_texts_for_an_action_and_nobody_else() {
    create();
    create("name", "Anywhere", "action", null);
    assertThat(texts(mate, "no-answer").findValuesAsText("name")).containsExactly("Anywhere", "Voicemail");
    assertThat(texts(mate, "assign").findValuesAsText("name")).containsExactly("Anywhere");
    assertThat(texts(stranger, "no-answer").findValuesAsText("group")).doesNotContain(group);
    assertThat(api.get(agent, "/api/texts?action=assign").get("groups").toString()).contains(group);
  }

  @Test
  void there_are_no_texts_for_what_is_no_action() {
    create("name", "Anywhere", "action", null);
    for (String action : List.of("no\0answer", "No Answer", "", "a".repeat(65))) {
      Answer answer = api.call(agent, MockMvcRequestBuilders.get("/api/texts").queryParam("action", action));
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      assertThat((List<?>) answer.content().get("items")).isEmpty();
    }
  }

  @Test
  void every_member_may_change_and_delete_a_text_and_nobody_else() throws JsonProcessingException {
    String text = create();
    assertThat(put(stranger, text, draft("text", "Hacked")).status()).isEqualTo(404);
    assertThat(api.call(stranger, MockMvcRequestBuilders.delete(text)).status()).isEqualTo(404);
    assertThat(put(mate, text, draft("text", "Left a message.")).status()).isEqualTo(200);
    assertThat(texts(agent, "no-answer").at("/0/text").asText()).isEqualTo("Left a message.");
    assertThat(texts(agent, "no-answer").at("/0/changedBy").asText()).isEqualTo(mate.name());
    assertThat(api.call(mate, MockMvcRequestBuilders.delete(text)).status()).isEqualTo(204);
    assertThat(texts(agent, "no-answer")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
      "group, helpdesk, must be one of your groups",
      "group, , must be one of your groups",
      "action, No Answer, 'must be the key of an action, e.g. accept-job.'",
      "name, ' ', Name must have 1 to 60 characters on one line.",
      "name, voicemail, already has a text called",
      "text, ' ', Text must have 1 to 4000 characters."})
  void what_is_no_text_is_refused_and_changes_nothing(String field, String value, String message) {
    create();
    Answer answer = api.call(agent, post("/api/texts", draft(field, value)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.body()).contains("\"field\":\"" + field + "\"").contains(message);
    assertThat(texts(agent, "no-answer")).hasSize(1);
  }

  @Test
  void a_text_has_at_most_4000_characters() {
    create("text", "x".repeat(4000));
    assertThat(api.call(agent, post("/api/texts", draft("name", "Long", "text", "x".repeat(4001)))).status())
        .isEqualTo(422);
  }
}
