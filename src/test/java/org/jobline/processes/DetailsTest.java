package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Corrections of what is known of an order. */
@HelpdeskTest
class DetailsTest {

  private final Given given;
  private final ApiClient api;
  private final TaskService tasks;

  DetailsTest(Given given, ApiClient api, TaskService tasks) {
    this.given = given;
    this.api = api;
    this.tasks = tasks;
  }

  private JsonNode order(OrderUnderTest order) {
    return api.get("/api/work-orders/" + order.number());
  }

  private Task prompt(OrderUnderTest order) {
    return tasks.createTaskQuery().processInstanceBusinessKey(order.number().value()).singleResult();
  }

  // Edit Work Order

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "0.04", "0.05", "1.00", "1.01", "1.02"})
  void an_order_that_was_not_sent_is_edited(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    order.perform("edit-work-order", with("location", "Cellar", "equipment", "Boiler 2", "symptom", "cold",
        "description", "It <drips>", "contactName", "Ida", "contactPhone", "0113"));
    assertThat(order).hasStatus(status).hasLastEvent("edit-work-order");
    assertThat(order.present().details()).hasToString(
        "WorkOrderDetails[workType=BOILER, priority=P1, description=It <drips>, contactName=Ida, contactPhone=0113,"
            + " location=Cellar, equipment=Boiler 2, symptom=cold]");
    assertThat(order.lastEvent().fields()).contains("\"contactName\":{\"from\":\"Hannah\",\"to\":\"Ida\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.09", "1.03", "1.04", "1.09", "2.00", "3.00", "4.01", "5.01"})
  void an_order_that_was_sent_is_not_edited(String status) {
    assertThat(given.anOrderIn(status)).refusesNow("edit-work-order");
  }

  @Test
  void another_priority_moves_targets_tasks_and_cards() {
    OrderUnderTest order = given.anOrderPendingAssign();
    String before = order(order).at("/sla/respond/due").asText();
    int urgency = prompt(order).getPriority();
    order.perform("edit-work-order", with("priority", "P2"));
    assertThat(order(order).at("/sla/respond/due").asText()).isNotEqualTo(before);
    assertThat(order.lastEvent().fields()).contains("respond target").contains("fix target");
    assertThat(prompt(order).getPriority()).isLessThan(urgency);
    assertThat(prompt(order).getDueDate().toInstant())
        .isEqualTo(order(order).at("/sla/respond/due").asText());
    assertThat(tasks.getVariable(prompt(order).getId(), "orderPriority").toString()).contains("P2");
  }

  @Test
  void another_type_of_work_is_expected_to_cost_something_else() {
    OrderUnderTest order = given.aLoggedOrder();
    assertThat(order).hasAccrual("120.00");
    order.perform("edit-work-order", with("workType", "PAINT"));
    assertThat(order).hasAccrual("0.00");
    assertThat(order.lastEvent().summary()).contains("now ranked first: Alpha Ltd");
  }

  @Test
  void what_is_sent_empty_is_cleared_and_what_is_left_out_stays() {
    OrderUnderTest order = given.aLoggedOrder("location", "Cellar", "symptom", "cold");
    order.perform("edit-work-order", with("location", ""));
    assertThat(order.present().location()).isNull();
    assertThat(order.present().symptom()).isEqualTo("cold");
  }

  @Test
  void an_edit_that_changes_nothing_or_too_much_is_refused() {
    assertThat(given.aLoggedOrder())
        .refuses("edit-work-order", with(), "description")
        .refuses("edit-work-order", with("priority", "P1", "contactName", "Hannah"), "description")
        .refuses("edit-work-order", with("priority", "P9"), "priority")
        .refuses("edit-work-order", with("workType", "MAGIC"), "workType")
        .refuses("edit-work-order", with("location", "x".repeat(201)), "location");
  }

  @Test
  void the_form_shows_what_is_known() {
    OrderUnderTest order = given.aLoggedOrder("location", "Cellar");
    JsonNode data = api.get("/api/work-orders/" + order.number() + "/actions/edit-work-order/form").at("/data");
    assertThat(data.at("/location").asText()).isEqualTo("Cellar");
    assertThat(data.at("/priority").asText()).isEqualTo("P1 Urgent");
    String task = order.open("edit-work-order");
    assertThat(tasks.getVariable(task, "location")).isEqualTo("Cellar");
  }

  @Test
  void every_form_that_is_offered_can_be_read() {
    for (String status : new String[] {"0.03", "1.00", "1.03", "2.00", "3.00", "4.01", "5.00", "5.01"}) {
      OrderUnderTest order = given.anOrderIn(status);
      order.offered().forEach(action -> assertThat(
          api.get("/api/work-orders/" + order.number() + "/actions/" + action + "/form").at("/id").asText())
          .isEqualTo(action));
    }
  }

  // Change Work Order Details

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "1.03", "2.00", "3.00", "4.01", "5.00", "5.01", "5.02"})
  void each_detail_is_changed_and_the_event_says_from_what(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    order.perform("change-details-caller", with("contactName", "Ida", "contactPhone", "0113"));
    assertThat(order).hasStatus(status).hasLastEvent("change-details-caller");
    assertThat(order.lastEvent().fields()).contains("\"contactName\":{\"from\":\"Hannah\",\"to\":\"Ida\"}");
    order.perform("change-details-reason", with("reason", "TEAR"));
    assertThat(order.present().reason()).isEqualTo("TEAR");
    order.perform("change-details-mark-up", with("markUp", 12.5));
    assertThat(order.lastEvent().fields()).contains("\"markUp\":{\"from\":\"0\",\"to\":\"12.5\"}");
    order.perform("change-details-capital-budget", with("capitalCode", "CAP-2"));
    assertThat(order(order).at("/capitalCode").asText()).isEqualTo("CAP-2");
    assertThat(order).hasStatus(status);
  }

  @Test
  void the_marked_up_price_is_what_the_client_is_shown() {
    OrderUnderTest order = given.aLoggedOrder().perform("change-details-mark-up", with("markUp", 12.5));
    assertThat(order(order).at("/cost/markedUp").asText()).isEqualTo("135.00");
    assertThat(order).hasAccrual("120.00");
  }

  @ParameterizedTest
  @CsvSource({
      "change-details-caller, contactName, ''", "change-details-caller, contactName, Hannah",
      "change-details-reason, reason, NOBODY", "change-details-mark-up, markUp, -1",
      "change-details-mark-up, markUp, 100.01", "change-details-mark-up, markUp, 0",
      "change-details-capital-budget, capitalCode, CAP-1"})
  void a_wrong_or_unchanged_detail_is_refused(String action, String field, String value) {
    Map<String, Object> fields = with(field, value.isEmpty() ? null : value);
    assertThat(given.aLoggedOrder()).refuses(action, fields, field);
  }

  @Test
  void a_client_without_codes_is_offered_none() {
    assertThat(given.aLoggedOrder("site", "NEXT-HQ"))
        .refusesNow("change-details-reason")
        .refusesNow("change-details-capital-budget");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.09", "1.09"})
  void details_of_a_cancelled_order_stay(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    for (String detail : new String[] {"caller", "reason", "mark-up", "capital-budget"}) {
      assertThat(order).refusesNow("change-details-" + detail);
    }
  }
}
