package org.jobline.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.OrderUnderTest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is due of an order next is the same wherever somebody looks. */
class OneTruth {

  private final ApiClient api;
  private final TaskService tasks;
  private final JdbcClient jdbc;

  OneTruth(ApiClient api, TaskService tasks, JdbcClient jdbc) {
    this.api = api;
    this.tasks = tasks;
    this.jdbc = jdbc;
  }

  /** @param target null: nothing is due */
  record Kept(@Nullable String target, @Nullable Instant due, int urgency) {}

  Kept kept(OrderUnderTest order) {
    return jdbc.sql("select next_target, next_due, urgency from order_target where order_number = ?")
        .param(order.number().value())
        .query((row, index) -> new Kept(key(row.getString(1)),
            row.getTimestamp(2) == null ? null : row.getTimestamp(2).toInstant(), row.getInt(3)))
        .single();
  }

  private static String key(String kind) {
    return kind == null ? null : TargetKind.valueOf(kind).key();
  }

  /** @param story what led there, for whoever reads of a failure */
  void check(OrderUnderTest order, String story) {
    Kept kept = kept(order);
    int urgency = jdbc.sql("select 50 + 10 * greatest(0, 5 - rank) from priority where code = ?")
        .param(order.present().priority()).query(Integer.class).single();
    assertThat(kept.urgency()).as("urgency, " + story).isEqualTo(urgency);
    assertThat(jdbc.sql("select open from order_target where order_number = ?").param(order.number().value())
        .query(Boolean.class).single()).as("open, " + story)
        .isEqualTo(order.present().completedAt().isEmpty() && order.present().cancelledAt().isEmpty());
    JsonNode page = api.get("/api/work-orders/" + order.number());
    String next = page.at("/sla/next").asText(null);
    assertThat(next).as("next of the page, " + story).isEqualTo(kept.target());
    String state = next == null ? null : page.at("/sla/" + next + "/state").asText();
    if (next != null) {
      assertThat(instant(page.at("/sla/" + next + "/due"))).as("due on the page, " + story).isEqualTo(kept.due());
    }
    tasksAndCards(order, kept, state, page, story);
    row(order, kept, state, story);
  }

  private void tasksAndCards(OrderUnderTest order, Kept kept, String state, JsonNode page, String story) {
    List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(order.number().value()).list();
    Instant shown = kept.due() == null ? null : kept.due().truncatedTo(ChronoUnit.MILLIS);
    for (Task task : open) {
      String of = task.getTaskDefinitionKey() + ", " + story;
      assertThat(task.getDueDate() == null ? null : task.getDueDate().toInstant()).as("due date of " + of)
          .isEqualTo(shown);
      assertThat(task.getPriority()).as("priority of " + of).isEqualTo(kept.urgency());
      JsonNode card = api.get("/api/task-cards?task=" + task.getId()).get(0);
      assertThat(card.path("target").asText(null)).as("card of " + of).isEqualTo(kept.target());
      assertThat(instant(card.path("due"))).as("card of " + of).isEqualTo(kept.due());
      assertThat(card.path("state").asText(null)).as("card of " + of).isEqualTo(state);
      assertThat(card.path("left").asText(null)).as("card of " + of)
          .isEqualTo(kept.target() == null ? null : page.at("/sla/" + kept.target() + "/left").asText());
    }
  }

  private void row(OrderUnderTest order, Kept kept, String state, String story) {
    JsonNode row = found(order, "").get(0);
    assertThat(instant(row.path("due"))).as("row, " + story).isEqualTo(kept.due());
    boolean breached = row.path("breached").asBoolean();
    if (state != null) {
      assertThat(row.path("sla").asText()).as("colour of the row, " + story).isEqualTo(breached ? "RED" : state);
    }
    assertThat(breached || !"RED".equals(state)).as("breached, " + story).isTrue();
    assertThat(found(order, "&breached=true")).as("among the breached, " + story).hasSize(breached ? 1 : 0);
    assertThat(found(order, "&breached=false")).as("among the others, " + story).hasSize(breached ? 0 : 1);
    boolean overdue = kept.due() != null && kept.due().isBefore(ClockUtil.getCurrentTime().toInstant());
    assertThat(found(order, "&due=overdue")).as("among the overdue, " + story).hasSize(overdue ? 1 : 0);
  }

  /** A list by due date is sorted as its rows and the kept targets say; what is not due comes last. */
  void checkSorted(String site) {
    List<JsonNode> rows = StreamSupport.stream(
        api.get("/api/work-orders?size=200&sort=due&site=" + site).path("items").spliterator(), false).toList();
    List<JsonNode> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing((JsonNode row) -> instant(row.path("due")),
            Comparator.nullsLast(Comparator.naturalOrder()))
        .thenComparing(row -> row.path("number").asText()));
    assertThat(rows).isEqualTo(sorted);
    assertThat(rows.stream().map(row -> row.path("number").asText()).toList()).isEqualTo(jdbc.sql("""
        select order_number from order_target join orders on number = order_number where site = ?
        order by next_due, order_number""").param(site).query(String.class).list());
  }

  /** Lists that are read from the kept targets alone have the orders that lists of orders would have. */
  void checkOpen() {
    String open = """
        select order_number from order_target join orders on number = order_number
        where completed_at is null and cancelled_at is null""";
    assertThat(numbers("state=open&sort=due")).isEqualTo(jdbc.sql(open + " order by next_due, number limit 200")
        .query(String.class).list());
    assertThat(numbers("state=open&sort=-due")).isEqualTo(jdbc.sql(
        open + " order by next_due desc nulls last, number desc limit 200").query(String.class).list());
    assertThat(numbers("unassigned=true&state=open&sort=fixDue")).isEqualTo(jdbc.sql(open
            + " and exists (select from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_"
            + " where e.business_key_ = number and t.assignee_ is null) order by fix_due, number limit 200")
        .query(String.class).list());
    long breached = jdbc.sql("select count(*) from (" + open + " and breached_at < ?) b")
        .param(Timestamp.from(ClockUtil.getCurrentTime().toInstant())).query(Long.class).single();
    assertThat(api.get("/api/work-orders?size=1&state=open&breached=true").path("total").asLong()).isEqualTo(breached);
    assertThat(api.get("/api/work-orders?size=1&state=open&breached=true&sort=due").path("total").asLong())
        .isEqualTo(breached);
  }

  private List<String> numbers(String query) {
    return StreamSupport.stream(
            api.get("/api/work-orders?size=200&" + query).path("items").spliterator(), false)
        .map(row -> row.path("number").asText()).toList();
  }

  private JsonNode found(OrderUnderTest order, String query) {
    return api.get("/api/work-orders?text=" + order.number() + query).path("items");
  }

  private static Instant instant(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : Instant.parse(node.asText());
  }
}
