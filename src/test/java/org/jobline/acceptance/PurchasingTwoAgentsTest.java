package org.jobline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.Purchases.FINANCE;
import static org.jobline.fixture.Purchases.anInvoice;
import static org.jobline.fixture.Purchases.receive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jobline.action.ActionNotAvailableException;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.Purchases;
import org.jobline.fixture.SameInstant;
import org.jobline.operations.monitoring.Verifier;
import org.jobline.order.Journal;
import org.jobline.platform.error.ChangedMeanwhileException;
import org.jobline.platform.error.InvalidFieldsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two agents have the same delivery or the same invoice before them and act at the same instant: it is booked once, and
 * the other is told.
 */
@HelpdeskTest
class PurchasingTwoAgentsTest {

  private static final int TIMES = 10;
  private static final Agent FRED = new Agent("fred", Set.of("finance"));

  /** How the slower one learns that he was: at the same instant, or when the faster one had just finished. */
  private static final List<Class<?>> TOO_LATE = List.of(
      ChangedMeanwhileException.class, ActionNotAvailableException.class, OptimisticLockingException.class,
      NullValueException.class, InvalidFieldsException.class);

  private final Purchases purchases;
  private final Journal journal;
  private final Verifier verifier;
  private final TaskService tasks;
  private final IdentityService identity;

  PurchasingTwoAgentsTest(
      Given given, ApiClient api, JdbcClient jdbc, Journal journal, Verifier verifier, TaskService tasks,
      IdentityService identity) {
    this.purchases = new Purchases(given, api, jdbc);
    this.journal = journal;
    this.verifier = verifier;
    this.tasks = tasks;
    this.identity = identity;
  }

  private Runnable completesInTasklist(Agent agent, OrderUnderTest order, String action, Map<String, Object> fields) {
    String task = order.open(agent, action);
    return () -> {
      identity.setAuthentication(agent.name(), List.copyOf(agent.groups()));
      try {
        tasks.complete(task, fields);
      } finally {
        identity.clearAuthentication();
      }
    };
  }

  private static Runnable performs(Agent agent, OrderUnderTest order, String action, Map<String, Object> fields) {
    return () -> order.perform(agent, action, fields);
  }

  private static Map<String, Object> aReceipt(String lines) {
    return with("deliveryNote", "DN 1-a", "lines", lines, "confirmed", true);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  /** Of both only one came through, by one event, and the other can be told so. */
  private void oneWins(OrderUnderTest order, int eventsBefore, List<Throwable> failures) {
    assertThat(failures).as("who was too late").hasSize(1).allSatisfy(failure ->
        assertThat(TOO_LATE).as("why: %s", causes(failure).toList())
            .anyMatch(type -> causes(failure).anyMatch(type::isInstance)));
    assertThat(order.events()).hasSize(eventsBefore + 1);
    holds(order);
  }

  private void holds(OrderUnderTest order) {
    assertThat(order.lastEvent().statusAfter()).isEqualTo(order.status());
    assertThat(journal.verify(Optional.of(order.number())).valid()).isTrue();
    assertThat(verifier.verify(Optional.of(order.number())).differences()).isEmpty();
  }

  private static String refusal(Runnable again) {
    Throwable refused = catchThrowable(again::run);
    assertThat(causes(refused)).hasAtLeastOneElementOfType(InvalidFieldsException.class);
    return causes(refused).filter(InvalidFieldsException.class::isInstance).findFirst().orElseThrow().getMessage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.43", "2.40", "3.40"})
  void one_delivery_that_two_agents_receipt_at_once_comes_in_once(String status) throws Exception {
    for (int i = 0; i < TIMES; i++) {
      OrderUnderTest order = purchases.anOrderIn(status);
      int before = order.events().size();
      List<Throwable> failures = SameInstant.failures(
          performs(Given.AGENT, order, "po-receipt", aReceipt("1 100 - - -")),
          performs(Given.COLLEAGUE, order, "po-receipt", aReceipt("1 100 - - -")));
      oneWins(order, before, failures);
      assertThat(order.status()).isEqualTo("4.40");
      assertThat(purchases.figure(order, 1, "received")).isEqualTo("100");
      assertThat(refusal(performs(Given.COLLEAGUE, order, "po-receipt", with(
          "deliveryNote", "dn1A", "lines", "1 100 - - -", "confirmed", true))))
          .startsWith("Delivery note DN 1-a was already receipted as " + order.number() + "/R1 by "
              + order.lastEvent().agent() + ".");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.40", "3.40"})
  void one_delivery_that_two_agents_have_open_in_Tasklist_comes_in_once(String status) throws Exception {
    for (int i = 0; i < TIMES; i++) {
      OrderUnderTest order = purchases.anOrderIn(status);
      int before = order.events().size();
      List<Throwable> failures = SameInstant.failures(
          completesInTasklist(Given.AGENT, order, "po-receipt", aReceipt("1 192 - - -\n2 5 - - -")),
          completesInTasklist(Given.COLLEAGUE, order, "po-receipt", aReceipt("1 192 - - -\n2 5 - - -")));
      oneWins(order, before, failures);
      assertThat(order.status()).isEqualTo("5.40");
      assertThat(purchases.figure(order, 1, "received")).isEqualTo("192");
    }
  }

  @Test
  void goods_are_received_or_the_order_is_cancelled() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      OrderUnderTest order = purchases.acknowledged();
      int before = order.events().size();
      List<Throwable> failures = SameInstant.failures(
          performs(Given.AGENT, order, "po-receipt", aReceipt("1 100 - - -")),
          performs(Given.COLLEAGUE, order, "po-cancel", with("reason", "too late")));
      oneWins(order, before, failures);
      assertThat(List.of(order.status(), purchases.figure(order, 1, "received")))
          .isIn(List.of("4.40", "100"), List.of("1.49", "0"));
    }
  }

  /** All 192 screws come while somebody cuts the order to 96: the later of the two is told why that does not fit. */
  @Test
  void order_is_never_edited_to_less_than_what_comes_at_the_same_instant() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      OrderUnderTest order = purchases.acknowledged();
      int before = order.events().size();
      Runnable receipt = performs(Given.AGENT, order, "po-receipt", aReceipt("1 192 - - -"));
      Runnable edit =
          performs(Given.COLLEAGUE, order, "po-edit-items", with("lines", "1 1 4.80 -", "reason", "one pack will do"));
      oneWins(order, before, SameInstant.failures(receipt, edit));
      if (order.status().equals("4.40")) {
        assertThat(refusal(edit)).contains("Line 1: enter at least 192 pieces");
      } else {
        assertThat(refusal(receipt)).contains("Line 1: 96 pieces more than the 96 pieces still open.");
      }
    }
  }

