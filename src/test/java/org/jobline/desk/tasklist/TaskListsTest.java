package org.jobline.desk.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jobline.fixture.ApiClient.post;
import static org.jobline.fixture.Given.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which orders Tasklist's lists show an agent, and what stands on their cards. */
@HelpdeskTest
class TaskListsTest {

  private final Given given;
  private final ApiClient api;
  private final FilterService filters;
  private final TaskService tasks;
  private final IdentityService identity;
  private final JdbcClient jdbc;
  private final TaskFilters lists;

  TaskListsTest(
      Given given, ApiClient api, FilterService filters, TaskService tasks, IdentityService identity, JdbcClient jdbc,
      TaskFilters lists) {
    this.given = given;
    this.api = api;
    this.filters = filters;
    this.tasks = tasks;
    this.identity = identity;
    this.jdbc = jdbc;
    this.lists = lists;
  }

  private boolean shows(String list, OrderUnderTest order) {
    String filter = filters.createFilterQuery().filterName(list).singleResult().getId();
    identity.setAuthentication(Given.AGENT.name(), List.copyOf(Given.AGENT.groups()));
    try {
      return !filters.list(filter, tasks.createTaskQuery().processInstanceBusinessKey(order.number().value())).isEmpty();
    } finally {
      identity.clearAuthentication();
    }
  }

  @SuppressWarnings("unchecked")
  private long count(Agent agent, String list) {
    Map<String, Object> news = (Map<String, Object>) api.call(agent, post("/api/pulse", Map.of("lists", ""))).content()
        .get("lists");
    return ((List<Map<String, Object>>) news.get("counts")).stream().filter(counted -> counted.get("name").equals(list))
        .mapToLong(counted -> ((Number) counted.get("count")).longValue()).findFirst().orElse(-1);
  }

