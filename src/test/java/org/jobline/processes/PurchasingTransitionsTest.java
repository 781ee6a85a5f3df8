package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;
import static org.jobline.fixture.Purchases.FINANCE;
import static org.jobline.fixture.Purchases.anInvoice;
import static org.jobline.fixture.Purchases.day;
import static org.jobline.fixture.Purchases.invoice;
import static org.jobline.fixture.Purchases.receive;
import static org.jobline.fixture.Purchases.submit;
import static org.jobline.fixture.Purchases.today;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.Purchases;
import org.jobline.operations.monitoring.Verifier;
import org.jobline.order.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where each action takes a purchasing order (domain/purchasing.md, Actions, Effect). */
@HelpdeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurchasingTransitionsTest {

  private static final String NO_REST = "po-remaining-not-required";

  private final Purchases purchases;
  private final Journal journal;
  private final Verifier verifier;

  PurchasingTransitionsTest(Given given, ApiClient api, JdbcClient jdbc, Journal journal, Verifier verifier) {
    this.purchases = new Purchases(given, api, jdbc);
    this.journal = journal;
    this.verifier = verifier;
  }

  /**
   * One effect.
   *
   * @param from how the order got where it is
   * @param fields what is submitted, of that order
   */
  private record Transition(
      String name, Supplier<OrderUnderTest> from, String action, Function<OrderUnderTest, Map<String, Object>> fields, String to) {

    @Override
    public String toString() {
      return name + " → " + to;
    }
  }

  private Transition from(String status, String action, String how, Map<String, Object> fields, String to) {
    return new Transition(status + " " + action + " " + how, () -> purchases.anOrderIn(status), action, order -> fields, to);
  }

  private static Transition from(
      String name, Supplier<OrderUnderTest> from, String action, Function<OrderUnderTest, Map<String, Object>> fields, String to) {
    return new Transition(name, from, action, fields, to);
  }

  private Stream<Transition> transitions() {
    Map<String, Object> edit = with("lines", "1 3 4.80 -", "reason", "one more wall");
    Map<String, Object> charge = with("amount", 7);
    Map<String, Object> cancel = with("reason", "bought elsewhere");
    Map<String, Object> dates = with("deliveryDate", day(3));
    Map<String, Object> part = with("deliveryNote", "DN-7", "lines", "1 1 - - -", "confirmed", true);
    Map<String, Object> all = with("deliveryNote", "DN-7", "inFull", true, "confirmed", true);
    Map<String, Object> noneOfIt = with("which", "all", "reason", "shop closes");
    Map<String, Object> noHinges = with("which", "some", "lines", "2 yes", "reason", "shop closes");
    Map<String, Object> replaced = with("lines", "2 1 damaged", "replacement", "yes", "returnNumber", "RMA-1");
    Map<String, Object> credited = with("lines", "2 1 damaged", "replacement", "no", "returnNumber", "RMA-1");
    return Stream.of(
        from("0.44", "po-choose-supplier", "", with("supplier", "SCREWS"), "1.40"),
        from("0.44", "po-choose-supplier", "that takes orders by itself", with("supplier", "ROBOT"), "2.40"),
        from("1.40", "po-submit", "by phone", with("how", "by phone", "spokeTo", "Pat"), "1.43"),
        from("1.42", "po-submit", "by e-mail", with("how", "by e-mail"), "1.43"),
        from("1.40", "po-no-answer", "", with(), "1.42"),
        from("1.42", "po-no-answer", "", with(), "1.42"),
        from("1.43", "po-no-answer", "", with(), "1.42"),
        from("1.43", "po-acknowledge", "", with(), "2.40"),
        from("1.43", "po-acknowledge", "but for a line", with("lines", "2 - refused discontinued"), "2.40"),
        from("1.43", "po-acknowledge", "but for all lines",
            with("lines", "1 - refused discontinued\n2 - refused discontinued"), "1.49"),
        from("2.40", "po-delivery-dates", "", dates, "2.40"),
        from("3.40", "po-delivery-dates", "", dates, "3.40"),
        from("4.40", "po-delivery-dates", "", dates, "4.40"),
        from("2.40", "po-dispatched", "", with("dispatchDate", today()), "3.40"),
        from("2.40", "po-dispatched", "in part", with("dispatchDate", today(), "lines", "2 0.5 -"), "3.40"),
        from("4.40", "po-dispatched", "", with("dispatchDate", today()), "4.40"),
        from("1.43", "po-receipt", "in part", part, "4.40"),
        from("1.43", "po-receipt", "in full", all, "5.40"),
        from("2.40", "po-receipt", "in part", part, "4.40"),
        from("2.40", "po-receipt", "in full", all, "5.40"),
        from("3.40", "po-receipt", "in part", part, "4.40"),
        from("3.40", "po-receipt", "in full", all, "5.40"),
        from("4.40", "po-receipt", "in part", part, "4.40"),
        from("4.40", "po-receipt", "in full", all, "5.40"),
        from("2.40", "po-receipt", "of what all goes back", with("deliveryNote", "DN-7", "lines",
            "1 192 192 damaged -\n2 5 5 damaged -", "returnNumber", "RMA-1", "confirmed", true), "4.40"),
        from("4.40", "po-return-items", "to be replaced", replaced, "4.40"),
        from("4.40", "po-return-items", "for credit", credited, "4.40"),
        from("5.40", "po-return-items", "to be replaced", replaced, "4.40"),
        from("5.40", "po-return-items", "for credit", credited, "5.40"),
        from("5.41", "po-return-items", "to be replaced", replaced, "4.40"),
        from("5.42", "po-return-items", "to be replaced", replaced, "4.40"),
        from("5.42", "po-return-items", "for credit", credited, "5.41"),
        from("5.40", "po-return-items", "all of it for credit", with("lines", "1 192 quality\n2 5 quality",
            "replacement", "no", "returnNumber", "RMA-1"), "5.42"),
        from("1.43", NO_REST, "in part", noHinges, "1.43"),
        from("1.43", NO_REST, "at all", noneOfIt, "1.49"),
        from("2.40", NO_REST, "in part", noHinges, "2.40"),
        from("2.40", NO_REST, "at all", noneOfIt, "1.49"),
        from("3.40", NO_REST, "in part", noHinges, "3.40"),
        from("3.40", NO_REST, "at all", noneOfIt, "1.49"),
        from("4.40", NO_REST, "", noneOfIt, "5.40"),
        from("4.40, the rest not required", () -> purchases.partlyDelivered().perform(NO_REST, noneOfIt),
            "po-required-again", order -> with("lines", "1 yes", "reason", "after all"), "4.40"),
        from("3.40, what was dispatched was not", purchases::dispatched, "po-undo-delivery",
            order -> with("entry", order.number() + "/D1", "reason", "another order"), "2.40"),
        from("4.40, nothing came", () -> receive(purchases.dispatched(), "DN-1", "1 1 - - -"), "po-undo-delivery",
            order -> with("entry", order.number() + "/R1", "reason", "another order"), "3.40"),
        from("5.40, nothing came", purchases::delivered, "po-undo-delivery",
            order -> with("entry", order.number() + "/R1", "reason", "another order"), "2.40"),
        from("0.44", "po-edit-items", "", with("lines", "1 3 4.80 -"), "0.44"),
        from("1.40", "po-edit-items", "", edit, "1.40"),
        from("1.42", "po-edit-items", "", edit, "1.42"),
        from("1.43", "po-edit-items", "", edit, "1.43"),
        from("2.40", "po-edit-items", "", edit, "2.40"),
        from("4.40", "po-edit-items", "", edit, "4.40"),
        from("4.40, to what has come", () -> receive(purchases.acknowledged(), "DN-1", "1 96 - - -\n2 5 - - -"),
            "po-edit-items", order -> with("lines", "1 1 4.80 -", "reason", "that will do"), "5.40"),
        from("0.44", "po-edit-delivery-charge", "", charge, "0.44"),
        from("1.40", "po-edit-delivery-charge", "", charge, "1.40"),
        from("1.42", "po-edit-delivery-charge", "", charge, "1.42"),
        from("1.43", "po-edit-delivery-charge", "", charge, "1.43"),
        from("2.40", "po-edit-delivery-charge", "", charge, "2.40"),
        from("3.40", "po-edit-delivery-charge", "", charge, "3.40"),
        from("4.40", "po-edit-delivery-charge", "", charge, "4.40"),
        from("5.40", "po-edit-delivery-charge", "", charge, "5.40"),
        from("5.41", "po-edit-delivery-charge", "", charge, "5.41"),
        from("5.41, held for its delivery charge", () ->
            invoice(purchases.delivered(), "deliveryCharge", 7, "vat", 7.32, "isFinal", true),
            "po-edit-delivery-charge", order -> charge, "5.42"),
        from("0.44", "po-cancel", "", cancel, "0.49"),
        from("1.40", "po-cancel", "", cancel, "1.49"),
        from("1.42", "po-cancel", "", cancel, "1.49"),
        from("1.43", "po-cancel", "", cancel, "1.49"),
        from("2.40", "po-cancel", "", cancel, "1.49"),
        from("4.40, invoiced in part", purchases::partlyDelivered, "po-record-invoice",
            order -> with("what", "invoice", "number", "INV " + order.number(), "dated", today(), "lines", "1 96 -", "vat", 0.96),
            "4.40"),
        from("4.40, what did not come is credited", () -> invoice(purchases.partlyDelivered()), "po-record-invoice",
            order -> with("what", "credit note", "number", "CN " + order.number(), "dated", today(),
                "creditKind", "not delivered", "credits", "INV " + order.number(), "credited", "1 92 -", "vat", 0.92), "5.42"),
        from("5.40, invoiced", purchases::delivered, "po-record-invoice", PurchasingTransitionsTest::last, "5.42"),
        from("5.40, invoiced otherwise", purchases::delivered, "po-record-invoice",
            order -> Given.but(last(order), "vat", 7), "5.41"),
        from("5.41, held, and it is accepted", () -> invoice(purchases.delivered(), "vat", 7, "isFinal", true),
            "po-resolve-mismatch", order -> with("decision", "accept"), "5.42"),
        from("5.41, held, and it is disputed", () -> invoice(purchases.delivered(), "vat", 7, "isFinal", true),
            "po-resolve-mismatch", order -> with("decision", "dispute", "reason", "VAT"), "5.40"),
        from("5.42, and more is to be invoiced", () -> invoice(purchases.delivered(), "lines", "1 96 -",
            "deliveryCharge", null, "vat", 0.96, "isFinal", true), "po-unmark-final-invoice",
            order -> with("reason", "hinges are missing"), "5.41"),
        from("4.40, held, and it is accepted", () -> invoice(purchases.partlyDelivered()),
            "po-resolve-mismatch", order -> with("decision", "accept"), "4.40"),
        from("5.41, what went back is credited", () -> purchases.settled().perform("po-return-items", credited),
            "po-record-invoice", order -> with("what", "credit note", "number", "CN " + order.number(), "dated", today(),
                "creditKind", "returned", "credits", "INV " + order.number(), "returnNumber", order.number() + "/T1",
                "credited", "2 1 -", "vat", 0.80), "5.42"));
  }

  private static Map<String, Object> last(OrderUnderTest order) {
    return Given.but(anInvoice(order), "isFinal", true);
  }

  private void holds(OrderUnderTest order) {
    assertThat(journal.verify(Optional.of(order.number())).valid()).isTrue();
    assertThat(verifier.verify(Optional.of(order.number())).differences()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("transitions")
  void action_takes_the_order_on(Transition transition) {
    OrderUnderTest order = transition.from().get();
    Agent agent = transition.action().matches(".*(invoice|mismatch)") ? FINANCE : Given.AGENT;
    int events = order.events().size();
    order.perform(agent, transition.action(), transition.fields().apply(order));
    assertThat(order).hasStatus(transition.to()).hasLastEvent(transition.action());
    assertThat(order.events()).hasSize(events + 1);
    holds(order);
  }

  @ParameterizedTest
  @CsvSource({"0.44, 0.49", "1.40, 1.49", "1.42, 1.49", "1.43, 1.49", "2.40, 1.49"})
  void cancelled_order_comes_back_where_it_was(String status, String cancelled) {
    OrderUnderTest order = purchases.anOrderIn(status).perform("po-cancel", with("reason", "too late"));
    assertThat(order).hasStatus(cancelled);
    assertThat(order.perform("po-reinstate", with())).hasStatus(status).hasLastEvent("po-reinstate");
    holds(order);
  }

  /** Else it would end again at once. */
  @ParameterizedTest
  @CsvSource({"1.43, 1.43", "2.40, 2.40", "3.40, 3.40"})
  void order_of_which_nothing_was_wanted_is_wanted_again_when_it_comes_back(String status, String back) {
    OrderUnderTest order = purchases.anOrderIn(status)
        .perform(NO_REST, with("which", "all", "reason", "shop closes"));
    assertThat(order).hasStatus("1.49").offers("po-reinstate");
    assertThat(order.perform("po-reinstate", with("notes", "it does not"))).hasStatus(back);
    assertThat(purchases.figure(order, 1, "open")).isEqualTo("192");
    assertThat(purchases.figure(order, 2, "open")).isEqualTo("5.0");
    assertThat(order.order().cancelledAt()).isEmpty();
    holds(order);
  }

  @Test
  void order_all_of_which_the_supplier_refused_can_come_back() {
    OrderUnderTest order = purchases.submitted()
        .perform("po-acknowledge", with("lines", "1 - refused gone\n2 - refused gone"));
    assertThat(order).hasStatus("1.49");
    assertThat(order.order().cancelledAt()).isPresent();
    assertThat(order.perform("po-reinstate", with())).hasStatus("2.40").isWaitingFor("po-dispatched");
    holds(order);
  }

  @Test
  void nothing_is_cancelled_that_the_supplier_wants_to_be_paid_for() {
    OrderUnderTest order = invoice(receive(purchases.acknowledged(), "DN-1", "1 96 - - -\n2 5 - - -"),
        "lines", "1 96 -", "deliveryCharge", null, "vat", 0.96)
        .perform(NO_REST, with("which", "all", "reason", "shop closes"));
    order.perform("po-undo-delivery", with("entry", order.number() + "/R1", "reason", "another order"));
    order.perform(NO_REST, with("which", "all", "reason", "shop closes"));
    assertThat(order).hasStatus("5.41");
    order.perform(FINANCE, "po-resolve-mismatch", with("decision", "dispute", "reason", "nothing came"));
    assertThat(order).hasStatus("1.49").offers("po-reinstate");
    holds(order);
  }

  @Test
  void order_that_was_edited_to_nothing_is_to_be_cancelled_instead() {
    OrderUnderTest order = purchases.submitted()
        .perform(NO_REST, with("which", "some", "lines", "2 yes", "reason", "not now"));
    assertThat(order).hasStatus("1.43").refuses("po-edit-items", with("lines", "1 0 4.80 -", "reason", "nothing"), "lines");
  }

  @Test
  void what_is_dear_is_sent_once_it_is_authorised() {
    OrderUnderTest order = purchases.logged("lines", "- Lift 1 12000.00 20 -");
    assertThat(order.order().locked()).isTrue();
    assertThat(order).hasStatus("1.40").doesNotOffer("po-submit", "po-edit-items");
    order.perform(FINANCE, "authorise", with("decision", "authorise", "reference", "A", "reason", "needed", "expenditure", "revenue"));
    assertThat(submit(order)).hasStatus("1.43");
  }

  @Test
  void what_was_refused_is_not_sent_before_it_is_changed() {
    OrderUnderTest order = purchases.logged("lines", "- Lift 1 12000.00 20 -");
    order.perform(FINANCE, "authorise", with("decision", "refuse", "reference", "A", "reason", "too dear"));
    assertThat(order).hasStatus("1.40").refuses("po-submit", with("how", "by e-mail"), "how");
    assertThat(submit(order.perform("po-edit-items", with("lines", "1 1 900.00 -")))).hasStatus("1.43");
  }
}
