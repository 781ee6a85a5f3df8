package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.OrderNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What is bought for a work order, and what becomes of the work when it comes (domain/purchasing.md). */
@HelpdeskTest
class PurchaseForWorkTest {

  private static final Agent FINANCE = new Agent("fiona", Set.of("finance"));
  /** Two packs of 96 screws at 4.80, and three brackets at 10.00. */
  private static final String LINES = """
      SCREWS/S-96 "Wood screw" 2 - - -
      - "Bracket" 3 10.00 20 -""";

  private final Given given;
  private final ApiClient api;

  PurchaseForWorkTest(Given given, ApiClient api) {
    this.given = given;
    this.api = api;
  }

  private JsonNode view(OrderUnderTest order) {
    return api.get("/api/work-orders/" + order.number());
  }

  private static List<String> all(JsonNode items, String field) {
    return StreamSupport.stream(items.spliterator(), false).map(item -> item.path(field).asText()).toList();
  }

  private static List<Integer> counts(JsonNode items, String field) {
    return StreamSupport.stream(items.spliterator(), false).map(item -> item.path(field).asInt()).toList();
  }

  private ApiClient.Answer log(Object... more) {
    return api.call(Given.AGENT, ApiClient.post("/api/work-orders", but(
        with("type", "PURCHASING", "site", "HQ", "supplier", "SCREWS", "lines", LINES, "contactName", "Hannah"), more)));
  }

  /** What was bought last for a work order. */
  private OrderUnderTest bought(OrderUnderTest work) {
    List<String> numbers = all(view(work).path("bought"), "number");
    return given.order(new OrderNumber(numbers.get(numbers.size() - 1)));
  }

  private OrderUnderTest buy(OrderUnderTest work, Object... more) {
    work.perform("buy-for-order", but(with("supplier", "SCREWS", "lines", LINES), more));
    return bought(work);
  }

  private static void submit(OrderUnderTest purchase) {
    purchase.perform("po-submit", with("how", "by e-mail")).perform("po-acknowledge", with("supplierReference", "S-1"));
  }

  private static void receiveInFull(OrderUnderTest purchase) {
    purchase.perform("po-receipt", with("deliveryNote", "DN-" + purchase.number(), "inFull", true, "confirmed", true));
  }

