package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.ApiClient.performing;
import static org.jobline.fixture.ApiClient.post;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.Purchases.FINANCE;
import static org.jobline.fixture.Purchases.day;
import static org.jobline.fixture.Purchases.invoice;
import static org.jobline.fixture.Purchases.receive;
import static org.jobline.fixture.Purchases.today;
import static org.jobline.fixture.Purchases.wanted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.ApiClient.Answer;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.Purchases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every check in the rows of domain/purchasing.md, Actions: what is refused, in which words and beside which field of the
 * form, and that nothing came of it. Each case differs in little from a submission that is accepted.
 */
@HelpdeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurchasingRefusalsTest {

  /** For 12 screws that went back. */
  private static final Map<String, Object> A_CREDIT_NOTE = with("what", "credit note", "number", "CN {order}",
      "dated", today(), "creditKind", "returned", "credits", "INV {order}", "returnNumber", "{order}/T1",
      "credited", "1 12 -", "vat", 0.12);
  private static final String LONG = "x".repeat(4001);

  private final Given given;
  private final ApiClient api;
  private final JdbcClient jdbc;
  private final Purchases purchases;
  /** Refusals change nothing, so those of a row share an order. */
  private final Map<Row, OrderUnderTest> orders = new HashMap<>();
  private OrderUnderTest other;

  PurchasingRefusalsTest(Given given, ApiClient api, JdbcClient jdbc) {
    this.given = given;
    this.api = api;
    this.jdbc = jdbc;
    this.purchases = new Purchases(given, api, jdbc);
  }

  /** A submission that is accepted, and what is refused instead. */
  private static final class Row {

    private final String action;
    private final Supplier<OrderUnderTest> order;
    private final Map<String, Object> accepted;
    private final List<Refusal> refusals = new ArrayList<>();

    private Row(String action, Supplier<OrderUnderTest> order, Map<String, Object> accepted) {
      this.action = action;
      this.order = order;
      this.accepted = accepted;
    }

    /**
     * @param what is wrong
     * @param field beside which it is said
     * @param but what is submitted otherwise, in pairs of key and value; null leaves a field out
     */
    private Row refuses(String what, String field, String words, Object... but) {
      refusals.add(new Refusal(this, what, field, words, but(accepted, but)));
      return this;
    }

    private Agent agent() {
      return action.contains("invoice") || action.contains("mismatch") ? FINANCE : Given.AGENT;
    }

    @Override
    public String toString() {
      return action + " with " + accepted;
    }
  }

  private record Refusal(Row row, String what, String field, String words, Map<String, Object> fields) {

    @Override
    public String toString() {
      return row.action + ": " + what;
    }
  }

  private Row row(String action, String status, Map<String, Object> accepted) {
    return row(action, () -> purchases.anOrderIn(status), accepted);
  }

  private static Row row(String action, Supplier<OrderUnderTest> order, Map<String, Object> accepted) {
    return new Row(action, order, accepted);
  }

  private List<Row> rows() {
    return Stream.of(
        supplier(), submission(), attempts(), acknowledgement(), deliveryDates(), dispatch(), receipt(), returns(),
        remaining(), undoing(), editing(), deliveryCharge(), cancellation(), links(), invoices(), creditNotes())
        .flatMap(List::stream).toList();
  }

  private Stream<Refusal> refusals() {
    return rows().stream().flatMap(row -> row.refusals.stream());
  }

  // Create Purchasing Order, which no order offers

  private static Stream<Refusal> creation() {
    Row usual = row("create", () -> null, wanted("requestedDate", today()))
        .refuses("no site", "site", "Site is required.", "site", null)
        .refuses("unknown site", "site", "Pick a site from the list.", "site", "NOWHERE")
        .refuses("site of another client", "client", "Client", "client", "NEXT")
        .refuses("unknown supplier", "supplier", "Pick one of the client's suppliers", "supplier", "NOBODY")
        .refuses("supplier of other clients", "supplier", "Pick one of the client's suppliers from the list.",
            "site", "NEXT-HQ", "supplier", "RING", "lines", "RING/CABLE - 5 - - -")
        .refuses("no line", "lines", "Items is required.", "lines", null)
        .refuses("lines of blanks", "lines", "Items is required.", "lines", " \n ")
        .refuses("more text than a form takes", "lines", "Items is too long", "lines", "x".repeat(10_001))
        .refuses("too few cells", "lines", "Row 1 must have Part, Description, Quantity", "lines", "SCREWS/S-96 2")
        .refuses("unknown part", "lines", "Row 1, Part: Pick a part from the list.", "lines", "SCREWS/NONE - 1 - - -")
        .refuses("part of another supplier", "lines", "An order has one supplier, and this is SCREWS.",
            "lines", "RING/CABLE - 5 - - -")
        .refuses("parts of two suppliers", "lines", "An order has one supplier.",
            "supplier", null, "lines", "RING/CABLE - 5 - - -\nSCREWS/S-96 - 1 - - -")
        .refuses("neither part nor description", "lines", "pick a part or describe", "lines", "- - 1 4.00 20 -")
        .refuses("free text without a price", "lines", "a price is needed", "lines", "- Hinge 1 - 20 -")
        .refuses("free text without VAT", "lines", "a VAT rate is needed", "lines", "- Hinge 1 4.00 - -")
        .refuses("description of 201 letters", "lines", "Enter up to 200 characters; these are 201.",
            "lines", "- " + "x".repeat(201) + " 1 4.00 20 -")
        .refuses("no quantity", "lines", "Row 1, Quantity: Required.", "lines", "SCREWS/S-96 - - - - -")
        .refuses("quantity 0", "lines", "Line 1: enter a quantity above 0", "lines", "SCREWS/S-96 - 0 - - -")
        .refuses("negative quantity", "lines", "Row 1, Quantity: Enter a number of 0 or more with up to 3 decimals",
            "lines", "SCREWS/S-96 - -1 - - -")
        .refuses("quantity of 4 decimals", "lines", "Row 1, Quantity: Enter a number of 0 or more with up to 3 decimals",
            "lines", "- Hinge 0.0001 4.00 20 -")
        .refuses("quantity that is no number", "lines", "Row 1, Quantity: Enter a number", "lines", "- Hinge two 4.00 20 -")
        .refuses("quantity of 10 digits", "lines", "Line 1: enter a quantity above 0",
            "lines", "- Hinge 1000000000 4.00 20 -")
        .refuses("part of a piece", "lines", "0.001 of pack of 96 doesn't come to whole pieces",
            "lines", "SCREWS/S-96 - 0.001 - - -")
        .refuses("less than is sold", "lines", "sold from 5, in multiples of 0.5 (metre)",
            "supplier", "RING", "lines", "RING/CABLE - 4.5 - - -")
        .refuses("no multiple of what is sold", "lines", "in multiples of 0.5",
            "supplier", "RING", "lines", "RING/CABLE - 5.2 - - -")
        .refuses("negative price", "lines", "Row 1, Unit price: Enter an amount", "lines", "- Hinge 1 -0.01 20 -")
        .refuses("price of 3 decimals", "lines", "Row 1, Unit price: Enter an amount", "lines", "- Hinge 1 4.001 20 -")
        .refuses("price of 10 digits", "lines", "Line 1: enter a price of 0 or more",
            "lines", "- Hinge 1 1000000000 20 -")
        .refuses("VAT above 100 %", "lines", "Line 1: enter a VAT rate from 0 to 100 %.", "lines", "- Hinge 1 4.00 100.01 -")
        .refuses("required by yesterday", "lines", "Line 1: Required by can't be in the past.",
            "lines", "SCREWS/S-96 - 1 - - " + day(-1))
        .refuses("required by a day there is not", "lines", "Row 1, Required by: Enter a date",
            "lines", "SCREWS/S-96 - 1 - - 2199-02-30")
        .refuses("requested for yesterday", "requestedDate", "Requested date can't be in the past.",
            "requestedDate", day(-1))
        .refuses("requested for no date", "requestedDate", "Wanted by must be a date", "requestedDate", "soon")
        .refuses("for a work order there is not", "workOrder", "For work order must be the number", "workOrder", "R-999999")
        .refuses("for what is no number", "workOrder", "For work order must be the number", "workOrder", "the boiler")
        .refuses("notes longer than kept", "notes", "Notes is too long: 4001 characters, 4000 allowed.", "notes", LONG)
        .refuses("a field the form has not", "priority", "isn't a field of this form", "priority", "P1");
    return usual.refusals.stream();
  }

  private List<Row> supplier() {
    return List.of(
        row("po-choose-supplier", "0.44", with("supplier", "SCREWS"))
            .refuses("none", "supplier", "Supplier is required.", "supplier", null)
            .refuses("one there is not", "supplier", "Pick one of the client's suppliers from the list.", "supplier", "NOBODY"),
        row("po-choose-supplier", () -> purchases.logged(
            "site", "NEXT-HQ", "supplier", null, "lines", "- Hinge 5 4.00 20 -"), with("supplier", "SCREWS"))
            .refuses("one of other clients", "supplier", "Pick one of the client's suppliers", "supplier", "RING"));
  }

  private List<Row> submission() {
    return List.of(
        row("po-submit", "1.40", with("how", "by phone", "spokeTo", "Pat"))
            .refuses("not how", "how", "Submit is required.", "how", null)
            .refuses("by another way", "how", "Submit must be one of: by e-mail, by phone.", "how", "by fax")
            .refuses("by phone to nobody", "spokeTo", "Spoke to is required.", "spokeTo", null)
            .refuses("by phone to a blank", "spokeTo", "Spoke to is required.", "spokeTo", " ")
            .refuses("reference too long", "supplierReference", "101 characters, 100 allowed", "supplierReference",
                "x".repeat(101)),
        row("po-submit", () -> purchases.logged("supplier", "RING", "lines", "RING/CABLE - 30 - - -"),
            with("how", "by phone", "spokeTo", "Pat"))
            .refuses("by e-mail to a supplier without an address", "how", "Ring Electrical has no e-mail address",
                "how", "by e-mail", "spokeTo", null),
        row("po-submit", "1.42", with("how", "by e-mail")).refuses("not how", "how", "Submit is required.", "how", null));
  }

  private List<Row> attempts() {
    return List.of(row("po-no-answer", "1.40", with("numberTried", "0113 496 0100"))
        .refuses("number too long", "numberTried", "51 characters, 50 allowed", "numberTried", "1".repeat(51))
        .refuses("from another menu", "channel", "must be one of [CALL_OUT] for No Answer.", "channel", "CALL_IN"));
  }

  private List<Row> acknowledgement() {
    return List.of(row("po-acknowledge", "1.43", with("deliveryDate", today(), "lines", "2 - refused discontinued"))
        .refuses("reference too long", "supplierReference", "101 characters", "supplierReference", "x".repeat(101))
        .refuses("delivery yesterday", "deliveryDate", "Delivery date can't be in the past.", "deliveryDate", day(-1))
        .refuses("delivery of one line yesterday", "deliveryDate", "Line 1: Delivery date can't be in the past.",
            "lines", "1 " + day(-1) + " - -")
        .refuses("no date", "deliveryDate", "must be a date, e.g. 2026-12-24", "deliveryDate", "next week")
        .refuses("no date of a line", "lines", "Row 1, Delivery date: Enter a date", "lines", "1 Monday - -")
        .refuses("a line there is not", "lines", "There is no line 9 on this order.", "lines", "9 " + today() + " - -")
        .refuses("a line that is no number", "lines", "There is no line x on this order.", "lines", "x " + today() + " - -")
        .refuses("a line beyond all numbers", "lines", "There is no line 99999999999 on this order.",
            "lines", "99999999999 " + today() + " - -")
        .refuses("a line twice", "lines", "Row 1 is there twice.", "lines", "1 " + today() + " - -\n1 - refused \"no more\"")
        .refuses("refused without a reason", "lines", "Line 2: enter the supplier's reason.", "lines", "2 - refused -")
        .refuses("refused in another word", "lines", "Row 2, Refused: Enter one of refused.", "lines", "2 - no gone"));
  }

  private List<Row> deliveryDates() {
    return List.of(
        row("po-delivery-dates", "2.40", with("deliveryDate", today()))
            .refuses("no date at all", "deliveryDate", "Enter a delivery date for an open line.", "deliveryDate", null)
            .refuses("yesterday", "deliveryDate", "Delivery date can't be in the past.", "deliveryDate", day(-1))
            .refuses("one line yesterday", "deliveryDate", "Line 2: Delivery date can't be in the past.",
                "lines", "2 " + day(-1))
            .refuses("a line there is not", "lines", "There is no line 3 on this order.", "lines", "3 " + today()),
        row("po-delivery-dates", "4.40", with("lines", "1 " + today()))
            .refuses("a line of which all has come", "lines", "Line 2: nothing is open.", "lines", "2 " + today()));
  }

  private List<Row> dispatch() {
    return List.of(
        row("po-dispatched", "2.40", with("dispatchDate", today(), "lines", "1 192 -\n2 0.001 " + day(-400)))
            .refuses("no date", "dispatchDate", "Line 1: enter the dispatch date.", "dispatchDate", null)
            .refuses("tomorrow", "dispatchDate", "Dispatch date can't be in the future.", "dispatchDate", day(1))
            .refuses("a line tomorrow", "dispatchDate", "Line 1: Dispatch date can't be in the future.",
                "lines", "1 1 " + day(1))
            .refuses("more than is open", "lines", "Line 1: no more than 192 pieces can be dispatched", "lines", "1 193 -")
            .refuses("a little more than is open", "lines", "Line 2: no more than 5 units can be dispatched",
                "lines", "2 5.001 -")
            .refuses("nothing of a line", "lines", "Line 1: enter a quantity above 0.", "lines", "1 0 -")
            .refuses("half a piece", "lines", "Line 1: enter whole pieces.", "lines", "1 0.5 -")
            .refuses("4 decimals", "lines", "Row 2, Dispatched: Enter a number of 0 or more with up to 3 decimals",
                "lines", "2 0.0001 -")
            .refuses("a line there is not", "lines", "There is no line 3 on this order.", "lines", "3 1 -")
            .refuses("carrier too long", "carrier", "101 characters, 100 allowed", "carrier", "x".repeat(101)),
        row("po-dispatched", "4.40", with("dispatchDate", today(), "lines", "1 92 -"))
            .refuses("more than is still open", "lines", "Line 1: no more than 92 pieces", "lines", "1 93 -")
            .refuses("what has come", "lines", "Line 2: no more than 0 units can be dispatched", "lines", "2 1 -"));
  }

  private List<Row> receipt() {
    return List.of(
        row("po-receipt", "2.40", with(
            "deliveryNote", "DN-9", "lines", "1 195 - - keep\n2 5.6 0.5 damaged keep", "returnNumber", "RMA-1",
            "confirmed", true))
            .refuses("no delivery note", "deliveryNote", "Delivery note is required.", "deliveryNote", null)
            .refuses("a delivery note of blanks", "deliveryNote", "Delivery note is required.", "deliveryNote", "  ")
            .refuses("a delivery note without letters or digits", "deliveryNote",
                "Delivery note must have letters or digits, up to 60 characters.", "deliveryNote", "--/--")
            .refuses("a delivery note too long", "deliveryNote", "up to 60 characters", "deliveryNote", "1".repeat(61))
            .refuses("not confirmed", "confirmed", "Tick “Checked – the quantities are what came” to confirm.",
                "confirmed", false)
            .refuses("confirmation left out", "confirmed", "is required.", "confirmed", null)
            .refuses("nothing at all", "lines", "Enter what was received of at least one line.", "lines", null)
            .refuses("0 of all", "lines", "Enter what was received of at least one line.", "lines", "1 0 - - -\n2 0 - - -")
            .refuses("half a piece", "lines", "Line 1: enter whole pieces.", "lines", "1 0.5 - - -")
            .refuses("4 decimals", "lines", "Row 2, Received: Enter a number of 0 or more with up to 3 decimals",
                "lines", "2 0.0001 - - -")
            .refuses("less than nothing", "lines", "Row 1, Received: Enter a number of 0 or more", "lines", "1 -1 - - -")
            .refuses("a line there is not", "lines", "There is no line 3 on this order.", "lines", "3 1 - - -")
            .refuses("a line that is no number", "lines", "There is no line one on this order.", "lines", "one 1 - - -")
            .refuses("a line twice", "lines", "Row 1 is there twice.", "lines", "1 1 - - -\n1 2 - - -")
            .refuses("more than is open, and no word of what to do with it", "lines",
                "Line 1: 1 piece more than the 192 pieces still open. Keep them, or enter them as returned.",
                "lines", "1 193 - - -")
            .refuses("a piece above the tolerance kept by an agent", "lines",
                "More came than the tolerance allows. Send the surplus back, or ask finance to keep it.",
                "lines", "1 196 - - keep")
            .refuses("a thousandth above the tolerance kept by an agent", "lines", "More came than the tolerance allows.",
                "lines", "2 5.101 - - keep")
            .refuses("an unknown way to treat the surplus", "lines", "Row 1, Surplus: Enter one of keep, return.",
                "lines", "1 193 - - burn")
            .refuses("more returned than received", "lines",
                "Line 1: only 5 pieces received now, so no more than that can be returned.", "lines", "1 5 6 damaged -")
            .refuses("returned of what was not received", "lines",
                "Line 1: enter what was received before what was returned of it.", "lines", "1 - 1 damaged -\n2 1 - - -")
            .refuses("nothing returned", "lines", "Line 1: enter a quantity above 0.", "lines", "1 5 0 damaged -")
            .refuses("returned without a reason", "lines", "Line 1: choose a reason for the return.", "lines", "1 5 1 - -")
            .refuses("returned for another reason", "lines", "Row 1, Reason: Enter one of damaged, wrong-item, too-many",
                "lines", "1 5 1 ugly -")
            .refuses("returned without the supplier's number", "lines",
                "Line 2: enter the supplier's return authorisation number.", "returnNumber", null)
            .refuses("surplus returned without the supplier's number", "lines",
                "Line 1: enter the supplier's return authorisation number.",
                "lines", "1 200 - - return", "returnNumber", null),
        row("po-receipt", "4.40", with("deliveryNote", "DN-2", "inFull", true, "confirmed", true))
            .refuses("the delivery note of an earlier receipt", "deliveryNote",
                "Delivery note DN-1 was already receipted as", "deliveryNote", "DN-1")
            .refuses("the same, written otherwise", "deliveryNote", "was already receipted as", "deliveryNote", "dn 1"));
  }

  private List<Row> returns() {
    return List.of(row("po-return-items", "4.40", with(
        "lines", "1 100 wrong-item", "replacement", "yes", "returnNumber", "RMA-1", "returnNote", "RN-1"))
        .refuses("nothing", "lines", "Items is required.", "lines", null)
        .refuses("no quantity of any line", "lines", "Enter what is returned of at least one line.", "lines", "1 - damaged")
        .refuses("more than was accepted", "lines", "Line 1: no more than 100 pieces can be returned",
            "lines", "1 101 damaged")
        .refuses("a little more than was accepted", "lines", "Line 2: no more than 5 units can be returned",
            "lines", "2 5.001 damaged")
        .refuses("0", "lines", "Line 1: enter a quantity above 0.", "lines", "1 0 damaged")
        .refuses("half a piece", "lines", "Line 1: enter whole pieces.", "lines", "1 0.5 damaged")
        .refuses("a line there is not", "lines", "There is no line 3 on this order.", "lines", "3 1 damaged")
        .refuses("no reason", "lines", "Line 1: choose a reason for the return.", "lines", "1 1 -")
        .refuses("another reason", "lines", "Row 1, Reason: Enter one of damaged", "lines", "1 1 ugly")
        .refuses("no return authorisation number", "returnNumber", "Return authorisation number is required.",
            "returnNumber", null)
        .refuses("not whether replaced", "replacement", "Replacement wanted is required.", "replacement", null)
        .refuses("another answer", "replacement", "Replacement wanted must be one of: yes, no.", "replacement", "perhaps")
        .refuses("return note too long", "returnNote", "101 characters", "returnNote", "x".repeat(101)));
  }

  private List<Row> remaining() {
    return List.of(
        row("po-remaining-not-required", "2.40", with("which", "some", "lines", "1 yes", "reason", "shop closes"))
            .refuses("not which", "which", "Not required is required.", "which", null)
            .refuses("some, but none named", "lines", "Pick at least one line.", "lines", null)
            .refuses("some, but none ticked", "lines", "Pick at least one line.", "lines", "1 -")
            .refuses("a line there is not", "lines", "There is no line 3 on this order.", "lines", "3 yes")
            .refuses("no reason", "reason", "Reason is required.", "reason", null)
            .refuses("reason of blanks", "reason", "Reason is required.", "reason", " "),
        row("po-remaining-not-required", "4.40", with("which", "all", "reason", "shop closes"))
            .refuses("a line of which all has come", "lines", "Line 2: nothing is open.", "which", "some", "lines", "2 yes"),
        row("po-required-again", this::withoutItsRest, with("lines", "1 yes", "reason", "after all"))
            .refuses("no line", "lines", "Items is required.", "lines", null)
            .refuses("no line ticked", "lines", "Pick at least one line.", "lines", "1 -")
            .refuses("a line that is required", "lines", "Line 2: nothing of it was marked as not required.", "lines", "2 yes")
            .refuses("no reason", "reason", "Reason is required.", "reason", null),
        row("po-required-again", () -> invoice(receive(purchases.acknowledged(), "DN-1", "1 100 - - -\n2 4 - - -")
            .perform("po-remaining-not-required", with("which", "all", "reason", "shop closes")),
            "lines", "1 96 -", "deliveryCharge", null, "vat", 0.96), with("lines", "2 yes", "reason", "after all"))
            .refuses("what was invoiced", "lines", "Line 1: it has been invoiced. Add a new line", "lines", "1 yes"));
  }

  private OrderUnderTest withoutItsRest() {
    return purchases.partlyDelivered().perform("po-remaining-not-required", with("which", "all", "reason", "shop closes"));
  }

  private List<Row> undoing() {
    Supplier<OrderUnderTest> replaced = () -> receive(purchases.partlyDelivered().perform("po-return-items", with(
        "lines", "2 1 damaged", "replacement", "yes", "returnNumber", "RMA-1")), "DN-2", "2 1 - - -");
    return List.of(
        row("po-undo-delivery", replaced, with("entry", "{order}/R2", "reason", "another shop's"))
            .refuses("no entry", "entry", "Entry is required.", "entry", null)
            .refuses("an entry there is not", "entry", "Pick one of the order's receipts, returns and dispatches",
                "entry", "{order}/R9")
            .refuses("an entry of another order", "entry", "Pick one of the order's receipts", "entry", "{other}/R1")
            .refuses("no reason", "reason", "Reason is required.", "reason", null)
            .refuses("what later entries build on", "entry",
                "without {order}/T1 its quantities wouldn't add up: 5 units accepted, 0 units open.",
                "entry", "{order}/T1"),
        row("po-undo-delivery", this::dispatchedAgain, with("entry", "{order}/D2", "reason", "again"))
            .refuses("what was undone already", "entry", "Pick one of the order's receipts", "entry", "{order}/D1"),
        row("po-undo-delivery", this::returnedAndCredited, with("entry", "{order}/D1", "reason", "came by itself"))
            .refuses("a return that was credited", "entry",
                "is for what was returned by {order}/T1. Dispute it first.", "entry", "{order}/T1"));
  }

  private OrderUnderTest dispatchedAgain() {
    OrderUnderTest order = purchases.dispatched();
    return order.perform("po-undo-delivery", with("entry", order.number() + "/D1", "reason", "typed wrongly"))
        .perform("po-dispatched", with("dispatchDate", today()));
  }

  private OrderUnderTest returnedAndCredited() {
    OrderUnderTest order = receive(purchases.dispatched(), "DN-1", "1 192 - - -\n2 5 - - -");
    return invoice(order, "isFinal", true)
        .perform("po-return-items", with("lines", "1 12 damaged", "replacement", "no", "returnNumber", "RMA-1"))
        .perform(FINANCE, "po-record-invoice", filled(A_CREDIT_NOTE, order));
  }

  private List<Row> editing() {
    return List.of(
        row("po-edit-items", "1.40", with("lines", "1 2 4.80 " + today() + "\n2 0.001 0 -"))
            .refuses("nothing different", "lines", "You haven't changed anything.", "lines", "1 2 4.80 -\n2 5 4.00 -")
            .refuses("nothing", "lines", "You haven't changed anything.", "lines", null)
            .refuses("no line left", "lines", "At least one line is required.", "lines", "1 0 4.80 -\n2 0 4.00 -")
            .refuses("part of a piece", "lines", "Line 1: 0.001 of pack of 96 doesn't come to whole pieces",
                "lines", "1 0.001 4.80 -")
            .refuses("4 decimals", "lines", "Row 2, Quantity: Enter a number of 0 or more", "lines", "2 0.0001 4.00 -")
            .refuses("no quantity", "lines", "Row 1, Quantity: Required.", "lines", "1 - 4.80 -")
            .refuses("no price", "lines", "Row 1, Unit price: Required.", "lines", "1 2 - -")
            .refuses("price of 3 decimals", "lines", "Row 1, Unit price: Enter an amount", "lines", "1 2 4.801 -")
            .refuses("price of 10 digits", "lines", "Line 1: enter a price of 0 or more", "lines", "1 2 1000000000 -")
            .refuses("required by yesterday", "lines", "Line 1: Required by can't be in the past.",
                "lines", "1 2 4.80 " + day(-1))
            .refuses("a line there is not", "lines", "There is no line 3 on this order.", "lines", "3 2 4.80 -")
            .refuses("a line that is no number", "lines", "There is no line a on this order.", "lines", "a 2 4.80 -")
            .refuses("added part of another supplier", "added", "Pick a part of the order's supplier from the list.",
                "added", "RING/CABLE - 5 - - -")
            .refuses("added part there is not", "added", "Pick a part of the order's supplier from the list.",
                "added", "SCREWS/NONE - 5 - - -")
            .refuses("added line without a quantity", "added", "Row 1, Quantity: Required.",
                "added", "SCREWS/S-96 - - - - -")
            .refuses("added line of nothing", "added", "enter a quantity above 0", "added", "SCREWS/S-96 - 0 - - -")
            .refuses("added line required by yesterday", "added", "Required by can't be in the past.",
                "added", "SCREWS/S-96 - 1 - - " + day(-1))
            .refuses("added free text without a price", "added", "a price is needed", "added", "- Door 1 - 20 -"),
        row("po-edit-items", "2.40", with("lines", "1 3 4.80 -", "reason", "one more wall"))
            .refuses("no reason once it was submitted", "reason", "Reason is required.", "reason", null),
        row("po-edit-items", "4.40", with("lines", "2 5.001 4.00 -", "reason", "one more door"))
            .refuses("less than has come", "lines", "Line 2: enter at least 5 units: so much of it was received",
                "lines", "2 4.999 4.00 -")
            .refuses("taking out what has come", "lines", "it has deliveries or invoices. Mark the rest of it as not"
                + " required", "lines", "1 0 4.80 -"));
  }

  private List<Row> deliveryCharge() {
    return List.of(row("po-edit-delivery-charge", "2.40", with("amount", 0))
        .refuses("neither calculated nor an amount", "amount", "Delivery charge is required.", "amount", null)
        .refuses("negative", "amount", "Delivery charge can't be negative.", "amount", -0.01)
        .refuses("3 decimals", "amount", "Delivery charge can't have more than 2 decimal places", "amount", 5.001)
        .refuses("too much", "amount", "Delivery charge can't be more than 9999999.99.", "amount", 10_000_000)
        .refuses("no number", "amount", "Delivery charge must be a number", "amount", "free"));
  }

  private List<Row> cancellation() {
    return List.of(
        row("po-cancel", "2.40", with("reason", "bought elsewhere"))
            .refuses("no reason", "reason", "Reason is required.", "reason", null)
            .refuses("reason of blanks", "reason", "Reason is required.", "reason", "\n"),
        row("po-reinstate", "1.49", with("notes", "needed after all"))
            .refuses("notes longer than kept", "notes", "4001 characters, 4000 allowed", "notes", LONG));
  }

  private List<Row> links() {
    return List.of(
        row("link-existing", "2.40", with("order", "{other}", "relation", "related"))
            .refuses("no order", "order", "is required.", "order", null)
            .refuses("an order there is not", "order", "Pick the other order from the list", "order", "R-999999")
            .refuses("itself", "order", "An order can't be linked to itself.", "order", "{order}"),
        row("add-notes-public", "5.42", with("text", "all fine"))
            .refuses("no text", "text", "is required.", "text", null)
            .refuses("a text of blanks", "text", "is required.", "text", " \n"),
        row("add-notes-private", "0.49", with("text", "all fine")).refuses("no text", "text", "is required.", "text", null));
  }

  private List<Row> invoices() {
    Map<String, Object> fits = with("what", "invoice", "number", "INV {order}", "dated", today(),
        "lines", "1 192 -\n2 5 -", "deliveryCharge", 5, "vat", 6.92, "isFinal", true);
    return List.of(
        row("po-record-invoice", "5.40", fits)
            .refuses("not what it is", "what", "Record is required.", "what", null)
            .refuses("neither invoice nor credit note", "what", "Record must be one of: invoice, credit note.",
                "what", "reminder")
            .refuses("no number", "number", "Supplier's number is required.", "number", null)
            .refuses("a number without letters or digits", "number", "Number must have letters or digits", "number", "---")
            .refuses("a number too long", "number", "up to 60 characters", "number", "1".repeat(61))
            .refuses("no date", "dated", "Dated is required.", "dated", null)
            .refuses("dated tomorrow", "dated", "Invoice date can't be in the future.", "dated", day(1))
            .refuses("dated before the order", "dated", "Invoice date can't be before the order was logged",
                "dated", day(-2))
            .refuses("lines and a total", "net", "Leave Total blank when you enter the lines.", "net", 34.6)
            .refuses("neither lines nor a total", "net", "Enter the lines of the invoice, or its total.", "lines", null)
            .refuses("a total and delivery beside it", "deliveryCharge", "Leave Delivery charge blank",
                "lines", null, "net", 34.6)
            .refuses("a total of nothing", "net", "The invoice amount must be more than 0.",
                "lines", null, "deliveryCharge", null, "net", 0)
            .refuses("0 of a line", "lines", "Line 1: enter a quantity above 0.", "lines", "1 0 -")
            .refuses("half a piece", "lines", "Line 1: enter whole pieces.", "lines", "1 0.5 -")
            .refuses("a line there is not", "lines", "There is no line 3 on this order.", "lines", "3 1 -")
            .refuses("a line that is no number", "lines", "There is no line one on this order.", "lines", "one 1 -")
            .refuses("price of 3 decimals", "lines", "Row 1, Unit price: Enter an amount", "lines", "1 1 4.801")
            .refuses("items for nothing", "lines", "The invoice amount must be more than 0.",
                "lines", "1 96 0", "deliveryCharge", null)
            .refuses("negative delivery charge", "deliveryCharge", "Delivery charge can't be negative.",
                "deliveryCharge", -1)
            .refuses("no VAT", "vat", "VAT is required.", "vat", null)
            .refuses("negative VAT", "vat", "VAT can't be negative.", "vat", -0.01)
            .refuses("VAT of 3 decimals", "vat", "VAT can't have more than 2 decimal places", "vat", 6.921),
        row("po-record-invoice", "5.41", but(fits,
            "number", "2nd {order}", "lines", "1 96 -\n2 5 -", "vat", 5.96))
            .refuses("a number this order has", "number", "has already been recorded for this supplier, on {order}.",
                "number", "inv/{order}"),
        row("po-record-invoice", "5.40", fits)
            .refuses("a number another order of the supplier has", "number",
                "has already been recorded for this supplier, on {other}.", "number", "inv/{other}"),
        row("po-record-invoice", "5.42", with("what", "credit note", "number", "CN {order}", "dated", today(),
            "creditKind", "price", "credits", "INV {order}", "credited", "2 - 20.00", "deliveryCharge", 5, "vat", 5))
            .refuses("another invoice after the final one", "number", "was the final one. Unmark it as final before",
                "what", "invoice", "creditKind", null, "credits", null, "credited", null, "lines", "2 1 -"),
        row("po-unmark-final-invoice", "5.42", with("reason", "more is to come"))
            .refuses("no reason", "reason", "Reason is required.", "reason", null),
        row("po-resolve-mismatch", () -> invoice(purchases.delivered(), "vat", 6.94),
            with("decision", "dispute", "reason", "VAT"))
            .refuses("no decision", "decision", "Decision is required.", "decision", null)
            .refuses("another decision", "decision", "Decision must be one of: accept, dispute.", "decision", "burn")
            .refuses("disputed without a reason", "reason", "Reason is required.", "reason", null));
  }

  /** On an order of which 12 screws were returned for credit after the final invoice. */
  private List<Row> creditNotes() {
    Supplier<OrderUnderTest> returned = () -> purchases.settled().perform("po-return-items", with(
        "lines", "1 12 damaged", "replacement", "no", "returnNumber", "RMA-1"));
    return List.of(
        row("po-record-invoice", returned, A_CREDIT_NOTE)
            .refuses("not for what", "creditKind", "Credit for is required.", "creditKind", null, "returnNumber", null)
            .refuses("no invoice", "credits", "Credited invoice is required.", "credits", null)
            .refuses("an invoice there is not", "credits", "Pick one of the order's invoices from the list.",
                "credits", "INV-0")
            .refuses("no return", "returnNumber", "Return is required.", "returnNumber", null)
            .refuses("a return there is not", "returnNumber", "Pick one of the order's returns from the list.",
                "returnNumber", "{order}/T2")
            .refuses("more than went back", "credited", "Line 1: only 12 pieces went back by this return",
                "credited", "1 13 -")
            .refuses("what did not go back", "credited", "Line 2: only 0 units went back", "credited", "2 1 -")
            .refuses("0", "credited", "Line 1: enter a quantity above 0.", "credited", "1 0 -")
            .refuses("half a piece", "credited", "Line 1: enter whole pieces.", "credited", "1 0.5 -")
            .refuses("a line there is not", "credited", "There is no line 3 on this order.", "credited", "3 1 -")
            .refuses("more money than was invoiced", "credited", "Line 1: no more than 9.60 GBP of the invoice",
                "credited", "1 12 9.61")
            .refuses("more delivery than was invoiced", "deliveryCharge",
                "No more than 5.00 GBP of the invoice's delivery can be credited.", "deliveryCharge", 5.01)
            .refuses("more VAT than was invoiced", "vat", "No more than 6.92 GBP of the invoice's VAT can be credited.",
                "vat", 6.93)
            .refuses("nothing", "credited", "Enter what is credited of at least one line, or of the delivery.",
                "credited", null)
            .refuses("price, with a quantity", "credited", "Line 1: leave the quantity blank: a price credit is for money",
                "creditKind", "price", "returnNumber", null, "credited", "1 1 0.05")
            .refuses("price, without an amount", "credited", "Line 1: enter an amount above 0",
                "creditKind", "price", "returnNumber", null, "credited", "1 - 0")
            .refuses("not delivered, though it came", "credited", "Line 2: only 0 units were invoiced and not delivered.",
                "creditKind", "not delivered", "returnNumber", null, "credited", "2 1 -")
            .refuses("the number of the invoice", "number", "has already been recorded for this supplier",
                "number", "INV {order}"));
  }

  // How it is tried

  private Answer perform(Row row, OrderUnderTest order, Map<String, Object> fields) {
    return api.call(row.agent(), post(performing(order.number(), row.action), filled(fields, order)));
  }

  private Map<String, Object> filled(Map<String, Object> fields, OrderUnderTest order) {
    Map<String, Object> filled = but(fields);
    filled.replaceAll((key, value) -> value instanceof String text ? filled(text, order) : value);
    return filled;
  }

  private String filled(String text, OrderUnderTest order) {
    return text.replace("{order}", order.number().value())
        .replace("{other}", text.contains("{other}") ? other().number().value() : "");
  }

  /** An order with a receipt and an invoice of its own. */
  private OrderUnderTest other() {
    if (other == null) {
      other = invoice(purchases.delivered());
    }
    return other;
  }

  private static void assertRefused(Answer answer, String field, String words) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat((List<?>) answer.content().get("errors")).as(answer.toString()).anySatisfy(error -> {
      assertThat(((Map<?, ?>) error).get("field")).isEqualTo(field);
      assertThat(String.valueOf(((Map<?, ?>) error).get("message"))).contains(words);
    });
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void is_refused_in_words_and_changes_nothing(Refusal refusal) {
    OrderUnderTest order = orders.computeIfAbsent(refusal.row, row -> row.order.get());
    List<Object> before = purchases.picture(order);
    Answer answer = perform(refusal.row, order, refusal.fields);
    assertRefused(answer, refusal.field, filled(refusal.words, order));
    assertThat(purchases.picture(order)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("creation")
  void no_order_is_logged_and_the_words_say_why(Refusal refusal) {
    List<Long> before = given.everything();
    assertRefused(api.call(post("/api/work-orders", refusal.fields)), refusal.field, refusal.words);
    assertThat(given.everything()).isEqualTo(before);
  }

  /** Else they might be refused for another reason. */
  @ParameterizedTest
  @MethodSource("rows")
  void what_refusals_differ_from_is_accepted(Row row) {
    OrderUnderTest order = row.order.get();
    int events = order.events().size();
    Answer answer = perform(row, order, row.accepted);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(order.events()).hasSize(events + 1);
  }

  @Test
  void purchase_that_refusals_differ_from_is_logged() {
    assertThat(purchases.logged("requestedDate", today()).status()).isEqualTo("1.40");
  }

  @Test
  void only_the_helpdesk_logs_a_purchase() {
    List<Long> before = given.everything();
    for (Agent other : List.of(FINANCE, new Agent("mary", Set.of("manager")), new Agent("olga", Set.of("process-owner")))) {
      Answer answer = api.call(other, post("/api/work-orders", wanted()));
      assertThat(answer.status()).as(other + " " + answer).isEqualTo(403);
    }
    assertThat(given.everything()).isEqualTo(before);
  }

  @Test
  void client_without_free_text_buys_from_catalogues_only() {
    jdbc.sql("update client set free_text_lines = false where code = 'NEXT'").update();
    try {
      List<Long> before = given.everything();
      assertRefused(api.call(post("/api/work-orders", wanted("site", "NEXT-HQ"))), "lines",
          "Line 2: pick a part from the catalogue: this client allows no free text.");
      assertThat(given.everything()).isEqualTo(before);
    } finally {
      jdbc.sql("update client set free_text_lines = true where code = 'NEXT'").update();
    }
  }

  @Test
  void supplier_takes_no_order_below_its_minimum() {
    OrderUnderTest order = purchases.logged("supplier", "RING", "lines", "RING/CABLE - 22 - - -");
    List<Object> before = purchases.picture(order);
    Row byPhone = row("po-submit", () -> order, with("how", "by phone", "spokeTo", "Pat"));
    assertRefused(perform(byPhone, order, byPhone.accepted), "how", "Ring Electrical takes no order below 20.00 GBP.");
    assertThat(purchases.picture(order)).isEqualTo(before);
    order.perform("po-edit-items", with("lines", "1 22.5 0.90 -"));
    assertThat(perform(byPhone, order, byPhone.accepted).status()).isEqualTo(200);
  }

  @Test
  void more_than_the_tolerance_is_kept_by_finance_alone() {
    OrderUnderTest order = purchases.acknowledged();
    Map<String, Object> surplus = with("deliveryNote", "DN-1", "lines", "1 196 - - keep", "confirmed", true);
    order.perform(new Agent("both", Set.of("helpdesk", "finance")), "po-receipt", surplus);
    assertThat(purchases.figure(order, 1, "ordered")).isEqualTo("196");
  }

  @Test
  void order_is_not_reinstated_after_30_days() {
    OrderUnderTest order = purchases.anOrderIn("1.49");
    OrderUnderTest other = purchases.anOrderIn("1.49");
    ClockUtil.offset(Duration.ofDays(30).minusMinutes(5).toMillis());
    order.perform("po-reinstate", with());
    assertThat(order.status()).isEqualTo("1.43");
    ClockUtil.offset(Duration.ofDays(30).plusMinutes(5).toMillis());
    List<Object> before = purchases.picture(other);
    Answer answer = api.call(post(performing(other.number(), "po-reinstate"), with()));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.body()).contains("was cancelled more than 30 days ago. Log a new one.");
    assertThat(purchases.picture(other)).isEqualTo(before);
  }
}