  @Test
  void goods_go_back_once() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      OrderUnderTest order = purchases.delivered();
      int before = order.events().size();
      Map<String, Object> all =
          with("lines", "1 192 damaged", "replacement", "yes", "returnNumber", "RMA-1");
      List<Throwable> failures = SameInstant.failures(
          performs(Given.AGENT, order, "po-return-items", all), performs(Given.COLLEAGUE, order, "po-return-items", all));
      oneWins(order, before, failures);
      assertThat(order.status()).isEqualTo("4.40");
      assertThat(purchases.figure(order, 1, "returned")).isEqualTo("192");
      assertThat(refusal(performs(Given.COLLEAGUE, order, "po-return-items", all)))
          .contains("Line 1: no more than 0 pieces can be returned");
    }
  }

  @Test
  void receipt_is_undone_or_what_it_brought_goes_back() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      OrderUnderTest order = receive(purchases.acknowledged(), "DN-1", "1 100 - - -");
      int before = order.events().size();
      List<Throwable> failures = SameInstant.failures(
          performs(Given.AGENT, order, "po-undo-delivery", with("entry", order.number() + "/R1", "reason", "another shop's")),
          performs(Given.COLLEAGUE, order, "po-return-items",
              with("lines", "1 100 damaged", "replacement", "no", "returnNumber", "RMA-1")));
      oneWins(order, before, failures);
      assertThat(List.of(purchases.figure(order, 1, "received"), purchases.figure(order, 1, "returned")))
          .isIn(List.of("0", "0"), List.of("100", "100"));
    }
  }

  private void oneIsRecorded(OrderUnderTest one, OrderUnderTest other, List<Throwable> failures) {
    assertThat(failures).as("who was too late").hasSize(1);
    List<OrderUnderTest> recorded = Stream.of(one, other).distinct()
        .filter(order -> purchases.shown(order).path("invoices").size() > 0).toList();
    assertThat(recorded).hasSize(1);
    assertThat(purchases.shown(recorded.get(0)).path("invoices")).hasSize(1);
    Map<String, Object> again = anInvoice(one);
    assertThat(refusal(performs(FRED, other, "po-record-invoice", again))).contains(
        "Number " + again.get("number") + " has already been recorded for this supplier, on " + recorded.get(0).number());
    holds(one);
    holds(other);
  }

  @Test
  void one_invoice_that_two_of_finance_record_at_once_is_recorded_once() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      OrderUnderTest order = purchases.delivered();
      Map<String, Object> invoice = anInvoice(order);
      oneIsRecorded(order, order, SameInstant.failures(
          performs(FINANCE, order, "po-record-invoice", invoice), performs(FRED, order, "po-record-invoice", invoice)));
    }
  }

  @Test
  void one_invoice_number_is_recorded_on_one_of_two_orders() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      OrderUnderTest one = purchases.delivered();
      OrderUnderTest other = purchases.delivered();
      Map<String, Object> invoice = anInvoice(one);
      oneIsRecorded(one, other, SameInstant.failures(
          performs(FINANCE, one, "po-record-invoice", invoice), performs(FRED, other, "po-record-invoice", invoice)));
    }
  }

  @Test
  void held_invoice_is_decided_about_once() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      OrderUnderTest order = Purchases.invoice(purchases.delivered(), "vat", 7, "isFinal", true);
      int before = order.events().size();
      List<Throwable> failures = SameInstant.failures(
          completesInTasklist(FINANCE, order, "po-resolve-mismatch", with("decision", "accept")),
          performs(FRED, order, "po-resolve-mismatch", with("decision", "dispute", "reason", "VAT")));
      oneWins(order, before, failures);
      assertThat(order.status()).isIn("5.42", "5.40");
    }
  }
}
