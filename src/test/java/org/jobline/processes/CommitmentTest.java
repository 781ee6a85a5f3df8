package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an order may come to cost is authorised by whichever action or pair of actions it rose (domain/money.md,
 * Authorisation). GAMMA works under a comprehensive contract; gas works cost 12,000.00 on average.
 */
@HelpdeskTest
class CommitmentTest {

  private static final Agent FINANCE = new Agent("fiona", Set.of("finance"));
  private static final Agent MANAGER = new Agent("mark", Set.of("manager"));
  private static final Map<String, Object> AUTHORISE =
      with("decision", "authorise", "reference", "AU-7", "expenditure", "revenue");
  private static final Map<String, Object> REFUSE =
      with("decision", "refuse", "reference", "AU-8", "reason", "Too dear");

  private final Given given;
  private final ApiClient api;
  private final JdbcClient jdbc;

  CommitmentTest(Given given, ApiClient api, JdbcClient jdbc) {
    this.given = given;
    this.api = api;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void cover() {
    jdbc.sql("""
        update agreement set comprehensive = true where resource = 'GAMMA';
        insert into average_order_value values ('ACME', 'GAS', 12000.00)""").update();
  }

  @AfterEach
  void coverNothing() {
    jdbc.sql("""
        update agreement set comprehensive = false where resource = 'GAMMA';
        delete from average_order_value where work_type = 'GAS'""").update();
  }

  private static OrderUnderTest priced(OrderUnderTest order, int amount) {
    return order.perform("set-fixed-cost", with("amount", amount, "sure", true));
  }

  private static OrderUnderTest delivered(OrderUnderTest order, int amount) {
    return order.perform("edit-delivery-charge", with("amount", amount));
  }

  private static OrderUnderTest stopped(OrderUnderTest order, int parts) {
    return order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed", "partsCost", parts));
  }

  private static void assertWaits(OrderUnderTest order, String subject) {
    assertThat(order.present().authorisationLock()).as("lock").hasValueSatisfying(lock ->
        assertThat(lock.subject()).isEqualTo(subject));
    assertThat(order).saysInItsLastEvent("waiting for authorisation by finance: " + subject);
  }

  private static void assertGoesOn(OrderUnderTest order) {
    assertThat(order.present().authorisationLock()).as("lock").isEmpty();
  }

  private String cost(OrderUnderTest order, String what) {
    return api.get("/api/work-orders/" + order.number()).at("/cost/" + what).asText();
  }

  // Whatever raises it

  @Test
  void a_fixed_cost_under_a_contract_that_covers_it_is_authorised_too() {
    OrderUnderTest order = priced(given.anAcceptedOrder("resource", "GAMMA"), 12_000);
    assertWaits(order, "fixed cost 12,000.00 GBP (0.00 before), above 10,000.00");
    assertThat(order).hasAccrual("0.00")
        .saysInItsLastEvent("the fixed cost has no effect while the contract covers the work");
    order.perform(FINANCE, "authorise", AUTHORISE).perform("change-resource", with("resource", "BETA"));
    assertGoesOn(order);
    assertThat(order).hasAccrual("12000.00").hasLastEvent("change-resource");
  }

  @Test
  void an_estimate_under_a_contract_that_covers_it_says_so() {
    assertThat(given.anAcceptedOrder("resource", "GAMMA").perform("set-estimate", with("labour", 300)))
        .hasAccrual("0.00").saysInItsLastEvent("the estimate has no effect while the contract covers the work");
    assertThat(given.anAcceptedOrder("resource", "BETA").perform("set-estimate", with("labour", 300)).lastEvent()
        .summary()).doesNotContain("no effect");
  }

  @Test
  void delivery_behind_a_small_fixed_cost_is_authorised() {
    OrderUnderTest order = delivered(priced(given.aLoggedOrder(), 10), 50_000);
    assertWaits(order, "delivery charge 50,000.00 GBP (0.00 before), order may now cost up to 50,010.00, above 10,000.00");
    order.perform(FINANCE, "authorise", AUTHORISE).perform(MANAGER, "authorise", AUTHORISE);
    assertGoesOn(priced(order, 5));
    assertWaits(priced(order, 0),
        "calculated cost 50,120.00 GBP (5.00 before), above 10,000.00");
    assertThat(cost(order, "commitment")).isEqualTo("50120.00");
  }

  @Test
  void authorisation_covers_the_possible_total() {
    OrderUnderTest order = delivered(given.aLoggedOrder(), 11_000).perform(FINANCE, "authorise", AUTHORISE);
    assertThat(cost(order, "authorised")).isEqualTo("11120.00");
    assertGoesOn(priced(order, 120));
    assertWaits(priced(order, 121),
        "fixed cost 121.00 GBP (120.00 before), order may now cost up to 11,121.00, above 10,000.00");
  }

  @Test
  void a_remote_fix_is_authorised() {
    OrderUnderTest order = given.anAcceptedOrder("resource", "BETA")
        .perform("remote-fix", with("whatWasDone", "Reset", "cost", 15_000));
    assertWaits(order, "remote fix 15,000.00 GBP (0.00 before), above 10,000.00");
    assertThat(order).hasStatus("5.01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BETA", "GAMMA"})
  void parts_are_authorised_even_when_covered(String contractor) {
    OrderUnderTest order = given.anOrderOnSite("resource", contractor);
    stopped(order, 11_000);
    assertThat(order.present().authorisationLock()).hasValueSatisfying(lock ->
        assertThat(lock.subject()).startsWith("parts 11,000.00 GBP (0.00 before)").endsWith("above 10,000.00"));
  }

  @Test
  void going_back_to_a_calculated_cost_that_nobody_saw_is_authorised() {
    OrderUnderTest order = priced(given.anOrderOnSite("resource", "BETA"), 100).waits(Duration.ofHours(400));
    assertGoesOn(stopped(order, 0));
    assertWaits(priced(order, 0), "calculated cost 12,040.00 GBP (100.00 before), above 10,000.00");
    order.perform(FINANCE, "authorise", REFUSE);
    assertGoesOn(order);
    assertThat(order).hasAccrual("100.00");
  }

  @Test
  void amended_times_are_authorised() {
    OrderUnderTest order = stopped(given.anOrderOnSite("resource", "BETA"), 0);
    assertGoesOn(order);
    order.waits(Duration.ofHours(400)).perform("amend-start-stop-times", with(
        "visit", order.lastVisit().id().toString(), "start", order.lastVisit().startedAt().toString(),
        "stop", order.now(), "reason", "He forgot to ring"));
    assertWaits(order, "calculated cost 12,040.00 GBP (40.00 before), above 10,000.00");
  }

  @Test
  void a_contractor_without_cover_is_authorised_before_anybody_is_sent() {
    OrderUnderTest order = given.anOrderPendingAssign("resource", "GAMMA", "workType", "GAS");
    assertGoesOn(order);
    order.perform("change-resource", with("resource", "AUTO"));
    assertWaits(order, "change of resource 12,000.00 GBP (0.00 before), above 10,000.00");
    assertThat(order).hasStatus("1.00").isWaitingFor();
    assertThat(jdbc.sql("select count(*) from notification where order_number = ? and template = 'assign'")
        .param(order.number().value()).query(Integer.class).single()).isZero();
    order.perform(FINANCE, "authorise", AUTHORISE);
    assertThat(order).hasStatus("1.00").isWaitingFor("assign");
  }

  @Test
  void another_type_of_work_is_authorised() {
    OrderUnderTest order = given.aLoggedOrder().perform("edit-work-order", with("workType", "GAS"));
    assertWaits(order, "average order value 12,000.00 GBP (120.00 before), above 10,000.00");
  }

  @Test
  void an_order_is_logged_into_a_lock_where_its_average_is_above_the_limit() {
    OrderUnderTest order = given.anOrderPendingAssign("resource", "AUTO", "workType", "GAS");
    assertWaits(order, "average order value 12,000.00 GBP (0.00 before), above 10,000.00");
    assertThat(order).hasStatus("1.00").hasLastEvent("log-work-order");
    assertThat(order.perform(FINANCE, "authorise", REFUSE)).hasStatus("1.09");
    order.perform("reinstate", with("how", "to previous status", "authorisation", "re-enter"));
    assertWaits(order, "average order value 12,000.00 GBP (0.00 before), above 10,000.00");
  }

  @Test
  void a_visit_told_when_an_order_is_reinstated_is_authorised() {
    OrderUnderTest order = given.anOrderPendingAssign("resource", "BETA").perform("cancel-job", with());
    order.perform("reinstate", with("how", "with visit", "engineer", "Eve", "start", order.ago(Duration.ofHours(2)),
        "attending", 1, "stoppedAt", order.now(), "outcome", "completed", "partsCost", 11_000));
    assertWaits(order,
        "parts 11,000.00 GBP (0.00 before), order may now cost up to 11,100.00, above 10,000.00");
  }

  @Test
  void it_is_the_same_for_who_comes_by_the_engines_own_way_in() {
    OrderUnderTest order = given.anOrderInInvoiceProcess().recordFinalInvoice();
    order.complete(order.open("set-fixed-cost"), with("amount", 12_000.0, "sure", true));
    assertWaits(order, "fixed cost 12,000.00 GBP (40.00 before), above 10,000.00");
    assertThat(order.waits(Duration.ofDays(30))).as("its timers stand still").hasNotEnded();
    assertThat(order.perform(FINANCE, "authorise", AUTHORISE).timersFire()).hasEnded();
  }

  // What a refusal takes back

  @Test
  void refused_parts_are_not_expected_and_are_asked_about_again_with_the_next_change() {
    OrderUnderTest order = given.anOrderOnSite("resource", "BETA");
    order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "revisit required",
        "reasons", List.of("parts"), "partsCost", 11_000));
    assertThat(order.perform(FINANCE, "authorise", REFUSE)).hasStatus("4.01").hasAccrual("120.00")
        .hasLastEvent("authorise");
    assertGoesOn(order.perform("add-notes-public", with("text", "Told the resource")));
    order.perform("start-job-field-team", with("engineer", "Eve", "attending", 1));
    assertWaits(stopped(order, 0),
        "parts 11,000.00 GBP (0.00 before), order may now cost up to 11,080.00, above 10,000.00");
  }

  @Test
  void refused_delivery_leaves_what_was_agreed_before() {
    OrderUnderTest order = delivered(priced(given.anOrderOnSite(), 9_000), 900);
    assertWaits(delivered(order, 1_001),
        "delivery charge 1,001.00 GBP (900.00 before), order may now cost up to 10,001.00, above 10,000.00");
    order.perform(FINANCE, "authorise", but(REFUSE, "fallback", "none"));
    assertGoesOn(order);
    assertThat(order).hasAccrual("9000.00");
    assertThat(cost(order, "deliveryCharge")).isEqualTo("900.00");
  }

  @Test
  void bypassed_amount_is_not_asked_again() {
    OrderUnderTest order = priced(given.anOrderPendingAssign(), 12_500).perform(FINANCE, "authorise", REFUSE);
    order.perform(MANAGER, "reinstate", with("how", "to previous status", "authorisation", "bypass"));
    assertGoesOn(order.perform("add-notes-public", with("text", "Goes on")));
    assertThat(cost(order, "authorised")).isEqualTo("12500.00");
    assertWaits(priced(order, 12_501), "fixed cost 12,501.00 GBP (12,500.00 before), above 10,000.00");
  }
}
