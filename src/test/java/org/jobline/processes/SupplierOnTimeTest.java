package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.GivenPurchases;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often a supplier delivers on time, by lines that came by the day they were promised for, or else wanted on. */
@HelpdeskTest
class SupplierOnTimeTest {

  private static int suppliers;

  private final String code = "PROMPT-" + ++suppliers;
  private final GivenPurchases purchases;
  private final ApiClient api;
  private final JdbcClient jdbc;

  SupplierOnTimeTest(GivenPurchases purchases, ApiClient api, JdbcClient jdbc) {
    this.purchases = purchases;
    this.api = api;
    this.jdbc = jdbc;
  }

  /** One of its own, of which other tests know no orders. */
  @BeforeEach
  void supplier() {
    jdbc.sql("""
        insert into supplier (code, name, email, currency, sent_by, auto_acknowledge, minimum_order, delivery_charge,
            lead_time_days, tolerance_percent, price_tolerance_percent, active)
          values (?, 'Prompt', 'orders@prompt.example', 'GBP', 'e-mail', false, 0, 0, 1, 0, 0, true)""")
        .param(code).update();
    jdbc.sql("insert into supplier_client (supplier, client, active) values (?, 'ACME', true)").param(code).update();
  }

  @AfterEach
  void noSupplier() {
    jdbc.sql("delete from supplier_client where supplier = ?").param(code).update();
    jdbc.sql("delete from supplier where code = ?").param(code).update();
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.of("Europe/London"));
  }

  /** Two lines, wanted in five days. */
  private OrderUnderTest anOrder() {
    return purchases.aSubmittedOrder("supplier", code, "requestedDate", today().plusDays(5).toString(),
        "lines", "- \"Lamp\" 4 2.00 20 -\n- \"Fuse\" 10 1.00 20 -");
  }

  private JsonNode onTime() {
    return api.get("/api/suppliers/" + code).path("onTime");
  }

  private boolean isOnTimeSaid() {
    return api.get("/api/suppliers/" + code).hasNonNull("onTime");
  }

  private void assertOnTime(int percent, int lines) {
    assertThat(onTime().path("percent").asInt()).as(onTime().toString()).isEqualTo(percent);
    assertThat(onTime().path("lines").asInt()).isEqualTo(lines);
  }

  @Test
  void nothing_is_said_of_a_supplier_of_whom_nothing_was_expected_yet() {
    assertThat(isOnTimeSaid()).isFalse();
    OrderUnderTest order = anOrder();
    assertThat(isOnTimeSaid()).isFalse();
    assertThat(purchases.purchase(order).path("supplier").hasNonNull("onTime")).isFalse();
  }

  @Test
  void a_line_is_on_time_that_came_in_full_by_the_day_it_was_wanted_on() {
    OrderUnderTest order = anOrder()
        .perform("po-receipt", with("deliveryNote", "DN-1", "lines", "1 4 - - -\n2 9 - - -", "confirmed", true));
    assertOnTime(100, 1);
    order.waits(Duration.ofDays(6));
    assertOnTime(50, 2);
    order.perform("po-receipt", with("deliveryNote", "DN-2", "inFull", true, "confirmed", true));
    assertOnTime(50, 2);
    assertThat(purchases.purchase(order).at("/supplier/onTime/percent").asInt()).isEqualTo(50);
    order.waits(Duration.ofDays(400));
    assertThat(isOnTimeSaid()).isFalse();
  }

  @Test
  void what_was_promised_counts_before_what_was_wanted() {
    anOrder().perform("po-acknowledge", with("deliveryDate", today().plusDays(8).toString()))
        .waits(Duration.ofDays(7))
        .perform("po-receipt", with("deliveryNote", "DN-1", "inFull", true, "confirmed", true));
    assertOnTime(100, 2);
  }

  @Test
  void what_went_back_has_not_come_and_what_is_credited_need_not() {
    anOrder().perform("po-receipt", with("deliveryNote", "DN-1", "inFull", true, "confirmed", true))
        .perform("po-return-items", with("lines", "1 1 damaged", "replacement", "yes", "returnNumber", "RMA-1"))
        .perform("po-return-items", with("lines", "2 3 quality", "replacement", "no", "returnNumber", "RMA-2"))
        .waits(Duration.ofDays(6))
        .perform("po-receipt", with("deliveryNote", "DN-2", "inFull", true, "confirmed", true));
    assertOnTime(50, 2);
  }

  @Test
  void a_receipt_that_was_undone_does_not_count_nor_does_an_order_that_was_cancelled() {
    OrderUnderTest order = anOrder();
    order.perform("po-receipt", with("deliveryNote", "DN-1", "inFull", true, "confirmed", true));
    assertOnTime(100, 2);
    order.perform("po-undo-delivery", with("entry", order.number() + "/R1", "reason", "another shop's"))
        .waits(Duration.ofDays(6));
    assertOnTime(0, 2);
    order.perform("po-cancel", with("reason", "too late"));
    assertThat(isOnTimeSaid()).isFalse();
  }
}
