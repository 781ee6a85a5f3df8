package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stage 5: what is missing arrives, the invoice is awaited, the order may be recalled, and its life ends. */
@HelpdeskTest
class CompletionTest {

  private static final String CERTIFICATE = "Gas safety certificate";
  private static final Duration RECALL_PERIOD = Duration.ofDays(14);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Map<String, Object> COLD_AGAIN = with("priority", "P2", "why", "cold again");
  private static final Map<String, Object> CONFIRMED = with("confirm", true);

  private final Given given;

  CompletionTest(Given given) {
    this.given = given;
  }

  // The last outstanding item arrives

  @Test
  void the_missing_document_ends_the_wait_of_an_order_that_costs_nothing() {
    OrderUnderTest order = given.anOrderWithoutItsCertificate().file(CERTIFICATE);
    assertThat(order).hasStatus("5.02").hasLastEvent("documents");
    assertThat(order.process("completion")).isWaitingAt("recallPeriodOver");
  }

  @Test
  void the_missing_document_brings_an_order_that_costs_something_into_the_invoice_process() {
    OrderUnderTest order = given.aCompletedOrder("workType", "GAS", "resource", "BETA").file(CERTIFICATE);
    assertThat(order).hasStatus("5.01").hasLastEvent("documents");
    assertThat(order.process("completion")).isWaitingAt("finalInvoice");
  }

  @Test
  void another_document_is_filed_while_the_order_waits_on() {
    OrderUnderTest order = given.anOrderWithoutItsCertificate().file("Photograph");
    assertThat(order).hasStatus("5.00").hasLastEvent("documents");
    assertThat(order.process("completion")).isWaitingAt("itemArrives");
  }

  @Test
  void a_document_that_was_filed_before_is_not_waited_for() {
    OrderUnderTest order = given.anOrderOnSite("workType", "GAS").file(CERTIFICATE);
    order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"));
    assertThat(order).hasStatus("5.02");
  }

  // Set Accrual to Zero

  @Test
  void an_order_whose_accrual_is_set_to_zero_expects_no_invoice() {
    OrderUnderTest order = given.anOrderInInvoiceProcess().perform("set-accrual-to-zero", CONFIRMED);
    assertThat(order).hasStatus("5.02").hasAccrual("0").hasLastEvent("set-accrual-to-zero")
        .doesNotOffer("set-accrual-to-zero");
    assertThat(order.process("completion")).isWaitingAt("recallPeriodOver");
  }

  @Test
  void an_order_that_waits_for_a_document_still_waits_when_its_accrual_is_set_to_zero() {
    OrderUnderTest order = given.aCompletedOrder("workType", "GAS", "resource", "BETA");
    order.perform("set-accrual-to-zero", CONFIRMED);
    assertThat(order).hasStatus("5.00").hasAccrual("0").hasLastEvent("set-accrual-to-zero");
    assertThat(order.file(CERTIFICATE)).hasStatus("5.02");
  }

