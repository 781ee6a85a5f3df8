package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.GivenPurchases.FINANCE;
import static org.jobline.fixture.GivenPurchases.all;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jobline.action.ActionNotAvailableException;
import org.jobline.action.Agent;
import org.jobline.action.AwaitingAuthorisationException;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.GivenPurchases;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.platform.error.InvalidFieldsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Purchasing orders on the real diagrams (domain/purchasing.md). */
@HelpdeskTest
class PurchasingTest {

  private static final Map<String, Object> PART_OF_IT = with(
      "deliveryNote", "DN-1", "lines", "1 10 4 damaged -\n2 5 - - -", "returnNumber", "RMA-1", "confirmed", true);

  private final Given given;
  private final ApiClient api;
  private final GivenPurchases purchases;

  PurchasingTest(Given given, ApiClient api, GivenPurchases purchases) {
    this.given = given;
    this.api = api;
    this.purchases = purchases;
  }

  @BeforeEach
  void suppliers() {
    purchases.withSuppliers();
  }

  @AfterEach
  void noSuppliers() {
    purchases.withoutSuppliers();
  }

  private static String today() {
    return LocalDate.now(ZoneId.of("Europe/London")).toString();
  }

  @Test
  void an_order_is_created_from_catalogue_parts_and_waits_to_be_submitted() {
    OrderUnderTest order = purchases.anOrder();
    assertThat(order.number().value()).startsWith("PO-");
    assertThat(order.status()).isEqualTo("1.40");
    JsonNode purchase = purchases.purchase(order);
    assertThat(purchase.at("/supplier/name").asText()).isEqualTo("Piper & Sons");
    assertThat(all(purchase.path("lines"), "description")).containsExactly("Radiator valve", "LED lamp");
    assertThat(all(purchase.path("lines"), "ordered")).containsExactly("20", "5");
    assertThat(purchase.path("goods").asText()).isEqualTo("80.00");
    assertThat(purchase.path("deliveryCharge").asText()).isEqualTo("5.00");
    assertThat(purchase.path("vat").asText()).isEqualTo("17.00");
    assertThat(purchase.path("total").asText()).isEqualTo("102.00");
    assertThat(order.prompts()).containsExactly("po-submit");
  }

