package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import java.util.Set;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Estimate and delivery charge: what they do to the accrual, and who has to authorise it. */
@HelpdeskTest
class CostsTest {

  private static final Agent FINANCE = new Agent("frank", Set.of("finance"));

  private final Given given;
  private final ApiClient api;

  CostsTest(Given given, ApiClient api) {
    this.given = given;
    this.api = api;
  }

  private String cost(OrderUnderTest order, String what) {
    return api.get("/api/work-orders/" + order.number()).at("/cost/" + what).asText();
  }

  // Set Estimate

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "1.00", "1.03", "2.00", "3.00", "4.01"})
  void an_estimate_takes_the_place_of_what_was_expected(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    order.perform("set-estimate", with("labour", 100, "attendees", 2, "parts", 20.25, "plant", 5));
    assertThat(order).hasStatus(status).hasLastEvent("set-estimate").hasAccrual("125.25");
    assertThat(order.lastEvent().fields()).contains("\"to\":125.25");
    assertThat(cost(order, "estimate")).isEqualTo("125.25");
  }

  @Test
  void estimate_and_fixed_cost_replace_each_other() {
    OrderUnderTest order = given.aLoggedOrder().perform("set-fixed-cost", with("amount", 250));
    order.perform("set-estimate", with("labour", 100));
    assertThat(order).hasAccrual("100.00");
    order.perform("set-fixed-cost", with("amount", 300));
    assertThat(order).hasAccrual("300.00");
    assertThat(cost(order, "estimate")).isEmpty();
  }

  @Test
  void back_to_calculated_takes_an_estimate_off_too() {
    OrderUnderTest order = given.aLoggedOrder().perform("set-estimate", with("labour", 200));
    assertThat(order.perform("set-fixed-cost", with("amount", 0))).hasAccrual("120.00");
    assertThat(cost(order, "estimate")).isEmpty();
  }

  @Test
  void a_document_goes_with_the_estimate() {
    OrderUnderTest order = given.aLoggedOrder();
    order.perform("set-estimate", with("labour", 100, "file", order.upload("two pumps")));
    assertThat(api.get("/api/work-orders/" + order.number() + "/documents").at("/0/type").asText())
        .isEqualTo("Estimate");
  }

  @Test
  void a_wrong_estimate_is_refused() {
    assertThat(given.aLoggedOrder())
        .refuses("set-estimate", with(), "labour")
        .refuses("set-estimate", with("labour", -1), "labour")
        .refuses("set-estimate", with("labour", 1, "parts", -0.01), "parts")
        .refuses("set-estimate", with("labour", 1, "plant", "much"), "plant")
        .refuses("set-estimate", with("labour", 1, "attendees", 0), "attendees")
        .refuses("set-estimate", with("labour", 1, "file", "00000000-0000-0000-0000-000000000000"), "file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.09", "1.09", "5.00", "5.01", "5.02"})
  void a_completed_or_cancelled_order_is_not_estimated(String status) {
    assertThat(given.anOrderIn(status)).refusesNow("set-estimate");
  }

  @Test
  void a_high_estimate_waits_for_authorisation_and_is_taken_back_when_refused_on_site() {
    OrderUnderTest order = given.anOrderOnSite().perform("set-estimate", with("labour", 9_000, "parts", 3_000));
    assertThat(order.present().locked()).isTrue();
    order.perform(FINANCE, "authorise", with("decision", "refuse", "reference", "A-1", "reason", "too much"));
    assertThat(order).hasStatus("3.00").hasAccrual("120.00");
    assertThat(order.present().locked()).isFalse();
  }

  // Edit Delivery Charge

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "1.00", "1.03", "2.00", "3.00"})
  void delivery_comes_on_top_of_what_is_expected(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    order.perform("edit-delivery-charge", with("amount", 20));
    assertThat(order).hasStatus(status).hasLastEvent("edit-delivery-charge").hasAccrual("140.00");
    order.perform("edit-delivery-charge", with("calculated", true));
    assertThat(order).hasAccrual("155.50");
    assertThat(order.lastEvent().fields()).contains("\"deliveryCharge\":{\"from\":20.00,\"to\":35.50}");
    order.perform("edit-delivery-charge", with("amount", 0));
    assertThat(order).hasAccrual("120.00");
  }

  @Test
  void delivery_comes_on_top_of_what_is_calculated() {
    OrderUnderTest order = given.anOrderInInvoiceProcess().perform("edit-delivery-charge", with("amount", 20));
    assertThat(order).hasStatus("5.01").hasAccrual("60.00");
  }

  @ParameterizedTest
  @CsvSource({"set-estimate, labour", "set-fixed-cost, amount"})
  void a_total_has_delivery_in_it(String action, String field) {
    OrderUnderTest order = given.aLoggedOrder().perform("edit-delivery-charge", with("amount", 20));
    assertThat(order.perform(action, with(field, 100))).hasAccrual("100.00");
  }

  @Test
  void a_wrong_delivery_charge_is_refused() {
    assertThat(given.aLoggedOrder())
        .refuses("edit-delivery-charge", with(), "amount")
        .refuses("edit-delivery-charge", with("amount", -1), "amount");
    assertThat(given.aLoggedOrder("workType", "PAINT"))
        .refuses("edit-delivery-charge", with("calculated", true), "calculated");
  }

  @Test
  void a_delivery_charge_above_the_limit_waits_for_authorisation() {
    OrderUnderTest order = given.aLoggedOrder().perform("edit-delivery-charge", with("amount", 12_000));
    assertThat(order.present().locked()).isTrue();
    order.perform(FINANCE, "authorise", with("decision", "authorise", "reference", "A-2", "expenditure", "revenue"));
    assertThat(order).hasAccrual("12120.00").hasStatus("0.03");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.09", "1.09", "5.02"})
  void nothing_is_delivered_to_an_order_that_is_over(String status) {
    assertThat(given.anOrderIn(status)).refusesNow("edit-delivery-charge");
  }

  @ParameterizedTest
  @CsvSource({"set-fixed-cost, amount", "edit-delivery-charge, amount"})
  void written_off_accrual_stays_zero(String action, String field) {
    OrderUnderTest order = given.anOrderWithoutItsCertificate().perform("set-accrual-to-zero", with("confirm", true));
    assertThat(order).refuses(action, with(field, 5), field);
  }
}
