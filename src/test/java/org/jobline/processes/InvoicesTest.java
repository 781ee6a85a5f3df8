package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jobline.action.ActionNotOffered;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Staged payments, invoices and CIS (domain/money.md). */
@HelpdeskTest
class InvoicesTest {

  private static final Agent FINANCE = new Agent("fred", Set.of("finance"));
  private static final Agent MANAGER = new Agent("mary", Set.of("manager"));

  private final Given given;
  private final ApiClient api;
  private final JdbcClient jdbc;

  InvoicesTest(Given given, ApiClient api, JdbcClient jdbc) {
    this.given = given;
    this.api = api;
    this.jdbc = jdbc;
  }

  private static Map<String, Object> invoice(OrderUnderTest order, Object... more) {
    return but(with("invoiceNumber", UUID.randomUUID().toString(), "dated", order.now().substring(0, 10),
        "net", 40.00, "vat", 8.00), more);
  }

  private OrderUnderTest record(OrderUnderTest order, Object... more) {
    return order.perform(FINANCE, "record-invoice", invoice(order, more));
  }

  private void refuses(OrderUnderTest order, String action, Map<String, Object> fields, String field) {
    assertThat(order).refuses(() -> order.perform(FINANCE, action, fields), field);
  }

  private List<Map<String, Object>> invoices(OrderUnderTest order) {
    return jdbc.sql("select * from invoice where order_number = ? order by id").param(order.number().value())
        .query().listOfRows();
  }

  private OrderUnderTest aStagedOrder(String stages) {
    return given.anOrderInInvoiceProcess().perform("set-fixed-cost", with("amount", 300))
        .perform("edit-staged-payments", with("stages", stages));
  }

  private OrderUnderTest aCisOrder() {
    return given.anOrderOnSite("resource", "CISCO").perform("make-cis", with("confirm", true))
        .perform("set-fixed-cost", with("amount", 200))
        .perform("stop-job", with("stoppedAt", given.aLoggedOrder().now(), "outcome", "completed"));
  }

  // Staged payments

  @Test
  void stages_are_kept_together() {
    OrderUnderTest order = aStagedOrder("2199-01-01 200\n2020-01-01 100");
    assertThat(order).hasLastEvent("edit-staged-payments");
    assertThat(api.get("/api/work-orders/" + order.number()).path("stagedPayments").toString())
        .isEqualTo("[{\"date\":\"2020-01-01\",\"amount\":\"100.00\"},{\"date\":\"2199-01-01\",\"amount\":\"200.00\"}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-01-01 300.01", "2020-01-01 200\n2020-02-01 100.01", "2020-01-01 100\n2020-02-01 0", "x"})
  void stages_that_are_wrong_are_refused_all_together(String stages) {
    OrderUnderTest order = aStagedOrder("2020-01-01 100");
    assertThat(order).refuses("edit-staged-payments", with("stages", stages), "stages");
    assertThat(jdbc.sql("select sum(amount) from staged_payment where order_number = ?").param(order.number().value())
        .query(String.class).single()).isEqualTo("100.00");
  }

  @Test
  void stages_need_a_fixed_cost() {
    OrderUnderTest order = given.anOrderInInvoiceProcess();
    assertThatExceptionOfType(ActionNotOffered.class)
        .isThrownBy(() -> order.perform("edit-staged-payments", with("stages", "")));
  }

  @Test
  void no_more_is_invoiced_than_the_stages_have_released() {
    OrderUnderTest order = aStagedOrder("2020-01-01 100\n2199-01-01 200");
    refuses(order, "record-invoice", invoice(order, "net", 100.01), "net");
    record(order, "net", 60);
    refuses(order, "record-invoice", invoice(order, "net", 40.01), "net");
    record(order, "net", 40);
    refuses(order, "record-invoice", invoice(order, "net", 0.01), "net");
  }

  // Invoices

  @Test
  void an_invoice_that_matches_is_accepted() {
    OrderUnderTest order = record(given.anOrderInInvoiceProcess());
    assertThat(order).hasStatus("5.01").hasLastEvent("record-invoice");
    assertThat(invoices(order)).singleElement().satisfies(row -> assertThat(row)
        .containsEntry("state", "accepted").containsEntry("final", false));
    assertThat(api.get("/api/work-orders/" + order.number() + "/invoices").path(0).path("payable").asText())
        .isEqualTo("48.00");
  }

  @Test
  void a_number_is_recorded_once_for_a_resource() {
    OrderUnderTest order = given.anOrderInInvoiceProcess();
    String number = UUID.randomUUID().toString();
    record(order, "net", 1, "invoiceNumber", number);
    refuses(order, "record-invoice", invoice(order, "net", 1, "invoiceNumber", number.toUpperCase()), "invoiceNumber");
    OrderUnderTest other = given.anOrderInInvoiceProcess();
    refuses(other, "record-invoice", invoice(other, "invoiceNumber", number), "invoiceNumber");
  }

