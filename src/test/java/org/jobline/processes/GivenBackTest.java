package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.ApiClient.performing;
import static org.jobline.fixture.ApiClient.post;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.ApiClient.Answer;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What somebody held who is removed, or does not come back, is nobody's secret. */
@HelpdeskTest
class GivenBackTest {

  private static final Agent GHOST = new Agent("ghost", Set.of("helpdesk"));
  private static final Agent MANAGER = new Agent("manager", Set.of("manager"));

  private final Given given;
  private final ApiClient api;
  private final IdentityService identity;
  private final TaskService tasks;

  GivenBackTest(Given given, ApiClient api, IdentityService identity, TaskService tasks) {
    this.given = given;
    this.api = api;
    this.identity = identity;
    this.tasks = tasks;
  }

  @BeforeEach
  void users_come() {
    if (identity.createGroupQuery().groupId("helpdesk").count() == 0) {
      identity.saveGroup(identity.newGroup("helpdesk"));
    }
    List.of("ghost", "successor").forEach(this::comes);
  }

  private void comes(String name) {
    User user = identity.newUser(name);
    user.setPassword(UUID.randomUUID() + "-Aa1");
    identity.saveUser(user);
    identity.createMembership(name, "helpdesk");
  }

  @AfterEach
  void users_go() {
    List.of("ghost", "successor").forEach(identity::deleteUser);
  }

  private String assignee(String task) {
    return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
  }

  @Test
  void what_a_removed_user_held_is_given_back() {
    OrderUnderTest order = given.anOrderPendingAssign();
    String prompt = order.open(GHOST, "assign");
    String scoped = order.open(GHOST, "no-answer");
    String sheet = order.open(GHOST, "add-notes-private");
    String colleagues = order.open("add-notes-public");
    assertThat(assignee(prompt)).isEqualTo("ghost");
    int events = order.events().size();

    identity.deleteUser("ghost");
    assertThat(assignee(prompt)).isNull();
    assertThat(order.openTasks()).containsExactlyInAnyOrder(prompt, colleagues).doesNotContain(scoped, sheet);
    assertThat(order).hasStatus("1.00").isWaitingFor("assign");
    assertThat(order.events()).hasSize(events);

    comes("ghost");
    assertThat(tasks.createTaskQuery().taskAssignee("ghost").count()).isZero();
  }

  @Test
  void a_namesake_inherits_neither_lists_nor_files() {
    OrderUnderTest order = given.aLoggedOrder();
    String upload = order.upload(GHOST, "scan.txt", "hers");
    keeps("Mine", null);
    keeps("Ours", "helpdesk");

    identity.deleteUser("ghost");
    comes("ghost");
    JsonNode lists = api.get(GHOST, "/api/lists");
    assertThat(lists.findValuesAsText("name")).contains("Ours").doesNotContain("Mine");
    assertThat(lists.findValuesAsText("owner")).doesNotContain("ghost");
    assertThat(order).refuses(() -> order.perform(GHOST, "documents",
        with("what", "add", "file", upload, "type", "Report")), "file");
  }

  private void keeps(String name, String sharedWith) {
    Answer answer = api.call(GHOST, post("/api/lists", with("name", name, "sharedWith", sharedWith)));
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
  }

  @Test
  void a_manager_gives_back_what_somebody_holds() {
    OrderUnderTest order = given.anOrderPendingAssign();
    String prompt = order.open(GHOST, "assign");
    String draft = order.open(GHOST, "no-answer");
    for (String action : List.of("assign", "no-answer")) {
      String path = performing(order.number(), action) + "?agent=ghost";
      assertThat(api.call(Given.AGENT, MockMvcRequestBuilders.delete(path)).status()).isEqualTo(403);
      assertThat(api.call(MANAGER, MockMvcRequestBuilders.delete(path)).status()).isEqualTo(204);
      assertThat(api.call(MANAGER, MockMvcRequestBuilders.delete(path)).status()).isEqualTo(404);
    }
    assertThat(assignee(prompt)).isNull();
    assertThat(order.openTasks()).contains(prompt).doesNotContain(draft);
  }

  @Test
  void a_manager_has_somebody_else_go_on_with_it() {
    OrderUnderTest order = given.anOrderPendingAssign();
    String draft = order.open(GHOST, "no-answer");
    String path = performing(order.number(), "no-answer") + "/reassign";
    assertThat(api.call(Given.AGENT, post(path, with("from", "ghost", "to", "successor"))).status()).isEqualTo(403);
    assertThat(api.call(MANAGER, post(path, with("from", "ghost", "to", "nobody"))).content().get("errors").toString())
        .contains("field=to");
    assertThat(api.call(MANAGER, post(path, with("from", "ghost"))).status()).isEqualTo(422);
    assertThat(assignee(draft)).isEqualTo("ghost");
    Answer answer = api.call(MANAGER, post(path, with("from", "ghost", "to", "successor")));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    assertThat(assignee(draft)).isEqualTo("successor");
  }
}
