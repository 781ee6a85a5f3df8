package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.Journal;
import org.jobline.order.OrderNumber;
import org.jobline.workorder.WorkOrder;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Small jobs wait for others in the same building and become one order (domain/statuses.md, 0.06). */
@HelpdeskTest
class BatchTest {

  private final Given given;
  private final ApiClient api;
  private final Journal journal;
  private final TaskService tasks;
  private final JdbcClient jdbc;

  BatchTest(Given given, ApiClient api, Journal journal, TaskService tasks, JdbcClient jdbc) {
    this.given = given;
    this.api = api;
    this.journal = journal;
    this.tasks = tasks;
    this.jdbc = jdbc;
  }

  private List<OrderUnderTest> held(String building, int count) {
    return IntStream.range(0, count).mapToObj(i -> given.heldIn(building)).toList();
  }

  private OrderUnderTest parentOf(OrderUnderTest child) {
    JsonNode link = api.get("/api/work-orders/" + child.number()).at("/links/0");
    assertThat(link.at("/relation").asText()).isEqualTo("batched in");
    return given.order(new OrderNumber(link.at("/number").asText()));
  }

  private List<String> ordersOfTheBatch(OrderUnderTest order) {
    List<String> numbers = new ArrayList<>();
    StreamSupport.stream(api.get("/api/work-orders/" + order.number()).at("/batch/orders").spliterator(), false)
        .forEach(number -> numbers.add(number.asText()));
    return numbers;
  }

  private static List<String> numbers(OrderUnderTest... orders) {
    return List.of(orders).stream().map(order -> order.number().value()).toList();
  }

  private void assertBatched(OrderUnderTest child, OrderUnderTest parent) {
    assertThat(child).hasStatus("0.09");
    assertThat(child.present().status().name()).isEqualTo("Cancelled - batched");
    assertThat(child.present().cancelledAt()).isPresent();
    assertThat(child.instances()).noneMatch(instance -> instance.getProcessDefinitionId().startsWith("reactive"));
    assertThat(child.prompts()).isEmpty();
    assertThat(parentOf(child).number()).isEqualTo(parent.number());
    assertThat(journal.verify(Optional.of(child.number())).valid()).isTrue();
  }

  @Test
  void what_a_rule_holds_waits_for_a_batch_release() {
    OrderUnderTest order = given.anOrderHeldForABatch();
    assertThat(order).hasStatus("0.06").isWaitingFor("batch-release").hasLastEvent("log-work-order");
    assertThat(order.present().status().name()).isEqualTo("Pending batch release");
    assertThat(order.lastEvent().summary()).contains("held for a batch: Painting");
    JsonNode batch = api.get("/api/work-orders/" + order.number()).at("/batch");
    assertThat(batch.at("/rule").asText()).isEqualTo("Painting");
    assertThat(batch.at("/ordersAtMost").asInt()).isEqualTo(3);
    assertThat(ordersOfTheBatch(order)).isEqualTo(numbers(order));
  }

  @Test
  void the_agent_may_decide_that_it_cannot_wait() {
    assertThat(given.anOrderHeldForABatch("notBatched", true)).hasStatus("0.03");
    assertThat(given.anOrderHeldForABatch("notBatched", true, "resource", "ALPHA", "scheduleKind", "up to SLA"))
        .hasStatus("1.00");
  }

  @Test
  void what_no_active_rule_describes_is_not_held() {
    assertThat(given.aLoggedOrder("site", "WHY", "workType", "BOILER")).hasStatus("0.03");
    assertThat(given.aLoggedOrder("site", "WHY", "workType", "HOT", "priority", "P1")).hasStatus("0.03");
    assertThat(given.aLoggedOrder("site", "HQ", "workType", "PAINT")).hasStatus("0.03");
    assertThat(given.aLoggedOrder("site", "OLD", "workType", "GLASS")).hasStatus("0.03");
  }

