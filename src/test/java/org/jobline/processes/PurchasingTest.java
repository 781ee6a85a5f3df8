package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jobline.fixture.Given.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jobline.action.ActionNotAvailableException;
import org.jobline.action.Agent;
import org.jobline.action.AwaitingAuthorisationException;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Purchasing orders on the real diagrams (domain/purchasing.md). */
@HelpdeskTest
class PurchasingTest {

  private static final Agent FINANCE = new Agent("fiona", Set.of("finance"));
  /** Two valves in packs of 10, and five lamps. */
  private static final String LINES = """
      PIPER/V-10 "Radiator valve" 2 - - -
      PIPER/L-1 - 5 - - -""";

  private final Given given;
  private final ApiClient api;
  private final JdbcClient jdbc;

  PurchasingTest(Given given, ApiClient api, JdbcClient jdbc) {
    this.given = given;
    this.api = api;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void suppliers() {
    jdbc.sql("""
        insert into supplier (code, name, email, phone, currency, sent_by, auto_acknowledge, minimum_order, delivery_charge,
            delivery_free_from, lead_time_days, tolerance_percent, price_tolerance_percent, active) values
          ('PIPER', 'Piper & Sons', 'sales@piper.example', '0113 496 0100', 'GBP', 'telephone', false, 20.00, 5.00, 100.00, 2, 10, 0, true),
          ('AUTOMAT', 'Automat Supplies', 'orders@automat.example', null, 'GBP', 'automatic', true, 0, 0, null, 1, 0, 0, true)
          on conflict do nothing""").update();
    jdbc.sql("""
        insert into supplier_client (supplier, client, active) select code, 'ACME', true from supplier
          where code in ('PIPER', 'AUTOMAT') on conflict do nothing""").update();
    jdbc.sql("""
        insert into supplier_part (supplier, code, name, base_unit, base_places, unit, base_numerator, base_denominator,
            price, vat_rate, active) values
          ('PIPER', 'V-10', 'Thermostatic radiator valve', 'piece', 0, 'pack of 10', 10, 1, 30.00, 20, true),
          ('PIPER', 'L-1', 'LED lamp', 'piece', 0, 'piece', 1, 1, 4.00, 20, true),
          ('AUTOMAT', 'F-1', 'Filter', 'piece', 0, 'piece', 1, 1, 9.00, 20, true)
          on conflict do nothing""").update();
  }

  /** Other tests list all suppliers there are. */
  @AfterEach
  void noSuppliers() {
    List.of("supplier_part", "supplier_client").forEach(table ->
        jdbc.sql("delete from " + table + " where supplier in ('PIPER', 'AUTOMAT')").update());
    jdbc.sql("delete from supplier where code in ('PIPER', 'AUTOMAT')").update();
  }

  private OrderUnderTest anOrder(Object... more) {
    Map<String, Object> fields = Given.but(
        with("type", "PURCHASING", "site", "HQ", "lines", LINES, "contactName", "Hannah"), more);
    ApiClient.Answer answer = api.call(Given.AGENT, ApiClient.post("/api/work-orders", fields));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return given.order(new OrderNumber(String.valueOf(answer.content().get("number"))));
  }

  private OrderUnderTest aSubmittedOrder() {
    return anOrder().perform("po-submit", with("how", "by e-mail"));
  }

  private OrderUnderTest anAcknowledgedOrder() {
    return aSubmittedOrder().perform("po-acknowledge", with("supplierReference", "P-77"));
  }

  private OrderUnderTest aFullyDeliveredOrder() {
    return anAcknowledgedOrder().perform("po-receipt", with("deliveryNote", "DN-1", "inFull", true, "confirmed", true));
  }

  private JsonNode purchase(OrderUnderTest order) {
    return api.get("/api/work-orders/" + order.number()).path("purchase");
  }

  private String status(OrderUnderTest order) {
    return api.get("/api/work-orders/" + order.number()).at("/status/code").asText();
  }

  private static String today() {
    return LocalDate.now(ZoneId.of("Europe/London")).toString();
  }

  private static List<String> all(JsonNode items, String field) {
    return StreamSupport.stream(items.spliterator(), false).map(item -> item.path(field).asText()).toList();
  }

  @Test
  void an_order_is_created_from_catalogue_parts_and_waits_to_be_submitted() {
    OrderUnderTest order = anOrder();
    assertThat(order.number().value()).startsWith("PO-");
    assertThat(status(order)).isEqualTo("1.40");
    JsonNode purchase = purchase(order);
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
    OrderUnderTest order = anOrder("lines", "- \"Bespoke oak door\" 1 250.00 20 -");
    assertThat(status(order)).isEqualTo("0.44");
    assertThat(order.prompts()).containsExactly("po-choose-supplier");
    order.perform("po-choose-supplier", with("supplier", "PIPER"));
    assertThat(status(order)).isEqualTo("1.40");
    assertThat(purchase(order).path("deliveryCharge").asText()).isEqualTo("0.00");
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
    OrderUnderTest order = anOrder();
    order.perform("po-submit", with("how", "by e-mail"));
    assertThat(status(order)).isEqualTo("1.43");
    order.perform("po-acknowledge", with("supplierReference", "P-77", "deliveryDate", "2199-01-02"));
    assertThat(status(order)).isEqualTo("2.40");
    order.perform("po-dispatched", with("dispatchDate", "2020-01-05", "carrier", "Royal Mail"));
    assertThat(status(order)).isEqualTo("3.40");
    order.perform("po-receipt", with("deliveryNote", "DN-1", "lines", "1 10 - - -", "confirmed", true));
    assertThat(status(order)).isEqualTo("4.40");
    order.perform("po-receipt", with("deliveryNote", "DN-2", "inFull", true, "confirmed", true));
    assertThat(status(order)).isEqualTo("5.40");
    order.perform(FINANCE, "po-record-invoice", with(
        "what", "invoice", "number", "INV-1", "dated", today(), "lines", "1 20 -\n2 5 -", "deliveryCharge", 5,
        "vat", 17, "isFinal", true));
    assertThat(status(order)).isEqualTo("5.42");
    assertThat(all(purchase(order).path("invoices"), "state")).containsExactly("accepted");
    assertThat(api.get("/api/work-orders/" + order.number() + "/events/verify").path("valid").asBoolean()).isTrue();
  }

  @Test
  void the_supplier_delivers_by_a_sheet_of_what_he_sells_at_which_price() throws IOException {
    OrderUnderTest order = anOrder("lines", """
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
    OrderUnderTest order = anOrder("lines", "AUTOMAT/F-1 - 3 - - -");
    assertThat(status(order)).isEqualTo("2.40");
    assertThat(order.prompts()).containsExactly("po-dispatched");
  }

  @Test
  void goods_that_come_before_the_acknowledgement_are_receipted() {
    OrderUnderTest order = aSubmittedOrder()
        .perform("po-receipt", with("deliveryNote", "DN-1", "lines", "2 5 - - -", "confirmed", true));
    assertThat(status(order)).isEqualTo("4.40");
  }

  @Test
  void a_supplier_who_is_not_reached_is_called_again() {
    OrderUnderTest order = anOrder().perform("po-no-answer", with("numberTried", "0113 496 0100"));
    assertThat(status(order)).isEqualTo("1.42");
    assertThat(purchase(order).path("contactAttempts").asInt()).isEqualTo(1);
    order.perform("po-no-answer", with()).perform("po-submit", with("how", "by phone", "spokeTo", "Pat"));
    assertThat(status(order)).isEqualTo("1.43");
    order.perform("po-no-answer", with());
    assertThat(status(order)).isEqualTo("1.42");
    assertThat(purchase(order).path("contactAttempts").asInt()).isEqualTo(3);
  }

  @Test
  void what_is_returned_for_a_replacement_opens_the_order_again_and_what_is_returned_for_credit_does_not() {
    OrderUnderTest order = aFullyDeliveredOrder();
    order.perform("po-return-items", with(
        "lines", "2 1 damaged", "replacement", "yes", "returnNumber", "RMA-1"));
    assertThat(status(order)).isEqualTo("4.40");
    order.perform("po-receipt", with("deliveryNote", "DN-2", "inFull", true, "confirmed", true));
    assertThat(status(order)).isEqualTo("5.40");
    order.perform("po-return-items", with("lines", "2 5 quality", "replacement", "no", "returnNumber", "RMA-2"));
    assertThat(status(order)).isEqualTo("5.40");
    assertThat(purchase(order).path("goods").asText()).isEqualTo("60.00");
  }

  @Test
  void the_rest_that_will_not_come_ends_the_order_and_nothing_at_all_cancels_it() {
    OrderUnderTest part = aSubmittedOrder()
        .perform("po-receipt", with("deliveryNote", "DN-1", "lines", "2 5 - - -", "confirmed", true))
        .perform("po-remaining-not-required", with("which", "all", "reason", "shop closes"));
    assertThat(status(part)).isEqualTo("5.40");
    part.perform("po-required-again", with("lines", "1 yes", "reason", "it does not"));
    assertThat(status(part)).isEqualTo("4.40");
    OrderUnderTest nothing = aSubmittedOrder()
        .perform("po-remaining-not-required", with("which", "all", "reason", "shop closes"));
    assertThat(status(nothing)).isEqualTo("1.49");
  }

  @Test
  void a_wrong_receipt_is_undone_by_a_counter_entry() {
    OrderUnderTest order = anAcknowledgedOrder()
        .perform("po-receipt", with("deliveryNote", "DN-1", "lines", "2 5 - - -", "confirmed", true));
    order.perform("po-undo-delivery", with("entry", order.number() + "/R1", "reason", "it was another shop's"));
    assertThat(status(order)).isEqualTo("2.40");
    assertThat(all(purchase(order).path("lines"), "received")).containsExactly("0", "0");
    assertThat(all(purchase(order).path("deliveries"), "undoes")).containsExactly("", order.number() + "/R1");
    order.perform("po-receipt", with("deliveryNote", "DN-1", "lines", "2 5 - - -", "confirmed", true));
    assertThat(status(order)).isEqualTo("4.40");
  }

  @Test
  void a_cancelled_order_is_reinstated_where_it_was() {
    OrderUnderTest order = aSubmittedOrder().perform("po-cancel", with("reason", "too late"));
    assertThat(status(order)).isEqualTo("1.49");
    order.perform("po-reinstate", with("notes", "needed after all"));
    assertThat(status(order)).isEqualTo("1.43");
    OrderUnderTest acknowledged = anAcknowledgedOrder().perform("po-cancel", with("reason", "too late"));
    assertThat(status(acknowledged)).isEqualTo("1.49");
    acknowledged.perform("po-reinstate", with());
    assertThat(status(acknowledged)).isEqualTo("2.40");
  }

  @Test
  void what_was_dispatched_or_received_cannot_be_cancelled() {
    OrderUnderTest order = anAcknowledgedOrder().perform("po-dispatched", with("dispatchDate", "2020-01-05"));
    assertThatThrownBy(() -> order.perform("po-cancel", with("reason", "too late")))
        .isInstanceOf(ActionNotAvailableException.class).hasMessageContaining("3.40");
  }

  @Test
  void more_than_the_tolerance_is_kept_by_finance_only() {
    OrderUnderTest order = anAcknowledgedOrder();
    assertThatThrownBy(() -> order.perform("po-receipt",
        with("deliveryNote", "DN-1", "lines", "1 23 - - keep", "confirmed", true)))
        .isInstanceOf(InvalidFieldsException.class).hasMessageContaining("finance");
    order.perform("po-receipt", with("deliveryNote", "DN-1", "lines", "1 22 - - keep", "confirmed", true));
    assertThat(all(purchase(order).path("lines"), "ordered")).containsExactly("22", "5");
    // what raises the cost is authorised first
    assertThatThrownBy(() -> order.perform("po-receipt", with("deliveryNote", "DN-2", "inFull", true, "confirmed", true)))
        .isInstanceOf(AwaitingAuthorisationException.class);
    order.perform(FINANCE, "authorise", with("decision", "authorise", "reference", "A-1", "expenditure", "revenue"));
    order.perform("po-receipt",
        with("deliveryNote", "DN-2", "lines", "2 7 - - return", "returnNumber", "RMA-1", "confirmed", true));
    assertThat(all(purchase(order).path("lines"), "received")).containsExactly("22", "7");
    assertThat(status(order)).isEqualTo("5.40");
  }

  @Test
  void an_invoice_that_does_not_match_waits_for_finance() {
    OrderUnderTest order = aFullyDeliveredOrder();
    order.perform(FINANCE, "po-record-invoice", with(
        "what", "invoice", "number", "INV-9", "dated", today(), "lines", "1 20 33.00\n2 5 -", "deliveryCharge", 5,
        "vat", 18.20, "isFinal", true));
    assertThat(status(order)).isEqualTo("5.41");
    assertThat(order.offered(FINANCE)).contains("po-resolve-mismatch");
    order.perform(FINANCE, "po-resolve-mismatch", with("decision", "dispute", "reason", "price as ordered"));
    assertThat(status(order)).isEqualTo("5.40");
  }
}