  private String paper(OrderUnderTest order, String kind) throws IOException {
    byte[] pdf = api.call(MockMvcRequestBuilders.get(
        "/api/work-orders/" + order.number() + "/work-order-documents/" + kind + ".pdf")).bytes();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  // Buy for this order

  @Test
  void something_is_bought_for_a_work_order_with_what_is_known_of_it() {
    OrderUnderTest work = given.aLoggedOrder("location", "Plant room", "contactPhone", "0113 496 0199");
    JsonNode form = api.get("/api/work-orders/" + work.number() + "/actions/buy-for-order/form").path("data");
    assertThat(form.path("deliveryLocation").asText()).isEqualTo("Plant room");
    assertThat(form.path("contactName").asText()).isEqualTo("Hannah");
    assertThat(form.path("contactPhone").asText()).isEqualTo("0113 496 0199");
    assertThat(form.path("reason").asText()).isEqualTo(work.number() + ", Boiler");

    OrderUnderTest purchase = buy(work, "deliveryLocation", "Plant room", "contactName", "Hannah", "reason", "spares");
    assertThat(purchase.number().value()).startsWith("PO-");
    assertThat(purchase).hasStatus("1.40");
    JsonNode seen = view(purchase);
    assertThat(seen.path("site").asText()).isEqualTo("HQ");
    assertThat(seen.path("client").asText()).isEqualTo("ACME");
    assertThat(seen.at("/contact/name").asText()).isEqualTo("Hannah");
    assertThat(seen.at("/purchase/deliveryLocation").asText()).isEqualTo("Plant room");
    assertThat(seen.at("/purchase/reason").asText()).isEqualTo("spares");
    assertThat(seen.at("/links/0/number").asText()).isEqualTo(work.number().value());
    assertThat(seen.at("/links/0/subject").asText()).isEqualTo("The boiler is cold");
    assertThat(seen.at("/links/0/siteName").asText()).isEqualTo("Head office");
  }

  @Test
  void both_ends_have_an_event_and_the_agent_has_logged_the_purchase() {
    OrderUnderTest work = given.aLoggedOrder();
    OrderUnderTest purchase = buy(work);
    assertThat(work).hasStatus("0.03").hasLastEvent("buy-for-order").saysInItsLastEvent("related " + purchase.number());
    assertThat(purchase).hasLastEvent("buy-for-order").saysInItsLastEvent("related " + work.number());
    assertThat(purchase.events()).extracting(event -> event.action())
        .containsExactly("create-purchasing-order", "buy-for-order");
    assertThat(view(purchase).path("loggedBy").asText()).isEqualTo(Given.AGENT.name());
    assertThat(api.get("/api/work-orders/" + work.number() + "/events/verify").path("valid").asBoolean()).isTrue();
  }

  @Test
  void a_purchase_that_has_to_be_authorised_at_once_is_linked_all_the_same() {
    OrderUnderTest work = given.aLoggedOrder();
    OrderUnderTest purchase = buy(work, "lines", "- \"Boiler\" 1 50000.00 20 -");
    assertThat(view(purchase).path("locked").asBoolean()).isTrue();
    assertThat(all(view(purchase).path("links"), "number")).containsExactly(work.number().value());
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      lines => - - 1 2.00 20 - => lines
      lines => RING/CABLE - 10 - - - => lines
      requestedDate => 2020-01-01 => requestedDate
      supplier => NOBODY => supplier""")
  void what_cannot_be_bought_is_refused_beside_its_field_and_nothing_is_logged(String field, String value, String wrong) {
    OrderUnderTest work = given.aLoggedOrder();
    List<Long> before = given.everything();
    Map<String, Object> fields = but(with("supplier", "SCREWS", "lines", LINES), field, value);
    assertThat(work).refuses("buy-for-order", fields, wrong);
    assertThat(given.everything()).isEqualTo(before);
  }

  @Test
  void nothing_is_bought_for_cancelled_work_or_for_a_purchase_or_a_client_without_a_supplier() {
    OrderUnderTest purchase = buy(given.aLoggedOrder());
    assertThat(given.anOrderIn("0.09")).refusesNow("buy-for-order");
    assertThat(purchase).refusesNow("buy-for-order");
    OrderUnderTest ofOther = given.aLoggedOrder("site", given.aBuilding(), "reason", "TEAR");
    assertThat(ofOther).refusesNow("buy-for-order");
    assertThat(ofOther.notOffered(Given.AGENT)).anySatisfy(action -> {
      assertThat(action.key()).isEqualTo("buy-for-order");
      assertThat(action.why()).contains("only if their client has a supplier");
    });
  }

  @Test
  void a_purchase_is_logged_for_a_work_order_of_its_client_that_is_not_cancelled() {
    OrderUnderTest work = given.aLoggedOrder();
    OrderUnderTest cancelled = given.anOrderIn("0.09");
    OrderUnderTest ofOther = given.aLoggedOrder("site", given.aBuilding(), "reason", "TEAR");
    OrderUnderTest purchase = buy(work);
    List<Long> before = given.everything();
    for (Object wrong : List.of(cancelled.number(), ofOther.number(), purchase.number(), "R-999999", "the boiler")) {
      ApiClient.Answer answer = log("workOrder", wrong.toString());
      assertThat(answer.status()).as(wrong + " " + answer).isEqualTo(422);
      assertThat(answer.body()).contains("\"workOrder\"");
    }
    assertThat(given.everything()).isEqualTo(before);
    assertThat(log("workOrder", work.number().value()).status()).isEqualTo(201);
    assertThat(all(view(work).path("bought"), "number")).hasSize(2);
  }

  // What it cost

  @Test
  void a_work_order_shows_what_was_bought_for_it_and_what_it_cost() {
    OrderUnderTest work = given.aLoggedOrder();
    String accrual = view(work).at("/cost/accrual").asText();
    assertThat(view(work).path("bought")).isEmpty();
    OrderUnderTest first = buy(work);
    OrderUnderTest second = buy(work, "lines", "- \"Bracket\" 1 10.00 20 -");
    JsonNode seen = view(work);
    assertThat(all(seen.path("bought"), "number"))
        .containsExactly(first.number().value(), second.number().value());
    assertThat(seen.at("/bought/0/supplier").asText()).isEqualTo("Screws and Fixings");
    assertThat(seen.at("/bought/0/status").asText()).isEqualTo("1.40 Pending submit");
    assertThat(all(seen.at("/bought/0/items"), "description")).containsExactly("Wood screw", "Bracket");
    assertThat(counts(seen.at("/bought/0/items"), "ordered")).containsExactly(192, 3);
    // goods and a delivery charge of 5.00 each
    assertThat(all(seen.path("bought"), "cost")).containsExactly("44.60", "15.00");
    assertThat(seen.at("/boughtCost/0/amount").asText()).isEqualTo("59.60");
    assertThat(seen.at("/boughtCost/0/currency").asText()).isEqualTo("GBP");
    assertThat(seen.at("/cost/accrual").asText()).as("is no part of it").isEqualTo(accrual);
    second.perform("po-cancel", with("reason", "not needed"));
    assertThat(view(work).at("/boughtCost/0/amount").asText()).isEqualTo("44.60");
  }

  @Test
  void what_was_bought_costs_less_when_some_of_it_goes_back() {
    OrderUnderTest work = given.aLoggedOrder();
    OrderUnderTest purchase = buy(work);
    submit(purchase);
    purchase.perform("po-receipt", with("deliveryNote", "DN-1", "lines", "1 192 - - -", "confirmed", true));
    assertThat(counts(view(work).at("/bought/0/items"), "arrived")).containsExactly(192, 0);
    receiveInFull(purchase);
    purchase.perform("po-return-items", with(
        "lines", "2 2 quality", "replacement", "no", "returnNumber", "RMA-1"));
    assertThat(view(work).at("/bought/0/cost").asText()).isEqualTo("24.60");
    assertThat(counts(view(work).at("/bought/0/items"), "arrived")).containsExactly(192, 1);
    String today = LocalDate.now(ZoneId.of("Europe/London")).toString();
    purchase.perform(FINANCE, "po-record-invoice", with("what", "invoice", "number", "INV-" + purchase.number(),
        "dated", today, "lines", "1 192 -\n2 1 -", "deliveryCharge", 4, "vat", 4.72, "isFinal", true));
    assertThat(view(work).at("/bought/0/cost").asText()).isEqualTo("23.60");
  }

  @Test
  void the_papers_of_a_work_order_say_what_was_bought_and_its_cost_to_the_desk_alone() throws IOException {
    OrderUnderTest work = given.aLoggedOrder();
    OrderUnderTest purchase = buy(work);
    assertThat(paper(work, "order-sheet"))
        .contains("Bought for this order", purchase.number() + " Bracket 0 units of 3 units").doesNotContain("44.60");
    assertThat(paper(work, "cost-summary"))
        .contains("Bought for this order, not part of its own cost", purchase.number() + ", Screws and Fixings", "44.60 GBP");
  }

  // Work that stopped for parts

  @Test
  void work_that_stopped_for_parts_is_due_when_they_have_come() {
    OrderUnderTest work = given.aPausedOrder();
    assertThat(view(work).path("waitingForParts").asBoolean()).isTrue();
    OrderUnderTest purchase = buy(work);
    submit(purchase);
    purchase.perform("po-receipt", with("deliveryNote", "DN-1", "lines", "2 3 - - -", "confirmed", true));
    assertThat(work.present().nextAttemptAt()).isEmpty();
    receiveInFull(purchase);
    assertThat(work).hasStatus("4.01").hasLastEvent("po-receipt")
        .saysInItsLastEvent("parts of " + purchase.number() + " have come, plan the visit");
    assertThat(purchase).saysInItsLastEvent("parts for " + work.number() + " have come");
    assertThat(work.present().nextAttemptAt()).hasValueSatisfying(at -> assertThat(at).isBeforeOrEqualTo(Instant.now()));
    assertThat(isChasedNow(work)).isTrue();
    work.perform("eta-provided", with("eta", work.in(Duration.ofHours(3))));
    assertThat(isChasedNow(work)).isFalse();
  }

  private boolean isChasedNow(OrderUnderTest work) {
    return !api.get("/api/work-orders?chase=now&text=" + work.number()).path("items").isEmpty();
  }

  @Test
  void work_waits_for_all_its_purchases() {
    OrderUnderTest work = given.aPausedOrder();
    OrderUnderTest first = buy(work);
    OrderUnderTest second = buy(work);
    OrderUnderTest cancelled = buy(work);
    cancelled.perform("po-cancel", with("reason", "not needed"));
    submit(first);
    submit(second);
    receiveInFull(first);
    assertThat(work).saysInItsLastEvent("parts of " + first.number() + " have come, still open: " + second.number());
    assertThat(work.present().nextAttemptAt()).isEmpty();
    receiveInFull(second);
    assertThat(work.present().nextAttemptAt()).isPresent();
  }

  @Test
  void work_that_does_not_wait_for_parts_is_not_disturbed() {
    OrderUnderTest work = given.anAcceptedOrder();
    assertThat(view(work).path("waitingForParts").asBoolean()).isFalse();
    OrderUnderTest purchase = buy(work);
    submit(purchase);
    receiveInFull(purchase);
    assertThat(work).hasLastEvent("buy-for-order");
    assertThat(work.present().nextAttemptAt()).isEmpty();
  }
}