  @Test
  void of_two_who_record_a_number_at_once_one_wins() throws Exception {
    String number = UUID.randomUUID().toString();
    OrderUnderTest one = given.anOrderInInvoiceProcess();
    OrderUnderTest two = given.anOrderInInvoiceProcess();
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Integer>> calls = List.of(
          () -> api.call(FINANCE, ApiClient.post(ApiClient.performing(one.number(), "record-invoice"),
              invoice(one, "invoiceNumber", number))).status(),
          () -> api.call(FINANCE, ApiClient.post(ApiClient.performing(two.number(), "record-invoice"),
              invoice(two, "invoiceNumber", number))).status());
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : both.invokeAll(calls)) {
        answers.add(answer.get());
      }
      assertThat(answers).filteredOn(status -> status < 300).hasSize(1);
      assertThat(answers).filteredOn(status -> status == 422 || status == 409).hasSize(1);
    } finally {
      both.shutdownNow();
    }
  }

  @Test
  void what_an_invoice_says_is_checked() {
    OrderUnderTest order = given.anOrderInInvoiceProcess();
    refuses(order, "record-invoice", invoice(order, "net", null), "net");
    refuses(order, "record-invoice", invoice(order, "net", 0), "net");
    refuses(order, "record-invoice", invoice(order, "labour", 1), "labour");
    refuses(order, "record-invoice", invoice(order, "vat", null), "vat");
    refuses(order, "record-invoice", invoice(order, "dated", order.in(Duration.ofDays(3)).substring(0, 10)), "dated");
  }

  @Test
  void an_invoice_above_the_accrual_and_the_tolerance_waits_until_it_is_accepted() {
    OrderUnderTest order = record(given.anOrderInInvoiceProcess(), "net", 5000, "isFinal", true);
    assertThat(order).saysInItsLastEvent("above estimate");
    assertThatExceptionOfType(ActionNotOffered.class).isThrownBy(() -> record(order));
    order.perform(FINANCE, "resolve-invoice-mismatch", with("decision", "accept"));
    assertThat(invoices(order)).singleElement().satisfies(row -> assertThat(row).containsEntry("state", "accepted"));
    assertThat(order.waits(Duration.ofDays(15))).hasEnded();
  }

  @Test
  void the_tolerance_of_the_client_is_let_through() {
    OrderUnderTest order = given.anOrderInInvoiceProcess();
    jdbc.sql("update client set invoice_tolerance_percent = 10 where code = 'ACME'").update();
    try {
      record(order, "net", order.accrual().multiply(new BigDecimal("1.10")).setScale(2,
          RoundingMode.DOWN));
      assertThat(invoices(order).get(0)).containsEntry("state", "accepted");
      record(order, "net", 0.01);
      assertThat(invoices(order).get(1)).containsEntry("state", "waiting");
    } finally {
      jdbc.sql("update client set invoice_tolerance_percent = 0 where code = 'ACME'").update();
    }
  }

  @Test
  void a_corrected_invoice_is_matched_again() {
    OrderUnderTest order = record(given.anOrderInInvoiceProcess(), "net", 5000);
    order.perform(FINANCE, "resolve-invoice-mismatch", with("decision", "correct", "net", 4000, "vat", 0));
    assertThat(order).saysInItsLastEvent("above estimate");
    order.perform(FINANCE, "resolve-invoice-mismatch", with("decision", "correct", "net", 40, "vat", 8));
    assertThat(invoices(order)).singleElement().satisfies(row -> assertThat(row).containsEntry("state", "accepted"));
  }

  @Test
  void a_rejected_invoice_goes_back_to_the_resource_and_may_come_again() {
    OrderUnderTest order = given.anOrderInInvoiceProcess();
    String number = UUID.randomUUID().toString();
    record(order, "net", 5000, "invoiceNumber", number);
    refuses(order, "resolve-invoice-mismatch", with("decision", "reject"), "reason");
    order.perform(FINANCE, "resolve-invoice-mismatch", with("decision", "reject", "reason", "Agreed was 40"));
    assertThat(order).saysInItsLastEvent("invoice-rejected e-mail to Beta Ltd");
    record(order, "invoiceNumber", number);
    assertThat(invoices(order)).extracting(row -> row.get("state")).containsExactly("rejected", "accepted");
  }

  @Test
  void a_missing_certificate_makes_an_invoice_wait_and_is_no_end() {
    OrderUnderTest order = given.anOrderWithoutItsCertificate().perform("set-fixed-cost", with("amount", 100));
    refuses(order, "record-invoice", invoice(order, "isFinal", true), "isFinal");
    record(order);
    assertThat(order).saysInItsLastEvent("no certificate");
  }

  @Test
  void a_final_invoice_ends_the_life_of_an_order_after_its_recall_period() {
    OrderUnderTest order = record(given.anOrderInInvoiceProcess(), "isFinal", true);
    assertThatExceptionOfType(ActionNotOffered.class).isThrownBy(() -> record(order))
        .withMessageContaining("final invoice");
    assertThat(order).hasStatus("5.01");
    assertThat(order.waits(Duration.ofDays(15))).hasEnded();
  }

  @Test
  void an_unmarked_invoice_lets_the_order_go_on_as_before() {
    OrderUnderTest order = record(given.anOrderInInvoiceProcess(), "isFinal", true);
    refuses(order, "unmark-final-invoice", with(), "reason");
    order.perform(FINANCE, "unmark-final-invoice", with("reason", "One more to come"));
    assertThatExceptionOfType(ActionNotOffered.class)
        .isThrownBy(() -> order.perform(FINANCE, "unmark-final-invoice", with("reason", "again")));
    order.waits(Duration.ofDays(15));
    assertThat(order.instances()).isNotEmpty();
    assertThat(invoices(order)).singleElement().satisfies(row -> assertThat(row)
        .containsEntry("state", "accepted").containsEntry("final", false));
    record(order, "net", 0.01, "isFinal", true);
    order.perform(FINANCE, "resolve-invoice-mismatch", with("decision", "accept"));
    assertThat(order.timersFire()).hasEnded();
  }

  @Test
  void nothing_is_invoiced_before_the_work_is_done() {
    for (String status : List.of("0.03", "1.03", "2.00", "3.00", "4.01", "5.02")) {
      OrderUnderTest order = given.anOrderIn(status);
      assertThatExceptionOfType(ActionNotOffered.class).isThrownBy(() -> record(order));
      assertThatExceptionOfType(ActionNotOffered.class)
          .isThrownBy(() -> order.perform(FINANCE, "unmark-final-invoice", with("reason", "a")));
    }
  }

  @Test
  void only_finance_records_resolves_and_exports() {
    OrderUnderTest order = given.anOrderInInvoiceProcess();
    OrderUnderTest mismatched = record(given.anOrderInInvoiceProcess(), "net", 5000);
    for (Agent agent : List.of(Given.AGENT, MANAGER)) {
      assertThat(api.call(agent, ApiClient.post(ApiClient.performing(order.number(), "record-invoice"),
          invoice(order))).status()).isEqualTo(403);
      assertThat(api.call(agent, ApiClient.post(ApiClient.performing(mismatched.number(), "resolve-invoice-mismatch"),
          with("decision", "accept"))).status()).isEqualTo(403);
      assertThat(api.call(agent, MockMvcRequestBuilders.get("/api/cis-returns/2026-04")).status()).isEqualTo(403);
    }
    assertThat(invoices(order)).isEmpty();
    assertThat(invoices(mismatched).get(0)).containsEntry("state", "waiting");
  }

  // CIS

  @Test
  void cis_is_deducted_from_the_labour_and_returned_monthly() {
    OrderUnderTest order = aCisOrder();
    refuses(order, "record-invoice", invoice(order), "net");
    refuses(order, "record-invoice", invoice(order, "net", null, "labour", 100), "materials");
    jdbc.sql("delete from invoice where cis").update();
    record(order, "net", null, "labour", 100.03, "materials", 50, "vat", 30.01, "dated", "2024-05-05");
    assertThat(invoices(order)).singleElement().satisfies(row -> assertThat(row.toString())
        .contains("deduction=20.01", "payable=160.03", "cis_rate=20.00", "state=accepted"));
    String csv = api.call(FINANCE, MockMvcRequestBuilders.get("/api/cis-returns/2024-04")).body();
    assertThat(csv.lines().skip(1)).hasSize(2)
        .anySatisfy(line -> assertThat(line).startsWith("\"CISCO\",\"Cisco Ltd\",\"standard\",\"V123\"")
            .endsWith("\"1\",\"100.03\",\"50.00\",\"30.01\",\"20.01\",\"160.03\""))
        .anySatisfy(line -> assertThat(line).startsWith("\"Total\"")
            .endsWith("\"1\",\"100.03\",\"50.00\",\"30.01\",\"20.01\",\"160.03\""));
    assertThat(api.call(FINANCE, MockMvcRequestBuilders.get("/api/cis-returns/2024-05")).body().lines()).hasSize(1);
  }

  @Test
  void the_mark_stays_once_an_invoice_is_recorded() {
    OrderUnderTest order = aCisOrder().perform("make-cis", with("confirm", true, "remove", true))
        .perform("make-cis", with("confirm", true));
    record(order, "net", null, "labour", 10, "materials", 0);
    assertThat(order).refuses("make-cis", with("confirm", true, "remove", true), "remove");
  }

  @Test
  void an_unregistered_resource_takes_the_mark_off() {
    OrderUnderTest order = given.anAcceptedOrder("resource", "CISCO").perform("make-cis", with("confirm", true))
        .perform("change-resource", with("resource", "BETA"));
    assertThat(order).saysInItsLastEvent("no longer CIS work");
    assertThat(order.present().cis()).isFalse();
  }
}