  @Test
  void all_of_a_building_become_one_order_of_the_first_ranked_contractor() {
    String building = given.aBuilding();
    OrderUnderTest first = given.heldIn(building, "description", "Scratched door", "contactName", "Ann");
    OrderUnderTest second = given.heldIn(building, "description", "Flaking sill", "priority", "P1");
    OrderUnderTest elsewhere = given.anOrderHeldForABatch();
    second.perform("batch-release", with());
    OrderUnderTest parent = parentOf(first);
    assertThat(parent).hasStatus("1.00").isWaitingFor("assign");
    WorkOrder made = parent.present();
    assertThat(made.contractor()).contains("ALPHA");
    assertThat(made.schedule().orElseThrow().kind().label()).isEqualTo("up to SLA");
    assertThat(made.site()).isEqualTo(building);
    assertThat(made.priority()).isEqualTo("P1");
    assertThat(made.contactName()).isEqualTo("Ann");
    assertThat(made.description())
        .isEqualTo(first.number() + ": Scratched door\n" + second.number() + ": Flaking sill");
    assertBatched(first, parent);
    assertBatched(second, parent);
    assertThat(elsewhere).hasStatus("0.06");
    assertThat(second).hasLastEvent("batch-release");
    assertThat(second.lastEvent().summary()).contains("batched in " + parent.number(), first.number().value());
    assertThat(first).hasLastEvent("batch-release");
    assertThat(first.lastEvent().statusBefore()).isEqualTo("0.06");
    assertThat(first.lastEvent().statusAfter()).isEqualTo("0.09");
    assertThat(parent.lastEvent().summary()).contains("batch of " + first.number() + ", " + second.number());
    assertThat(first.events()).hasSize(2);
    assertThat(parent.events()).hasSize(2);
  }

  @Test
  void agent_releases_selected_orders() {
    String building = given.aBuilding();
    List<OrderUnderTest> held = held(building, 3);
    held.get(0).perform("batch-release", with("orders", numbers(held.get(0), held.get(2))));
    OrderUnderTest parent = parentOf(held.get(0));
    assertBatched(held.get(0), parent);
    assertBatched(held.get(2), parent);
    assertThat(held.get(1)).hasStatus("0.06").isWaitingFor("batch-release");
    assertThat(ordersOfTheBatch(held.get(1))).isEqualTo(numbers(held.get(1)));
  }

  @Test
  void an_order_that_is_not_held_there_cannot_be_chosen() {
    OrderUnderTest order = given.anOrderHeldForABatch();
    OrderUnderTest elsewhere = given.anOrderHeldForABatch();
    assertRefused(order, numbers(order, elsewhere));
    assertRefused(order, List.of("R-1"));
    assertThat(elsewhere).hasStatus("0.06");
  }

  @Test
  void the_order_itself_belongs_to_its_batch() {
    String building = given.aBuilding();
    List<OrderUnderTest> held = held(building, 2);
    assertRefused(held.get(0), numbers(held.get(1)));
    assertThat(held.get(1)).hasStatus("0.06");
  }

  private static void assertRefused(OrderUnderTest order, List<String> chosen) {
    assertThat(order).refuses("batch-release", with("orders", chosen), "orders");
  }

  @Test
  void a_batch_is_released_only_where_something_is_held() {
    assertThat(given.anOrderPendingAssign()).refusesNow("batch-release");
  }

  @Test
  void a_cancellation_somebody_has_open_holds_no_order_back() {
    String building = given.aBuilding();
    List<OrderUnderTest> held = held(building, 2);
    held.get(0).open("cancel-job");
    held.get(1).perform("batch-release", with("orders", numbers(held.get(0), held.get(1))));
    assertBatched(held.get(0), parentOf(held.get(0)));
    assertThat(held.get(0).openTasks()).isEmpty();
  }

  @Test
  void one_more_than_the_rule_holds_releases_them_all() {
    String building = given.aBuilding();
    List<OrderUnderTest> held = held(building, 3);
    assertThat(held).allSatisfy(order -> assertThat(order).hasStatus("0.06"));
    OrderUnderTest last = given.heldIn(building);
    OrderUnderTest parent = parentOf(last);
    assertThat(parent).hasStatus("1.00");
    held.forEach(order -> assertBatched(order, parent));
    assertBatched(last, parent);
    assertThat(last).hasLastEvent("log-work-order");
    assertThat(last.lastEvent().summary()).contains("held for a batch: Painting", "batched in " + parent.number());
    assertThat(given.heldIn(building)).hasStatus("0.06");
  }

