package org.jobline.desk.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.ApiClient.post;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Who sees and changes which list; each test has an owner of its own. */
@HelpdeskTest
class SavedListTest {

  private static final Agent COLLEAGUE = new Agent("sally", Set.of("helpdesk"));
  private static final Agent FINANCE = new Agent("fiona", Set.of("finance"));
  private static final Agent MANAGER = new Agent("mary", Set.of("manager"));
  private static int owners;

  private final ApiClient api;
  private final ObjectMapper json;
  private final Agent owner = new Agent("owner" + ++owners, Set.of("helpdesk"));

  SavedListTest(ApiClient api, ObjectMapper json) {
    this.api = api;
    this.json = json;
  }

  private static Map<String, Object> draft(Object... more) {
    return but(with("name", "Hot boilers", "sharedWith", "helpdesk",
        "query", Map.of("text", "boiler", "state", "open", "breached", true), "columns", List.of("number", "due"),
        "sort", "-due"), more);
  }

  private String create(Object... more) {
    Answer answer = api.call(owner, post("/api/lists", draft(more)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.location();
  }

  private Answer put(Agent agent, String list, Map<String, Object> draft) {
    try {
      return api.call(agent, MockMvcRequestBuilders.put(list).contentType(MediaType.APPLICATION_JSON)
          .content(json.writeValueAsString(draft)));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private int get(Agent agent, String list) {
    return api.call(agent, MockMvcRequestBuilders.get(list)).status();
  }

  private int delete(Agent agent, String list) {
    return api.call(agent, MockMvcRequestBuilders.delete(list)).status();
  }

  private String seen(Agent agent) {
    return api.call(agent, MockMvcRequestBuilders.get("/api/lists")).content().get("items").toString();
  }

  @Test
  void a_list_is_kept_as_it_was_saved() {
    Map<String, Object> list = api.call(owner, MockMvcRequestBuilders.get(create())).content();
    assertThat(list).containsEntry("name", "Hot boilers").containsEntry("owner", owner.name())
        .containsEntry("sharedWith", "helpdesk").containsEntry("columns", List.of("number", "due"))
        .containsEntry("query", Map.of("text", "boiler", "state", "open", "breached", "true"))
        .containsEntry("sort", "-due").containsEntry("mayChange", true);
  }

  @Test
  void the_group_sees_a_shared_list_and_others_do_not() {
    String list = create();
    assertThat(seen(COLLEAGUE)).contains("owner=" + owner.name() + ",").contains("mayChange=false");
    assertThat(seen(FINANCE)).doesNotContain("owner=" + owner.name() + ",");
    assertThat(get(FINANCE, list)).isEqualTo(404);
    assertThat(delete(FINANCE, list)).isEqualTo(404);
  }

  @Test
  void nobody_else_sees_a_private_list() {
    String list = create("sharedWith", null);
    assertThat(seen(owner)).contains("Hot boilers");
    for (Agent agent : List.of(COLLEAGUE, MANAGER)) {
      assertThat(seen(agent)).doesNotContain("owner=" + owner.name() + ",");
      assertThat(get(agent, list)).isEqualTo(404);
      assertThat(put(agent, list, draft()).status()).isEqualTo(404);
    }
  }

  @Test
  void only_its_owner_and_a_manager_change_and_delete_a_shared_list() {
    String list = create();
    assertThat(put(COLLEAGUE, list, draft("name", "Mine")).status()).isEqualTo(403);
    assertThat(delete(COLLEAGUE, list)).isEqualTo(403);
    assertThat(put(owner, list, draft("name", "Cold boilers")).content()).containsEntry("name", "Cold boilers");
    assertThat(put(MANAGER, list, draft("name", "Lukewarm boilers")).content())
        .containsEntry("name", "Lukewarm boilers").containsEntry("owner", owner.name());
    assertThat(delete(MANAGER, list)).isEqualTo(204);
    assertThat(get(owner, list)).isEqualTo(404);
    assertThat(put(owner, list, draft()).status()).isEqualTo(404);
  }

  @Test
  void a_name_is_used_once_by_each_owner() {
    String list = create();
    assertWrong(api.call(owner, post("/api/lists", draft("name", " hot BOILERS "))), "name");
    String other = create("name", "Other");
    assertWrong(put(owner, other, draft()), "name");
    assertThat(put(owner, list, draft("sort", null)).status()).isEqualTo(200);
    Answer answer = api.call(COLLEAGUE, post("/api/lists", draft()));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(delete(COLLEAGUE, answer.location())).isEqualTo(204);
  }

  @Test
  void a_list_sent_twice_under_one_key_is_saved_once() {
    for (int time = 0; time < 2; time++) {
      assertThat(api.call(owner, post("/api/lists", draft()).header("Idempotency-Key", "list-" + owner.name())).status())
          .isEqualTo(201);
    }
    assertThat(seen(owner)).containsOnlyOnce("owner=" + owner.name() + ",");
  }

  static List<Arguments> wrongDrafts() {
    return List.of(
        Arguments.of("name", null, "name"), Arguments.of("name", " ", "name"),
        Arguments.of("name", "x".repeat(61), "name"), Arguments.of("name", "a\nb", "name"),
        Arguments.of("name", "a\0b", "name"), Arguments.of("sharedWith", "finance", "sharedWith"),
        Arguments.of("columns", List.of("colour"), "columns"), Arguments.of("columns", List.of("due", "due"), "columns"),
        Arguments.of("columns", "due", "columns"), Arguments.of("sort", "colour", "sort"),
        Arguments.of("query", Map.of("colour", "red"), "query"), Arguments.of("query", Map.of("page", "2"), "query"),
        Arguments.of("query", Map.of("status", "9.*"), "query.status"),
        Arguments.of("query", Map.of("breached", "perhaps"), "query.breached"),
        Arguments.of("query", Map.of("from", "yesterday"), "query.from"),
        Arguments.of("query", Map.of("text", "a\0"), "query.text"), Arguments.of("query", "all", "query"));
  }

  @ParameterizedTest
  @MethodSource("wrongDrafts")
  void a_list_that_cannot_be_is_refused(String field, Object value, String wrong) {
    assertWrong(api.call(owner, post("/api/lists", draft(field, value))), wrong);
    assertThat(seen(owner)).doesNotContain("owner=" + owner.name() + ",");
  }

  private static void assertWrong(Answer answer, String field) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.content().get("errors").toString()).contains("field=" + field + ",");
  }
}