  @Test
  void lists_are_counted_together_for_who_may_read_them() {
    // no count of theirs is remembered yet
    Agent counter = new Agent("counter", Set.of("helpdesk", "counters"));
    long mine = count(counter, "My jobs");
    long assignment = count(counter, "Assignment");
    OrderUnderTest order = given.anOrderPendingAssign();
    tasks.setAssignee(prompt(order), counter.name());
    // a count is good for some seconds
    await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
      assertThat(count(counter, "My jobs")).isEqualTo(mine + 1);
      assertThat(count(counter, "Assignment")).isEqualTo(assignment + 1);
    });
    assertThat(count(counter, "Waiting for authorisation")).as("not for the helpdesk").isEqualTo(-1);
  }

  @Test
  void a_list_that_cannot_be_counted_takes_no_other_count_away() {
    Filter broken = filters.newTaskFilter("Broken list").setOwner(Given.AGENT.name())
        .setQuery(tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
    filters.saveFilter(broken);
    jdbc.sql("update act_ru_filter set query_ = replace(query_, 'currentUser()', 'nobody.knows') where id_ = ?")
        .param(broken.getId()).update();
    try {
      identity.setAuthentication(Given.AGENT.name(), List.copyOf(Given.AGENT.groups()));
      assertThat(filters.createTaskFilterQuery().filterName("Broken list").count()).as("he may read it").isOne();
      assertThatThrownBy(() -> filters.count(broken.getId())).isInstanceOf(ProcessEngineException.class);
      identity.clearAuthentication();
      assertThat(count(Given.AGENT, "Broken list")).isEqualTo(-1);
      assertThat(count(Given.AGENT, "Assignment")).isNotNegative();
    } finally {
      identity.clearAuthentication();
      filters.deleteFilter(broken.getId());
    }
  }

  private String prompt(OrderUnderTest order) {
    return tasks.createTaskQuery().processInstanceBusinessKey(order.number().value()).withCandidateGroups()
        .singleResult().getId();
  }

  private JsonNode card(String task) {
    JsonNode cards = api.get("/api/task-cards?task=" + task);
    assertThat(cards).hasSize(1);
    return cards.get(0);
  }

  @Test
  void what_nobody_has_taken_is_unassigned_and_what_somebody_took_is_his_and_the_groups() {
    OrderUnderTest order = given.anOrderPendingAssign();
    assertThat(shows("Unassigned", order)).isTrue();
    assertThat(shows("My team's jobs", order)).isTrue();
    assertThat(shows("My jobs", order)).isFalse();
    tasks.claim(prompt(order), "agent");
    assertThat(shows("Unassigned", order)).isFalse();
    assertThat(shows("My team's jobs", order)).isTrue();
    assertThat(shows("My jobs", order)).isTrue();
  }

  @Test
  void the_list_of_an_earlier_release_shows_orders_prepared_on_a_sheet_of_their_own() {
    Filter list = filters.createTaskFilterQuery().filterName("Preparation").singleResult();
    filters.saveFilter(list.setQuery(tasks.createTaskQuery()
        .processDefinitionKeyIn("reactive", "quote", "ppm", "audit").orderByDueDate().asc()));
    OrderUnderTest order = given.anOrderIn("0.03");
    assertThat(shows("Preparation", order)).isFalse();
    lists.run(null);
    assertThat(shows("Preparation", order)).isTrue();
  }

  @Test
  void the_list_of_an_earlier_release_gets_its_new_name_once() {
    Filter list = filters.createTaskFilterQuery().filterName("My jobs").singleResult();
    filters.saveFilter(list.setName("My tasks"));
    lists.run(null);
    assertThat(filters.createTaskFilterQuery().filterName("My tasks").count()).isZero();
    assertThat(filters.createTaskFilterQuery().filterName("My jobs").singleResult().getId()).isEqualTo(list.getId());
  }

  @Test
  void a_list_an_administrator_has_changed_stays_as_it_is() {
    Filter list = filters.createTaskFilterQuery().filterName("Preparation").singleResult();
    filters.saveFilter(list.setQuery(tasks.createTaskQuery().taskName("Allocate")));
    lists.run(null);
    OrderUnderTest order = given.anOrderIn("0.03");
    assertThat(shows("Preparation", order)).isFalse();
    filters.deleteFilter(list.getId());
    lists.run(null);
    assertThat(shows("Preparation", order)).isTrue();
  }

  @Test
  void who_could_not_be_reached_is_out_of_the_lists_until_he_is_to_be_chased() {
    OrderUnderTest order = given.anAssignedOrder().perform("no-answer", with());
    assertThat(shows("My team's jobs", order)).isFalse();
    assertThat(shows("Chase now", order)).isFalse();
    assertThat(shows("Assignment", order)).as("a list of a stage leaves nothing out").isTrue();
    order.waits(Duration.ofMinutes(15).plusSeconds(1));
    assertThat(shows("My team's jobs", order)).isTrue();
    assertThat(shows("Chase now", order)).isTrue();
    order.perform("assign", with("how", "by e-mail"));
    assertThat(shows("Chase now", order)).isFalse();
    assertThat(shows("My team's jobs", order)).isTrue();
  }

  @Test
  void contractor_is_chased_when_the_eta_has_passed() {
    OrderUnderTest order = given.anAssignedOrder();
    order.perform("accept-job", with("eta", order.in(Duration.ofHours(2))));
    assertThat(shows("My team's jobs", order)).isFalse();
    assertThat(shows("Attendance", order)).isTrue();
    order.waits(Duration.ofHours(2).plusSeconds(1));
    assertThat(shows("Chase now", order)).isTrue();
    order.perform("eta-provided", with("eta", order.in(Duration.ofHours(1)), "spokeTo", "Dispatch"));
    assertThat(shows("Chase now", order)).isFalse();
    order.perform("start-job-field-team", with("engineer", "Eve", "attending", 1));
    assertThat(shows("My team's jobs", order)).isTrue();
    assertThat(shows("Chase now", order)).isFalse();
  }

  @Test
  void an_order_past_its_target_is_breached() {
    OrderUnderTest order = given.anOrderPendingAssign();
    assertThat(shows("Breached", order)).isFalse();
    order.waits(Duration.ofDays(60));
    assertThat(shows("Breached", order)).isTrue();
  }

  @Test
  void each_stage_and_type_has_its_list() {
    Map<String, String> lists = Map.of("0.03", "Preparation", "0.06", "Held for a batch", "1.00", "Assignment",
        "2.00", "Attendance", "3.00", "Attendance");
    lists.forEach((status, list) -> {
      OrderUnderTest order = given.anOrderIn(status);
      assertThat(shows(list, order)).as(status + " in " + list).isTrue();
      assertThat(shows("Reactive", order)).isTrue();
      lists.values().stream().filter(other -> !other.equals(list))
          .forEach(other -> assertThat(shows(other, order)).as(status + " in " + other).isFalse());
    });
  }

  @Test
  void a_card_tells_the_time_left_and_turns_red() {
    OrderUnderTest order = given.anOrderPendingAssign();
    JsonNode card = card(prompt(order));
    assertThat(card.at("/number").asText()).isEqualTo(order.number().value());
    assertThat(card.at("/target").asText()).isEqualTo("respond");
    assertThat(card.at("/state").asText()).isEqualTo("GREEN");
    assertThat(card.at("/left").asText()).startsWith("PT").doesNotContain("-");
    assertThat(card.at("/locked").asBoolean()).isFalse();
    order.waits(Duration.ofDays(60));
    assertThat(card(prompt(order)).at("/state").asText()).isEqualTo("RED");
    assertThat(card(prompt(order)).at("/left").asText()).contains("-");
  }

  @Test
  void a_card_tells_the_status_the_order_has_now() {
    OrderUnderTest order = given.anOrderPendingAssign();
    String prompt = prompt(order);
    order.perform("information", with("kind", "information required", "text", "Which?"));
    assertThat(prompt(order)).as("the prompt stays open").isEqualTo(prompt);
    assertThat(card(prompt).at("/statusCode").asText()).isEqualTo("1.01");
    assertThat(card(prompt).at("/statusName").asText()).isEqualTo(order.present().status().name());
  }

  @Test
  void once_somebody_came_the_next_target_counts() {
    assertThat(card(prompt(given.anOrderOnSite())).at("/target").asText()).isEqualTo("temporaryFix");
  }

  @Test
  void a_card_tells_that_its_order_waits_for_an_authorisation() {
    OrderUnderTest order = given.anOrderPendingAssign();
    order.perform("set-fixed-cost", with("amount", 12_500, "sure", true));
    Task assign = tasks.createTaskQuery().processInstanceBusinessKey(order.number().value()).taskName("Assign")
        .singleResult();
    assertThat(card(assign.getId()).at("/locked").asBoolean()).isTrue();
  }

  @Test
  void unknown_tasks_are_left_out() {
    assertThat(api.get("/api/task-cards?task=nothing")).isEmpty();
  }

  @Test
  void a_list_is_read_in_the_order_of_an_index() {
    assertThat(jdbc.sql("select indexdef from pg_indexes where tablename = 'act_ru_task'").query(String.class).list())
        .anyMatch(index -> index.endsWith("(due_date_)"));
  }
}