  @Test
  void more_money_than_the_rule_holds_releases_them_all() {
    String building = given.aBuilding();
    OrderUnderTest first = given.heldIn(building, "workType", "HOT", "priority", "P2");
    OrderUnderTest second = given.heldIn(building, "workType", "HOT", "priority", "P2");
    assertThat(second).hasStatus("0.06");
    first.perform("set-estimate", with("labour", 700.01));
    assertThat(first).hasStatus("0.06");
    OrderUnderTest third = given.heldIn(building, "workType", "HOT", "priority", "P2");
    assertBatched(first, parentOf(third));
    assertBatched(second, parentOf(third));
    assertBatched(third, parentOf(third));
  }

  @Test
  void who_was_held_long_enough_releases_them_all() {
    String building = given.aBuilding();
    OrderUnderTest first = given.heldIn(building);
    first.waits(Duration.ofDays(3));
    OrderUnderTest second = given.heldIn(building);
    first.waits(Duration.ofDays(2)).timersFire();
    OrderUnderTest parent = parentOf(first);
    assertBatched(first, parent);
    assertBatched(second, parent);
    assertThat(first).hasLastEvent("batch-release");
    assertThat(first.lastEvent().agent()).isEqualTo("system");
    assertThat(first.lastEvent().statusAfter()).isEqualTo("0.09");
    assertThat(parent.present().loggedBy()).isEqualTo("system");
  }

  @Test
  void what_is_held_can_be_cancelled_and_brought_back() {
    String building = given.aBuilding();
    List<OrderUnderTest> held = held(building, 2);
    OrderUnderTest cancelled = held.get(0).perform("cancel-job", with());
    assertThat(cancelled).hasStatus("0.09");
    assertThat(ordersOfTheBatch(held.get(1))).isEqualTo(numbers(held.get(1)));
    cancelled.perform("reinstate", with("how", "to previous status"));
    assertThat(cancelled).hasStatus("0.06").isWaitingFor("batch-release");
    assertThat(ordersOfTheBatch(held.get(1))).isEqualTo(numbers(cancelled, held.get(1)));
    held.get(1).perform("batch-release", with());
    assertBatched(cancelled, parentOf(held.get(1)));
  }

  @Test
  void what_is_cancelled_goes_into_no_batch() {
    String building = given.aBuilding();
    List<OrderUnderTest> held = held(building, 2);
    held.get(0).perform("cancel-job", with());
    held.get(1).perform("batch-release", with());
    assertThat(held.get(0)).hasStatus("0.09").hasLastEvent("cancel-job");
    assertThat(held.get(0).present().status().name()).isEqualTo("Cancelled");
  }

  @Test
  void what_waits_for_authorisation_goes_into_no_batch() {
    String building = given.aBuilding();
    List<OrderUnderTest> held = held(building, 2);
    held.get(0).perform("set-fixed-cost", with("amount", 12_500, "sure", true));
    assertThat(held.get(0).present().locked()).isTrue();
    assertRefused(held.get(1), numbers(held.get(0), held.get(1)));
    held.get(1).perform("batch-release", with());
    assertThat(held.get(0)).hasStatus("0.06");
    assertThat(held.get(0).present().locked()).isTrue();
  }

  @Test
  void those_who_look_at_a_held_order_see_what_came_after_it() {
    String building = given.aBuilding();
    OrderUnderTest first = given.heldIn(building);
    OrderUnderTest second = given.heldIn(building);
    String task = tasks.createTaskQuery().processInstanceBusinessKey(first.number().value()).taskName("Batch Release")
        .singleResult().getId();
    assertThat(tasks.getVariableLocal(task, "heldForTheBatch").toString())
        .contains(first.number().value(), second.number().value());
    first.complete(task, with("orders", numbers(first, second)));
    assertBatched(second, parentOf(first));
  }

  @Test
  void a_batch_nobody_can_do_waits_for_a_contractor() {
    jdbc.sql("insert into site (code, client, name, address, postcode, country, region, time_zone, asbestos_register) "
        + "values ('WHY-FAR', 'REASONED', 'Far', '1 Far Road', 'AB1', 'GB', 'Nowhere', 'Europe/London', false)").update();
    jdbc.sql("update agreement set valid_to = '2000-01-02' where client = 'REASONED'").update();
    try {
      OrderUnderTest order = given.heldIn("WHY-FAR").perform("batch-release", with());
      assertThat(parentOf(order)).hasStatus("0.04");
    } finally {
      jdbc.sql("update agreement set valid_to = null where client = 'REASONED'").update();
    }
  }
}