  @Test
  void setting_the_accrual_to_zero_is_irreversible() {
    OrderUnderTest order = given.aCompletedOrder("workType", "GAS", "resource", "BETA");
    order.perform("set-accrual-to-zero", CONFIRMED);
    assertThat(order)
        .refuses("set-accrual-to-zero", CONFIRMED, "confirm")
        .refuses("set-fixed-cost", with("amount", 10), "amount");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.00", "5.01"})
  void setting_the_accrual_to_zero_without_confirming_it_is_refused(String status) {
    assertThat(given.anOrderIn(status))
        .refuses("set-accrual-to-zero", with(), "confirm")
        .refuses("set-accrual-to-zero", with("confirm", false), "confirm")
        .refuses("set-accrual-to-zero", with("confirm", "certainly"), "confirm")
        .refuses("set-accrual-to-zero", with("confirm", true, "notes", "x".repeat(4001)), "notes")
        .refuses("set-accrual-to-zero", with("confirm", true, "amount", 0), "amount");
  }

  // Final invoice recorded

  @Test
  void the_final_invoice_leaves_the_order_in_the_invoice_process() {
    OrderUnderTest order = given.anOrderInInvoiceProcess().recordFinalInvoice();
    assertThat(order).hasStatus("5.01").hasNotEnded().offers("recall-job", "set-accrual-to-zero");
    assertThat(order.process("completion")).isWaitingAt("recallOrUnmark");
  }

  // Recall Job

  @ParameterizedTest
  @ValueSource(strings = {"5.00", "5.01", "5.02"})
  void a_completed_order_can_be_called_back(String from) {
    OrderUnderTest order = given.anOrderIn(from).perform("recall-job", COLD_AGAIN);
    assertThat(order).hasStatus("1.04").isWaitingFor("assign").hasLastEvent("recall-job");
    assertThat(order.process("assignment")).isWaitingAt("assign");
    assertThat(order.process("completion")).isNull();
    assertThat(order.present().priority()).isEqualTo("P2");
    assertThat(order.present().recalls()).isEqualTo(1);
    assertThat(order.present().completedAt()).isEmpty();
  }

  @Test
  void a_settled_order_can_be_called_back_too() {
    OrderUnderTest order = given.anOrderInInvoiceProcess().recordFinalInvoice();
    assertThat(order.perform("recall-job", COLD_AGAIN)).hasStatus("1.04");
  }

  @Test
  void a_recalled_order_of_an_automatic_contractor_is_sent_at_once() {
    OrderUnderTest order = given.anOrderPendingAssign("resource", "AUTO")
        .perform("remote-fix", with("whatWasDone", "Told them")).perform("recall-job", COLD_AGAIN);
    assertThat(order).hasStatus("2.00").isWaitingFor("start-job-field-team").hasLastEvent("recall-job");
  }

  @Test
  void an_order_can_be_called_back_until_the_recall_period_ends() {
    OrderUnderTest order = given.aCompletedOrder();
    Instant end = order.present().recallUntil().orElseThrow();
    assertThat(end).isEqualTo(order.present().completedAt().orElseThrow().plus(RECALL_PERIOD));
    order.waits(Duration.between(Instant.parse(order.now()), end).minus(SECOND));
    assertThat(order.perform("recall-job", COLD_AGAIN)).hasStatus("1.04");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.00", "5.01", "5.02"})
  void an_order_cannot_be_called_back_after_the_recall_period(String status) {
    OrderUnderTest order = given.anOrderIn(status).waits(RECALL_PERIOD.plus(SECOND));
    assertThat(order).hasStatus(status).doesNotOffer("recall-job").refusesNow("recall-job");
  }

  @Test
  void a_recall_opened_in_time_cannot_be_completed_after_the_period() {
    OrderUnderTest order = given.anOrderInInvoiceProcess();
    String task = order.open("recall-job");
    order.waits(RECALL_PERIOD.plus(SECOND));
    assertThat(order).refusesNow("recall-job", () -> order.complete(task, COLD_AGAIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.00", "5.01", "5.02"})
  void a_recall_without_priority_and_reason_is_refused(String status) {
    assertThat(given.anOrderIn(status))
        .refuses("recall-job", with(), "priority", "why")
        .refuses("recall-job", but(COLD_AGAIN, "priority", "P9"), "priority")
        .refuses("recall-job", but(COLD_AGAIN, "priority", 2), "priority")
        .refuses("recall-job", but(COLD_AGAIN, "why", "x".repeat(4001)), "why")
        .refuses("recall-job", but(COLD_AGAIN, "resource", "BETA"), "resource");
  }

  // End of life

  @Test
  void an_order_without_invoice_ends_with_its_recall_period() {
    OrderUnderTest order = given.aCompletedOrder();
    assertThat(order.waits(RECALL_PERIOD.minusMinutes(1))).hasNotEnded();
    assertThat(order.waits(Duration.ofMinutes(2))).hasEnded().hasStatus("5.02");
  }

  @Test
  void an_order_in_the_invoice_process_lives_on_until_the_final_invoice() {
    OrderUnderTest order = given.anOrderInInvoiceProcess();
    assertThat(order.waits(RECALL_PERIOD.plusDays(100))).hasNotEnded().hasStatus("5.01");
    assertThat(order.recordFinalInvoice().timersFire()).hasEnded().hasStatus("5.01");
  }

  @Test
  void a_settled_order_lives_on_until_its_recall_period_is_over() {
    OrderUnderTest order = given.anOrderInInvoiceProcess().recordFinalInvoice();
    assertThat(order.waits(RECALL_PERIOD.minusMinutes(1))).hasNotEnded();
    assertThat(order.waits(Duration.ofMinutes(2))).hasEnded();
  }

  @Test
  void an_order_whose_document_never_comes_lives_on() {
    assertThat(given.anOrderWithoutItsCertificate().waits(RECALL_PERIOD.plusDays(100))).hasNotEnded().hasStatus("5.00");
  }

  @Test
  void an_order_that_was_called_back_does_not_end_with_the_old_recall_period() {
    OrderUnderTest order = given.aCompletedOrder().perform("recall-job", COLD_AGAIN).waits(RECALL_PERIOD.plusDays(1));
    assertThat(order).hasNotEnded().hasStatus("1.04").isWaitingFor("assign");
  }

  @Test
  void recall_period_restarts_with_the_next_completion() {
    OrderUnderTest order = given.aRecalledOrder().waits(RECALL_PERIOD.minusDays(1));
    order.perform("remote-fix", with("whatWasDone", "Told them"));
    assertThat(order.waits(Duration.ofDays(2))).hasNotEnded().hasStatus("5.02");
    assertThat(order.waits(RECALL_PERIOD)).hasEnded();
  }

  @ParameterizedTest
  @CsvSource({"5.01", "5.02"})
  void an_order_stays_readable_after_its_end(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    int events = order.events().size();
    if (status.equals("5.01")) {
      order.recordFinalInvoice();
    }
    order.waits(RECALL_PERIOD.plus(SECOND));
    assertThat(order).hasEnded().hasStatus(status).offers("add-notes-public").doesNotOffer("recall-job");
    assertThat(order.events()).hasSize(events);
    assertThat(order.visits()).hasSize(1);
    assertThat(order.perform("add-notes-public", with("text", "Asked for again"))).hasLastEvent("add-notes-public");
  }
}
