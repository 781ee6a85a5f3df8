package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.GivenPurchases.FINANCE;
import static org.jobline.fixture.GivenPurchases.all;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.GivenPurchases;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.OrderEvent;
import org.jobline.platform.time.WrittenTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Suppliers that are late come into the desk's chase list, and are reminded, at the times of the decision table. */
@HelpdeskTest
class SupplierChaseTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final GivenPurchases purchases;
  private final ApiClient api;
  private final ManagementService management;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final JdbcClient jdbc;

  SupplierChaseTest(
      GivenPurchases purchases, ApiClient api, ManagementService management, RuntimeService runtime, TaskService tasks,
      JdbcClient jdbc) {
    this.purchases = purchases;
    this.api = api;
    this.management = management;
    this.runtime = runtime;
    this.tasks = tasks;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void suppliers() {
    purchases.withSuppliers();
  }

  @AfterEach
  void noSuppliers() {
    purchases.withoutSuppliers();
  }

  /** As every minute; what other tests left is nobody's news here. */
  private void look(OrderUnderTest order) {
    jdbc.sql("update supplier_chase set due_at = null where order_number <> ?").param(order.number().value()).update();
    management.executeJob(management.createJobQuery().processDefinitionKey("supplier-chase-watch").timers()
        .singleResult().getId());
    runtime.createProcessInstanceQuery().processDefinitionKey("supplier-chase")
        .processInstanceBusinessKey(order.number().value()).list().forEach(chase ->
            management.executeJob(management.createJobQuery().processInstanceId(chase.getId()).singleResult().getId()));
  }

  private void lookAt(OrderUnderTest order, LocalDate day, LocalTime time) {
    ClockUtil.setCurrentTime(Date.from(day.atTime(time).atZone(LONDON).toInstant()));
    look(order);
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), LONDON);
  }

  private boolean isIn(String list, OrderUnderTest order) {
    return api.call(MockMvcRequestBuilders.get("/api/work-orders").queryParam("chase", list).queryParam("size", "200"))
        .body().contains("\"" + order.number() + "\"");
  }

  /** As Tasklist's list Chase now asks. */
  private List<String> chaseNow(OrderUnderTest order) {
    return tasks.createTaskQuery().processInstanceBusinessKey(order.number().value())
        .followUpBefore(Date.from(ClockUtil.getCurrentTime().toInstant().plusSeconds(1))).list().stream()
        .map(Task::getName).toList();
  }

  private static List<String> told(OrderUnderTest order) {
    return order.events().stream().filter(event -> event.action().equals("supplier-to-be-chased"))
        .map(OrderEvent::summary).toList();
  }

  private List<String> reminders(OrderUnderTest order) {
    return jdbc.sql("select address from notification where order_number = ? and template = 'purchase-reminder'")
        .param(order.number().value()).query(String.class).list();
  }

  @Test
  void an_order_that_is_not_acknowledged_is_chased_each_day_until_it_is() {
    OrderUnderTest order = purchases.aSubmittedOrder();
    order.waits(Duration.ofHours(23));
    look(order);
    assertThat(told(order)).isEmpty();
    order.waits(Duration.ofHours(2));
    look(order);
    look(order);
    assertThat(told(order)).singleElement().asString()
        .contains("the supplier hasn't acknowledged the order", "reminder e-mail sent to Piper & Sons");
    assertThat(reminders(order)).containsExactly("sales@piper.example");
    assertThat(isIn("now", order)).isTrue();
    assertThat(chaseNow(order)).containsExactly("Acknowledge");
    assertThat(order.events()).last().extracting(OrderEvent::agent).isEqualTo("system");
    // the desk tries and reaches nobody
    order.perform("po-no-answer", with("numberTried", "0113 496 0100"));
    assertThat(order.lastEvent().summary()).contains("attempt 1, try again ");
    assertThat(isIn("now", order)).isFalse();
    assertThat(isIn("later", order)).isTrue();
    assertThat(chaseNow(order)).isEmpty();
    order.waits(Duration.ofMinutes(16));
    assertThat(chaseNow(order)).containsExactly("Submit");
    order.perform("po-submit", with("how", "by e-mail")).waits(Duration.ofHours(25));
    look(order);
    assertThat(told(order)).hasSize(2);
    order.perform("po-acknowledge", with("supplierReference", "P-1")).waits(Duration.ofHours(25));
    look(order);
    assertThat(told(order)).hasSize(2);
    assertThat(isIn("now", order)).isFalse();
    assertThat(chaseNow(order)).isEmpty();
  }

  @Test
  void a_supplier_that_is_rung_is_chased_by_the_desk_alone() {
    OrderUnderTest order = purchases.anOrderByPhone().waits(Duration.ofHours(25));
    look(order);
    assertThat(told(order)).hasSize(1);
    assertThat(reminders(order)).isEmpty();
    assertThat(isIn("now", order)).isTrue();
  }

  @Test
  void a_delivery_is_looked_at_the_day_before_and_chased_when_it_has_not_come() {
    LocalDate promised = today().plusDays(10);
    OrderUnderTest order = purchases.aSubmittedOrder().perform("po-acknowledge", with("deliveryDate", promised.toString()));
    lookAt(order, promised.minusDays(1), LocalTime.of(7, 59));
    assertThat(told(order)).isEmpty();
    lookAt(order, promised.minusDays(1), LocalTime.of(8, 0));
    assertThat(told(order)).singleElement().asString()
        .contains("delivery due: 20 pieces of Radiator valve, 5 pieces of LED lamp on " + WrittenTime.day(promised));
    assertThat(reminders(order)).isEmpty();
    assertThat(chaseNow(order)).containsExactly("Purchase Items Dispatched");
    order.perform("po-dispatched", with("dispatchDate", today().toString()));
    assertThat(chaseNow(order)).isEmpty();
    order.perform("po-receipt", with("deliveryNote", "DN-1", "lines", "1 20 - - -", "confirmed", true));
    lookAt(order, promised.plusDays(1), LocalTime.of(8, 0));
    assertThat(told(order)).hasSize(2).last().asString()
        .contains("delivery overdue: 5 pieces of LED lamp on " + WrittenTime.day(promised), "reminder e-mail sent");
    assertThat(reminders(order)).hasSize(1);
    assertThat(all(purchases.purchase(order).path("lines"), "late")).containsExactly("false", "true");
    assertThat(isIn("now", order)).isTrue();
    lookAt(order, promised.plusDays(2), LocalTime.of(8, 1));
    assertThat(told(order)).hasSize(3);
    // a new date starts again
    order.perform("po-delivery-dates", with("deliveryDate", promised.plusDays(9).toString()));
    assertThat(isIn("now", order)).isFalse();
    assertThat(chaseNow(order)).isEmpty();
    lookAt(order, promised.plusDays(4), LocalTime.of(9, 0));
    assertThat(told(order)).hasSize(3);
    lookAt(order, promised.plusDays(8), LocalTime.of(9, 0));
    assertThat(told(order)).hasSize(4).last().asString().contains("delivery due: 5 pieces of LED lamp");
    order.perform("po-receipt", with("deliveryNote", "DN-2", "inFull", true, "confirmed", true));
    lookAt(order, promised.plusDays(20), LocalTime.of(9, 0));
    assertThat(told(order)).hasSize(4);
    assertThat(isIn("now", order)).isFalse();
  }

  @Test
  void a_credit_note_that_does_not_come_is_chased_and_finance_finds_it() {
    OrderUnderTest order = purchases.aFullyDeliveredOrder();
    order.perform(FINANCE, "po-record-invoice", with(
        "what", "invoice", "number", "INV-" + order.number(), "dated", today().toString(), "lines", "1 20 -\n2 5 -",
        "deliveryCharge", 5, "vat", 17, "isFinal", true));
    order.perform("po-return-items", with("lines", "2 5 quality", "replacement", "no", "returnNumber", "RMA-2"));
    assertThat(order.status()).isEqualTo("5.41");
    order.waits(Duration.ofDays(13));
    look(order);
    assertThat(told(order)).isEmpty();
    order.waits(Duration.ofDays(2));
    look(order);
    assertThat(told(order)).singleElement().asString().contains("no credit note for what was returned");
    assertThat(isIn("now", order)).isTrue();
    assertThat(chaseNow(order)).containsExactly("Record Invoice / Credit Note");
    order.perform(FINANCE, "po-record-invoice", with(
        "what", "credit note", "number", "CN-" + order.number(), "dated", today().toString(), "creditKind", "returned",
        "credits", "INV-" + order.number(), "returnNumber", order.number() + "/T1", "credited", "2 5 -", "vat", 4));
    assertThat(order.status()).isEqualTo("5.42");
    assertThat(isIn("now", order)).isFalse();
    order.waits(Duration.ofDays(20));
    look(order);
    assertThat(told(order)).hasSize(1);
  }

  @Test
  void an_order_that_waits_for_authorisation_is_chased_when_it_goes_on() {
    OrderUnderTest order = purchases.aSubmittedOrder()
        .perform("po-edit-items", with("lines", "1 2 6000.00 -\n2 5 4.00 -", "reason", "gold-plated"))
        .waits(Duration.ofHours(25));
    look(order);
    assertThat(told(order)).isEmpty();
    order.perform(FINANCE, "authorise", with("decision", "refuse", "reference", "A-1", "reason", "too dear"));
    look(order);
    assertThat(told(order)).hasSize(1);
  }

  @Test
  void an_order_that_is_looked_at_too_early_is_looked_at_again_in_time() {
    OrderUnderTest order = purchases.aSubmittedOrder();
    jdbc.sql("update supplier_chase set due_at = ? where order_number = ? and reason = 'NOT_ACKNOWLEDGED'")
        .params(Timestamp.from(ClockUtil.getCurrentTime().toInstant()), order.number().value()).update();
    look(order);
    assertThat(told(order)).isEmpty();
    order.waits(Duration.ofHours(25));
    look(order);
    assertThat(told(order)).hasSize(1);
  }

  @Test
  void a_cancelled_order_is_chased_no_more() {
    OrderUnderTest order = purchases.aSubmittedOrder().waits(Duration.ofHours(25));
    look(order);
    order.perform("po-cancel", with("reason", "too late"));
    assertThat(isIn("now", order)).isFalse();
    order.waits(Duration.ofDays(3));
    look(order);
    assertThat(told(order)).hasSize(1);
  }

  @Test
  void the_time_of_an_order_that_is_chased_is_that_of_the_chase() {
    OrderUnderTest order = purchases.aSubmittedOrder().waits(Duration.ofHours(30));
    look(order);
    Instant next = Instant.parse(purchases.purchase(order).path("nextAttemptAt").asText());
    assertThat(next).isEqualTo(ClockUtil.getCurrentTime().toInstant());
  }
}
