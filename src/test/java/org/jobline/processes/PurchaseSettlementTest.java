package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.GivenPurchases.FINANCE;
import static org.jobline.fixture.GivenPurchases.all;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jobline.action.ActionService;
import org.jobline.action.AvailableAction;
import org.jobline.fixture.Given;
import org.jobline.fixture.GivenPurchases;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was delivered is invoiced, by {@code purchasing/purchase-settlement.bpmn}: finance finds its work in its list. */
@HelpdeskTest
class PurchaseSettlementTest {

  private final GivenPurchases purchases;
  private final ActionService actions;
  private final TaskService tasks;

  PurchaseSettlementTest(GivenPurchases purchases, ActionService actions, TaskService tasks) {
    this.purchases = purchases;
    this.actions = actions;
    this.tasks = tasks;
  }

  @BeforeEach
  void suppliers() {
    purchases.withSuppliers();
  }

  @AfterEach
  void noSuppliers() {
    purchases.withoutSuppliers();
  }

  private static Map<String, Object> anInvoice(OrderUnderTest order, Object... more) {
    return Given.but(with(
        "what", "invoice", "number", "1/" + order.number(), "dated", LocalDate.now(ZoneId.of("Europe/London")).toString(),
        "lines", "1 20 -\n2 5 -", "deliveryCharge", 5, "vat", 17, "isFinal", true), more);
  }

  private List<String> listOfFinance(OrderUnderTest order) {
    return tasks.createTaskQuery().processInstanceBusinessKey(order.number().value())
        .taskCandidateGroupIn(List.of("finance")).list().stream().map(Task::getName).toList();
  }

  private List<AvailableAction> offered(OrderUnderTest order, String action) {
    return actions.offered(FINANCE, order.number()).stream().filter(offer -> offer.key().equals(action)).toList();
  }

  @Test
  void what_was_delivered_and_not_invoiced_waits_in_the_list_of_finance() {
    OrderUnderTest order = purchases.aFullyDeliveredOrder();
    assertThat(order.status()).isEqualTo("5.40");
    assertThat(listOfFinance(order)).containsExactly("Record Invoice / Credit Note");
    assertThat(offered(order, "po-record-invoice")).singleElement().extracting(AvailableAction::prompt).isEqualTo(true);
    assertThat(order.offered()).doesNotContain("po-record-invoice");
    order.perform(FINANCE, "po-record-invoice", anInvoice(order));
    assertThat(order.status()).isEqualTo("5.42");
    assertThat(listOfFinance(order)).isEmpty();
    // what comes late is recorded on demand
    assertThat(offered(order, "po-record-invoice")).singleElement().extracting(AvailableAction::prompt).isEqualTo(false);
  }

  @Test
  void an_invoice_for_part_of_it_leaves_the_rest_in_the_list_of_finance() {
    OrderUnderTest order = purchases.aFullyDeliveredOrder();
    order.perform(FINANCE, "po-record-invoice", anInvoice(order, "lines", "1 20 -", "vat", 13, "isFinal", false));
    assertThat(order.status()).isEqualTo("5.41");
    assertThat(listOfFinance(order)).containsExactly("Record Invoice / Credit Note");
    order.perform(FINANCE, "po-record-invoice",
        anInvoice(order, "number", "2/" + order.number(), "lines", "2 5 -", "deliveryCharge", null, "vat", 4));
    assertThat(order.status()).isEqualTo("5.42");
  }

  @Test
  void an_invoice_that_is_held_waits_in_the_list_of_finance_and_a_credit_note_can_be_recorded_meanwhile() {
    OrderUnderTest order = purchases.aFullyDeliveredOrder();
    order.perform(FINANCE, "po-record-invoice", anInvoice(order, "lines", "1 20 33.00\n2 5 -", "vat", 18.20));
    assertThat(order.status()).isEqualTo("5.41");
    assertThat(listOfFinance(order)).containsExactly("Resolve invoice mismatch");
    assertThat(offered(order, "po-record-invoice")).singleElement().extracting(AvailableAction::prompt).isEqualTo(false);
    order.perform(FINANCE, "po-resolve-mismatch", with("decision", "accept", "notes", "agreed by phone"));
    assertThat(order.status()).isEqualTo("5.42");
  }

  @Test
  void goods_that_go_back_for_a_replacement_take_the_prompt_away_until_they_have_come() {
    OrderUnderTest order = purchases.aFullyDeliveredOrder();
    order.perform("po-return-items", with("lines", "2 1 damaged", "replacement", "yes", "returnNumber", "RMA-1"));
    assertThat(order.status()).isEqualTo("4.40");
    assertThat(listOfFinance(order)).isEmpty();
    order.perform("po-receipt", with("deliveryNote", "DN-2", "inFull", true, "confirmed", true));
    assertThat(listOfFinance(order)).containsExactly("Record Invoice / Credit Note");
  }

  @Test
  void an_invoice_that_was_held_for_its_delivery_charge_is_accepted_once_the_charge_is_what_was_invoiced() {
    OrderUnderTest order = purchases.aFullyDeliveredOrder();
    order.perform(FINANCE, "po-record-invoice", anInvoice(order, "deliveryCharge", 8, "vat", 17.60));
    assertThat(order.status()).isEqualTo("5.41");
    order.perform("po-edit-delivery-charge", with("calculated", false, "amount", 8));
    assertThat(all(purchases.purchase(order).path("invoices"), "state")).containsExactly("accepted");
    assertThat(order.status()).isEqualTo("5.42");
    assertThat(listOfFinance(order)).isEmpty();
  }
}