  @Test
  void an_order_of_what_is_in_no_catalogue_waits_for_a_supplier() {
    OrderUnderTest order = purchases.anOrder("lines", "- \"Bespoke oak door\" 1 250.00 20 -");
    assertThat(order.status()).isEqualTo("0.44");
    assertThat(order.prompts()).containsExactly("po-choose-supplier");
    order.perform("po-choose-supplier", with("supplier", "PIPER"));
    assertThat(order.status()).isEqualTo("1.40");
    assertThat(purchases.purchase(order).path("deliveryCharge").asText()).isEqualTo("0.00");
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      PIPER/NONE - 1 - - - => Row 1, Part: Pick a part from the list.
      - - 1 2.00 20 - => pick a part or describe
      - "Door" 1 - 20 - => a price is needed
      - "Door" 1 2.00 - - => a VAT rate is needed
      PIPER/V-10 - 0 - - - => above 0
      PIPER/V-10 - 1 - - 2020-01-01 => in the past
      AUTOMAT/F-1 - 1 - - - => An order has one supplier""")
  void a_basket_that_cannot_be_bought_is_refused_and_nothing_is_logged(String line, String words) {
    List<Long> before = given.everything();
    ApiClient.Answer answer = api.call(Given.AGENT, ApiClient.post("/api/work-orders",
        with("type", "PURCHASING", "site", "HQ", "supplier", "PIPER", "lines", line, "contactName", "Hannah")));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.body()).contains(words);
    assertThat(given.everything()).isEqualTo(before);
  }

  @Test
  void from_the_basket_to_the_settled_invoice() {
    OrderUnderTest order = purchases.anOrder();
    order.perform("po-submit", with("how", "by e-mail"));
    assertThat(order.status()).isEqualTo("1.43");
    order.perform("po-acknowledge", with("supplierReference", "P-77", "deliveryDate", "2199-01-02"));
    assertThat(order.status()).isEqualTo("2.40");
    order.perform("po-dispatched", with("dispatchDate", "2020-01-05", "carrier", "Royal Mail"));
    assertThat(order.status()).isEqualTo("3.40");
    order.perform("po-receipt", with("deliveryNote", "DN-1", "lines", "1 10 - - -", "confirmed", true));
    assertThat(order.status()).isEqualTo("4.40");
    order.perform("po-receipt", with("deliveryNote", "DN-2", "inFull", true, "confirmed", true));
    assertThat(order.status()).isEqualTo("5.40");
    order.perform(FINANCE, "po-record-invoice", with(
        "what", "invoice", "number", "INV-1", "dated", today(), "lines", "1 20 -\n2 5 -", "deliveryCharge", 5,
        "vat", 17, "isFinal", true));
    assertThat(order.status()).isEqualTo("5.42");
    assertThat(all(purchases.purchase(order).path("invoices"), "state")).containsExactly("accepted");
    assertThat(api.get("/api/work-orders/" + order.number() + "/events/verify").path("valid").asBoolean()).isTrue();
  }

  @Test
  void the_supplier_delivers_by_a_sheet_of_what_he_sells_at_which_price() throws IOException {
    OrderUnderTest order = purchases.anOrder("lines", """
        PIPER/V-10 "Radiator valve" 2 - - 2199-03-04
        PIPER/L-1 - 5 - - -""").perform("po-submit", with("how", "by e-mail"));
    String documents = "/api/work-orders/" + order.number() + "/documents";
    JsonNode sheet = api.get(documents).path(0);
    assertThat(sheet.path("type").asText()).isEqualTo("Order sheet");
    String content = documents + "/" + sheet.path("id").asText() + "/content";
    byte[] pdf = api.call(MockMvcRequestBuilders.get(content)).bytes();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
          .contains("Purchasing order " + order.number(), "Piper & Sons", "Hannah")
          .contains("1 V-10 Radiator valve Wanted by Mon 4 Mar 2199 2 × pack of 10 30.00 20 % 60.00")
          .contains("2 L-1 LED lamp 5 pieces 4.00 20 % 20.00")
          .contains("Goods 80.00 Delivery 5.00 VAT 17.00 Total GBP 102.00")
          .doesNotContain("Status");
    }
  }

  @Test
  void a_supplier_of_the_automatic_kind_gets_the_order_and_counts_as_having_acknowledged_it() {
    OrderUnderTest order = purchases.anOrder("lines", "AUTOMAT/F-1 - 3 - - -");
    assertThat(order.status()).isEqualTo("2.40");
    assertThat(order.prompts()).containsExactly("po-dispatched");
  }

  @Test
  void goods_that_come_before_the_acknowledgement_are_receipted() {
    OrderUnderTest order = purchases.aSubmittedOrder()
        .perform("po-receipt", with("deliveryNote", "DN-1", "lines", "2 5 - - -", "confirmed", true));
    assertThat(order.status()).isEqualTo("4.40");
  }

  @Test
  void a_supplier_who_is_not_reached_is_called_again() {
    OrderUnderTest order = purchases.anOrder().perform("po-no-answer", with("numberTried", "0113 496 0100"));
    assertThat(order.status()).isEqualTo("1.42");
    assertThat(purchases.purchase(order).path("contactAttempts").asInt()).isEqualTo(1);
    order.perform("po-no-answer", with()).perform("po-submit", with("how", "by phone", "spokeTo", "Pat"));
    assertThat(order.status()).isEqualTo("1.43");
    order.perform("po-no-answer", with());
    assertThat(order.status()).isEqualTo("1.42");
    assertThat(purchases.purchase(order).path("contactAttempts").asInt()).isEqualTo(3);
  }

  @Test
  void what_is_returned_for_a_replacement_opens_the_order_again_and_what_is_returned_for_credit_does_not() {
    OrderUnderTest order = purchases.aFullyDeliveredOrder();
    order.perform("po-return-items", with(
        "lines", "2 1 damaged", "replacement", "yes", "returnNumber", "RMA-1"));
    assertThat(order.status()).isEqualTo("4.40");
    order.perform("po-receipt", with("deliveryNote", "DN-2", "inFull", true, "confirmed", true));
    assertThat(order.status()).isEqualTo("5.40");
    order.perform("po-return-items", with("lines", "2 5 quality", "replacement", "no", "returnNumber", "RMA-2"));
    assertThat(order.status()).isEqualTo("5.40");
    assertThat(purchases.purchase(order).path("goods").asText()).isEqualTo("60.00");
  }

  @Test
  void the_rest_that_will_not_come_ends_the_order_and_nothing_at_all_cancels_it() {
    OrderUnderTest part = purchases.aSubmittedOrder()
        .perform("po-receipt", with("deliveryNote", "DN-1", "lines", "2 5 - - -", "confirmed", true))
        .perform("po-remaining-not-required", with("which", "all", "reason", "shop closes"));
    assertThat(part.status()).isEqualTo("5.40");
    part.perform("po-required-again", with("lines", "1 yes", "reason", "it does not"));
    assertThat(part.status()).isEqualTo("4.40");
    OrderUnderTest nothing = purchases.aSubmittedOrder()
        .perform("po-remaining-not-required", with("which", "all", "reason", "shop closes"));
    assertThat(nothing.status()).isEqualTo("1.49");
  }

  @Test
  void a_wrong_receipt_is_undone_by_a_counter_entry() {
    OrderUnderTest order = purchases.anAcknowledgedOrder()
        .perform("po-receipt", with("deliveryNote", "DN-1", "lines", "2 5 - - -", "confirmed", true));
    order.perform("po-undo-delivery", with("entry", order.number() + "/R1", "reason", "it was another shop's"));
    assertThat(order.status()).isEqualTo("2.40");
    assertThat(all(purchases.purchase(order).path("lines"), "received")).containsExactly("0", "0");
    assertThat(all(purchases.purchase(order).path("deliveries"), "undoes")).containsExactly("", order.number() + "/R1");
    order.perform("po-receipt", with("deliveryNote", "DN-1", "lines", "2 5 - - -", "confirmed", true));
    assertThat(order.status()).isEqualTo("4.40");
  }

  @Test
  void a_cancelled_order_is_reinstated_where_it_was() {
    OrderUnderTest order = purchases.aSubmittedOrder().perform("po-cancel", with("reason", "too late"));
    assertThat(order.status()).isEqualTo("1.49");
    order.perform("po-reinstate", with("notes", "needed after all"));
    assertThat(order.status()).isEqualTo("1.43");
    OrderUnderTest acknowledged = purchases.anAcknowledgedOrder().perform("po-cancel", with("reason", "too late"));
    assertThat(acknowledged.status()).isEqualTo("1.49");
    acknowledged.perform("po-reinstate", with());
    assertThat(acknowledged.status()).isEqualTo("2.40");
  }

  @Test
  void what_was_dispatched_or_received_cannot_be_cancelled() {
    OrderUnderTest order = purchases.anAcknowledgedOrder().perform("po-dispatched", with("dispatchDate", "2020-01-05"));
    assertThatThrownBy(() -> order.perform("po-cancel", with("reason", "too late")))
        .isInstanceOf(ActionNotAvailableException.class).hasMessageContaining("3.40");
  }

  @Test
  void more_than_the_tolerance_is_kept_by_finance_only() {
    OrderUnderTest order = purchases.anAcknowledgedOrder();
    assertThatThrownBy(() -> order.perform("po-receipt",
        with("deliveryNote", "DN-1", "lines", "1 23 - - keep", "confirmed", true)))
        .isInstanceOf(InvalidFieldsException.class).hasMessageContaining("finance");
    order.perform("po-receipt", with("deliveryNote", "DN-1", "lines", "1 22 - - keep", "confirmed", true));
    assertThat(all(purchases.purchase(order).path("lines"), "ordered")).containsExactly("22", "5");
    // what raises the cost is authorised first
    assertThatThrownBy(() -> order.perform("po-receipt", with("deliveryNote", "DN-2", "inFull", true, "confirmed", true)))
        .isInstanceOf(AwaitingAuthorisationException.class);
    order.perform(FINANCE, "authorise", with("decision", "authorise", "reference", "A-1", "expenditure", "revenue"));
    order.perform("po-receipt",
        with("deliveryNote", "DN-2", "lines", "2 7 - - return", "returnNumber", "RMA-1", "confirmed", true));
    assertThat(all(purchases.purchase(order).path("lines"), "received")).containsExactly("22", "7");
    assertThat(order.status()).isEqualTo("5.40");
  }

  @Test
  void an_invoice_that_does_not_match_waits_for_finance() {
    OrderUnderTest order = purchases.aFullyDeliveredOrder();
    order.perform(FINANCE, "po-record-invoice", with(
        "what", "invoice", "number", "INV-9", "dated", today(), "lines", "1 20 33.00\n2 5 -", "deliveryCharge", 5,
        "vat", 18.20, "isFinal", true));
    assertThat(order.status()).isEqualTo("5.41");
    assertThat(order.offered(FINANCE)).contains("po-resolve-mismatch");
    order.perform(FINANCE, "po-resolve-mismatch", with("decision", "dispute", "reason", "price as ordered"));
    assertThat(order.status()).isEqualTo("5.40");
  }

  // What is confirmed, and what was seen

  private ApiClient.Answer summary(OrderUnderTest order, String action, Map<String, Object> fields) {
    return api.call(Given.AGENT, ApiClient.post(ApiClient.performing(order.number(), action) + "/summary", fields));
  }

  private ApiClient.Answer confirmed(OrderUnderTest order, String action, Map<String, Object> fields, String mark) {
    return api.call(Given.AGENT,
        ApiClient.post(ApiClient.performing(order.number(), action), fields).header("If-Match", mark));
  }

  @Test
  void a_receipt_is_summarised_line_by_line_with_the_status_that_follows_and_nothing_is_done() {
    OrderUnderTest order = purchases.anAcknowledgedOrder();
    JsonNode before = purchases.purchase(order);
    ApiClient.Answer summary = summary(order, "po-receipt", PART_OF_IT);
    assertThat(summary.status()).as(summary.toString()).isEqualTo(200);
    assertThat(summary.body()).isEqualTo("""
        {"status":"4.40 Partially delivered","locked":false,"lines":[\
        {"title":"Radiator valve (pieces)","figures":{"kept":0,"notRequired":0,"open":14,"received":10,"returned":4}},\
        {"title":"LED lamp (pieces)","figures":{"kept":0,"notRequired":0,"open":0,"received":5,"returned":0}}]}""");
    assertThat(purchases.purchase(order)).isEqualTo(before);
    assertThat(order.lastEvent().action()).isEqualTo("po-acknowledge");
    assertThat(order.prompts()).containsExactly("po-dispatched");
  }

  @Test
  void what_was_confirmed_is_what_is_done() {
    OrderUnderTest order = purchases.anAcknowledgedOrder();
    String mark = summary(order, "po-receipt", PART_OF_IT).header("ETag");
    JsonNode before = purchases.purchase(order);
    ApiClient.Answer other = confirmed(order, "po-receipt", Given.but(PART_OF_IT, "lines", "1 11 4 damaged -"), mark);
    assertThat(other.status()).as(other.toString()).isEqualTo(409);
    assertThat(other.problem()).isEqualTo("changed-meanwhile");
    assertThat(purchases.purchase(order)).isEqualTo(before);
    assertThat(confirmed(order, "po-receipt", PART_OF_IT, mark).status()).isEqualTo(200);
    assertThat(all(purchases.purchase(order).path("lines"), "received")).containsExactly("10", "5");
  }

  @Test
  void what_was_confirmed_before_a_colleague_recorded_something_has_to_be_looked_at_again() {
    OrderUnderTest order = purchases.anAcknowledgedOrder();
    String mark = summary(order, "po-receipt", PART_OF_IT).header("ETag");
    order.perform(Given.COLLEAGUE, "po-receipt", with("deliveryNote", "DN-0", "lines", "1 2 - - -", "confirmed", true));
    assertThat(confirmed(order, "po-receipt", PART_OF_IT, mark).status()).isEqualTo(409);
    assertThat(confirmed(order, "po-receipt", PART_OF_IT, summary(order, "po-receipt", PART_OF_IT).header("ETag")).status())
        .isEqualTo(200);
  }

  @Test
  void a_summary_of_what_would_be_refused_is_refused_at_the_same_fields() {
    OrderUnderTest order = purchases.anAcknowledgedOrder();
    ApiClient.Answer refusal = summary(order, "po-receipt",
        with("deliveryNote", "DN-1", "lines", "1 10 12 damaged -", "returnNumber", "RMA-1", "confirmed", true));
    assertThat(refusal.status()).isEqualTo(422);
    assertThat(refusal.body()).contains("\"field\":\"lines\"", "only 10 pieces received now");
    assertThat(summary(order, "add-notes-public", with("text", "Gate code 1234")).status()).isEqualTo(404);
  }

  @Test
  void what_is_returned_and_what_is_no_longer_required_are_summarised_too() {
    OrderUnderTest order = purchases.anAcknowledgedOrder().perform("po-receipt", PART_OF_IT);
    assertThat(summary(order, "po-return-items",
        with("lines", "2 1 damaged", "replacement", "yes", "returnNumber", "RMA-2")).body())
        .contains("4.40 Partially delivered", "\"open\":1,\"received\":0,\"returned\":1");
    assertThat(summary(order, "po-remaining-not-required", with("which", "all", "reason", "shop closes")).body())
        .contains("5.40 Fully delivered", "\"notRequired\":14,\"open\":0");
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", textBlock = """
      po-receipt => {"deliveryNote": "DN-2", "inFull": true, "confirmed": true}
      po-dispatched => {"dispatchDate": "2020-01-05"}
      po-return-items => {"lines": "1 1 damaged", "replacement": "yes", "returnNumber": "RMA-1"}
      po-remaining-not-required => {"which": "all", "reason": "shop closes"}
      po-record-invoice => {"what": "invoice", "number": "INV-1", "net": 25, "vat": 5, "dated": "2199-01-01"}""")
  void an_agent_is_told_what_was_recorded_since_the_form_was_opened(String action, String json) throws IOException {
    OrderUnderTest order = purchases.anAcknowledgedOrder()
        .perform("po-receipt", with("deliveryNote", "DN-0", "lines", "1 5 - - -", "confirmed", true));
    Agent agent = action.equals("po-record-invoice") ? FINANCE : Given.AGENT;
    int seen = api.get(agent, ApiClient.performing(order.number(), action) + "/form").at("/data/seenDocuments").asInt();
    assertThat(seen).isEqualTo(1);
    order.perform(Given.COLLEAGUE, "po-receipt", with("deliveryNote", "DN-1", "lines", "1 10 - - -", "confirmed", true));
    Map<String, Object> fields = new HashMap<>(new ObjectMapper().readValue(json, new TypeReference<Map<String, Object>>() {}));
    fields.put("seenDocuments", seen);
    ApiClient.Answer told = api.call(agent, ApiClient.post(ApiClient.performing(order.number(), action), fields));
    assertThat(told.status()).as(told.toString()).isEqualTo(409);
    assertThat(told.problem()).isEqualTo("changed-meanwhile");
    assertThat(told.body()).contains("colleague recorded " + order.number()
        + "/R2 after you opened this form: 10 pieces of Radiator valve. Check your entries");
    fields.put("seenDocuments", seen + 1);
    ApiClient.Answer again = api.call(agent, ApiClient.post(ApiClient.performing(order.number(), action), fields));
    assertThat(again.status()).as(again.toString()).isIn(200, 422);
    assertThat(again.body()).doesNotContain("after you opened");
  }

  @Test
  void finance_decides_about_the_invoice_the_form_showed() {
    OrderUnderTest order = purchases.aFullyDeliveredOrder();
    for (String number : List.of("INV-31", "INV-32")) {
      order.perform(FINANCE, "po-record-invoice", with(
          "what", "invoice", "number", number, "dated", today(), "lines", "2 4 9.00", "vat", 7.2));
    }
    int seen = api.get(FINANCE, ApiClient.performing(order.number(), "po-resolve-mismatch") + "/form")
        .at("/data/seenDocuments").asInt();
    order.perform(FINANCE, "po-resolve-mismatch", with("decision", "dispute", "reason", "price as ordered"));
    assertThatThrownBy(() -> order.perform(new Agent("frank", Set.of("finance")), "po-resolve-mismatch",
        with("decision", "accept", "seenDocuments", seen)))
        .hasMessageContaining("fiona decided about INV-31 after you opened this form");
  }
}
