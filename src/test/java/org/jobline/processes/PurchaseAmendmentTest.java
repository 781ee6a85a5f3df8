package org.jobline.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.GivenPurchases.FINANCE;
import static org.jobline.fixture.GivenPurchases.all;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jobline.action.Agent;
import org.jobline.action.AwaitingAuthorisationException;
import org.jobline.documents.Document;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.GivenPurchases;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.OrderEvent;
import org.jobline.platform.error.InvalidFieldsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What is changed of an order after its supplier has it: the sheet that says so, and what a refusal undoes. */
@HelpdeskTest
class PurchaseAmendmentTest {

  private static final Map<String, Object> REFUSED = with("decision", "refuse", "reference", "A-1", "reason", "too dear");
  private static final Map<String, Object> AUTHORISED =
      with("decision", "authorise", "reference", "A-1", "expenditure", "revenue");
  private static final Map<String, Object> FOUR_PACKS =
      with("lines", "1 4 30.00 -\n2 5 4.00 -", "reason", "two more radiators");
  private static final Map<String, Object> TOO_DEAR =
      with("lines", "1 2 6000.00 -\n2 5 4.00 -", "reason", "gold-plated");

  private final GivenPurchases purchases;
  private final ApiClient api;
  private final JdbcClient jdbc;

  PurchaseAmendmentTest(GivenPurchases purchases, ApiClient api, JdbcClient jdbc) {
    this.purchases = purchases;
    this.api = api;
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

  private static List<String> sheets(OrderUnderTest order) {
    return order.documents().stream().filter(document -> document.type().equals("Order sheet"))
        .map(Document::title).sorted().toList();
  }

  private int sheetsMailed(OrderUnderTest order) {
    return jdbc.sql("select count(*) from notification where order_number = ? and template = 'purchase-order'")
        .param(order.number().value()).query(Integer.class).single();
  }

  private boolean isToBeChased(OrderUnderTest order) {
    return api.call(MockMvcRequestBuilders.get("/api/work-orders").queryParam("chase", "now")
        .queryParam("size", "200")).body().contains(order.number().value());
  }

  private static String said(OrderUnderTest order, String action) {
    return order.events().stream().filter(event -> event.action().equals(action)).map(OrderEvent::summary)
        .reduce((earlier, later) -> later).orElseThrow();
  }

  private void assertIsAsOrderedFirst(OrderUnderTest order) {
    JsonNode purchase = purchases.purchase(order);
    assertThat(all(purchase.path("lines"), "description")).containsExactly("Radiator valve", "LED lamp");
    assertThat(all(purchase.path("lines"), "ordered")).containsExactly("20", "5");
    assertThat(all(purchase.path("lines"), "unitPrice")).containsExactly("30.00", "4.00");
    assertThat(purchase.path("total").asText()).isEqualTo("102.00");
    assertThat(purchase.path("priceRefused").asBoolean()).isFalse();
    assertThat(purchases.page(order).path("locked").asBoolean()).isFalse();
  }

  @Test
  void a_refused_change_of_the_items_is_undone_by_another() {
    OrderUnderTest order = purchases.aSubmittedOrder().perform("po-edit-items", TOO_DEAR);
    assertThat(purchases.purchase(order).path("goods").asText()).isEqualTo("12020.00");
    assertThatThrownBy(() -> order.perform("po-acknowledge", with())).isInstanceOf(AwaitingAuthorisationException.class);
    order.perform(FINANCE, "authorise", REFUSED);
    assertIsAsOrderedFirst(order);
    assertThat(order.status()).isEqualTo("1.43");
    assertThat(said(order, "authorise"))
        .contains("change " + order.number() + "/E1 undone by " + order.number() + "/E2")
        .contains("back at 85.00 GBP");
    assertThat(sheets(order)).hasSize(1);
    assertThat(purchases.purchase(order).path("sheetVersion").asInt()).isEqualTo(1);
    // and may be changed otherwise
    order.perform("po-edit-items", FOUR_PACKS);
    assertThat(purchases.purchase(order).path("sheetVersion").asInt()).isEqualTo(2);
    assertThat(purchases.purchase(order).path("goods").asText()).isEqualTo("140.00");
  }

  @Test
  void lines_that_were_added_go_and_lines_that_were_taken_out_come_back() {
    OrderUnderTest order = purchases.aSubmittedOrder().perform("po-edit-items", with(
        "lines", "1 2 30.00 -\n2 0 4.00 -", "added", "- \"Chandelier\" 1 20000.00 20 -", "reason", "the hall is dark"));
    assertThat(all(purchases.purchase(order).path("lines"), "description"))
        .containsExactly("Radiator valve", "Chandelier");
    order.perform(FINANCE, "authorise", REFUSED);
    assertIsAsOrderedFirst(order);
    assertThat(all(purchases.purchase(order).path("lines"), "position")).containsExactly("1", "2");
    assertThat(all(purchases.purchase(order).path("lines"), "part")).containsExactly("V-10", "L-1");
  }

  @Test
  void a_refused_delivery_charge_is_the_calculated_one_again() {
    OrderUnderTest order = purchases.anAcknowledgedOrder()
        .perform("po-edit-delivery-charge", with("calculated", false, "amount", 20000));
    order.perform(FINANCE, "authorise", REFUSED);
    assertIsAsOrderedFirst(order);
    assertThat(purchases.purchase(order).path("deliveryChargeCalculated").asBoolean()).isTrue();
    assertThat(order.status()).isEqualTo("2.40");
  }

  @Test
  void a_change_that_is_refused_after_part_was_delivered_leaves_what_has_come() {
    OrderUnderTest order = purchases.anAcknowledgedOrder()
        .perform("po-receipt", with("deliveryNote", "DN-1", "lines", "1 20 - - -", "confirmed", true));
    order.perform("po-edit-items", with("lines", "1 600 30.00 -\n2 5 4.00 -", "reason", "for all shops"));
    order.perform(FINANCE, "authorise", REFUSED);
    assertIsAsOrderedFirst(order);
    assertThat(order.status()).isEqualTo("4.40");
    assertThat(all(purchases.purchase(order).path("lines"), "open")).containsExactly("0", "5");
  }

  @Test
  void goods_that_were_kept_stay_when_that_is_refused_and_the_agent_is_told_so() {
    OrderUnderTest order = purchases.anAcknowledgedOrder()
        .perform("po-receipt", with("deliveryNote", "DN-1", "lines", "1 22 - - keep", "confirmed", true));
    order.perform(FINANCE, "authorise", REFUSED);
    assertThat(all(purchases.purchase(order).path("lines"), "ordered")).containsExactly("22", "5");
    assertThat(purchases.purchase(order).path("priceRefused").asBoolean()).isTrue();
    assertThat(said(order, "authorise")).contains("what has come can't be undone: send back what is too much");
    order.perform("po-return-items", with("lines", "1 2 too-many", "replacement", "no", "returnNumber", "RMA-1"));
    assertThat(purchases.purchase(order).path("goods").asText()).isEqualTo("80.00");
    assertThat(purchases.purchase(order).path("priceRefused").asBoolean()).isFalse();
  }

  @Test
  void an_order_that_was_refused_as_it_was_made_is_edited_or_cancelled() {
    OrderUnderTest order = purchases.anOrder("lines", "PIPER/V-10 \"Radiator valve\" 900 - - -");
    order.perform(FINANCE, "authorise", REFUSED);
    assertThat(said(order, "authorise")).contains("edit the items or cancel the order");
    assertThatThrownBy(() -> order.perform("po-submit", with("how", "by e-mail")))
        .isInstanceOf(InvalidFieldsException.class).hasMessageContaining("was refused");
    order.perform("po-edit-items", with("lines", "1 2 30.00 -"));
    order.perform("po-submit", with("how", "by e-mail"));
    assertThat(order.status()).isEqualTo("1.43");
  }

  @Test
  void what_is_changed_goes_to_the_supplier_by_itself_as_the_next_version_of_the_sheet() {
    OrderUnderTest order = purchases.aSubmittedOrder();
    assertThat(sheetsMailed(order)).isEqualTo(1);
    order.perform("po-edit-items", FOUR_PACKS);
    assertThat(sheetsMailed(order)).isEqualTo(2);
    assertThat(sheets(order)).containsExactly(
        "Order sheet " + order.number() + ", version 1", "Order sheet " + order.number() + ", version 2");
    assertThat(purchases.purchase(order).path("sheetWaiting").asBoolean()).isFalse();
    assertThat(order.offered()).doesNotContain("po-tell-changes");
  }

  @Test
  void an_amended_sheet_waits_for_authorisation_and_goes_when_it_is_given() {
    OrderUnderTest order = purchases.aSubmittedOrder().perform("po-edit-items", TOO_DEAR);
    assertThat(sheetsMailed(order)).isEqualTo(1);
    assertThat(purchases.purchase(order).path("sheetWaiting").asBoolean()).isTrue();
    order.perform(FINANCE, "authorise", AUTHORISED);
    assertThat(sheetsMailed(order)).isEqualTo(2);
    assertThat(sheets(order)).hasSize(2);
    assertThat(purchases.purchase(order).path("sheetWaiting").asBoolean()).isFalse();
  }

  @Test
  void an_order_that_was_not_sent_yet_has_no_sheet_to_amend() {
    OrderUnderTest order = purchases.anOrder().perform("po-edit-items", FOUR_PACKS);
    assertThat(sheets(order)).isEmpty();
    assertThat(sheetsMailed(order)).isZero();
  }

  @Test
  void a_supplier_that_is_ordered_from_by_phone_is_to_be_rung_about_a_change() {
    OrderUnderTest order = purchases.anOrderByPhone();
    assertThat(sheets(order)).containsExactly("Order sheet " + order.number() + ", version 1");
    assertThat(isToBeChased(order)).isFalse();
    order.perform("po-edit-items", FOUR_PACKS);
    assertThat(sheetsMailed(order)).isZero();
    assertThat(sheets(order)).hasSize(2);
    assertThat(said(order, "po-edit-items"))
        .contains("ring Piper & Sons, 0113 496 0100 about version 2 of the order sheet");
    assertThat(isToBeChased(order)).isTrue();
    order.perform("po-tell-changes", with("spokeTo", "Pat", "supplierReference", "P-78"));
    assertThat(isToBeChased(order)).isFalse();
    assertThat(purchases.purchase(order).path("sheetWaiting").asBoolean()).isFalse();
    assertThat(purchases.purchase(order).path("supplierReference").asText()).isEqualTo("P-78");
    assertThat(order.offered()).doesNotContain("po-tell-changes");
  }

  @Test
  void by_phone_too_the_supplier_is_told_once_the_change_is_authorised() {
    OrderUnderTest order = purchases.anOrderByPhone().perform("po-edit-items", TOO_DEAR);
    assertThat(isToBeChased(order)).isFalse();
    order.perform(FINANCE, "authorise", AUTHORISED);
    assertThat(isToBeChased(order)).isTrue();
    assertThat(order.offered()).contains("po-tell-changes");
  }

  @Test
  void what_is_required_again_goes_to_the_supplier_as_a_version_of_the_sheet() {
    OrderUnderTest order = purchases.aSubmittedOrder()
        .perform("po-receipt", with("deliveryNote", "DN-1", "lines", "2 5 - - -", "confirmed", true))
        .perform("po-remaining-not-required", with("which", "all", "reason", "shop closes"))
        .perform("po-required-again", with("lines", "1 yes", "reason", "it does not"));
    assertThat(order.status()).isEqualTo("4.40");
    assertThat(sheets(order)).last().isEqualTo("Order sheet " + order.number() + ", version 2");
    assertThat(sheetsMailed(order)).isEqualTo(2);
  }

  @Test
  void the_delivery_note_is_filed_with_the_receipt_wherever_the_order_stands() {
    OrderUnderTest ahead = purchases.aSubmittedOrder();
    ahead.perform("po-receipt", with("deliveryNote", "DN-1", "lines", "2 5 - - -", "confirmed", true,
        "file", ahead.upload("what came")));
    assertThat(ahead.status()).isEqualTo("4.40");
    ahead.perform("po-receipt", with("deliveryNote", "DN-2", "inFull", true, "confirmed", true,
        "file", ahead.upload("what came later")));
    assertThat(ahead.status()).isEqualTo("5.40");
    assertThat(ahead.documents().stream().map(Document::type).filter("Delivery note"::equals)).hasSize(2);
    assertThat(said(ahead, "po-receipt")).contains("\"scan.txt\" (Delivery note) added");
  }

  private void by(Agent agent, OrderUnderTest order, String action, Map<String, Object> fields) {
    ApiClient.Answer answer = api.call(agent, ApiClient.post(ApiClient.performing(order.number(), action), fields));
    assertThat(answer.status()).as(action + ": " + answer).isEqualTo(200);
  }

  @Test
  void an_order_by_phone_goes_over_http_from_the_change_to_the_invoice() {
    OrderUnderTest order = purchases.anOrder();
    by(Given.AGENT, order, "po-submit", with("how", "by phone", "spokeTo", "Pat"));
    by(Given.AGENT, order, "po-edit-items", FOUR_PACKS);
    by(Given.AGENT, order, "po-tell-changes", with("spokeTo", "Pat"));
    ApiClient.Answer uploaded = api.call(Given.AGENT, MockMvcRequestBuilders
        .multipart("/api/work-orders/" + order.number() + "/uploads")
        .file(new MockMultipartFile("file", "note.txt", "text/plain", "40 valves, 5 lamps".getBytes(UTF_8))));
    by(Given.AGENT, order, "po-receipt", with("deliveryNote", "DN-1", "inFull", true, "confirmed", true,
        "file", String.valueOf(uploaded.content().get("id"))));
    by(FINANCE, order, "po-record-invoice", with(
        "what", "invoice", "number", "INV-" + order.number(), "dated",
        LocalDate.now(ZoneId.of("Europe/London")).toString(), "lines", "1 40 -\n2 5 -", "vat", 28, "isFinal", true));
    assertThat(order.status()).isEqualTo("5.42");
    assertThat(order.documents().stream().map(Document::type))
        .containsExactlyInAnyOrder("Order sheet", "Order sheet", "Delivery note");
  }
}
