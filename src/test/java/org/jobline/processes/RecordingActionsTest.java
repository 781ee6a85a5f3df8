package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jobline.action.Channel;
import org.jobline.action.Submission;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Actions that record something and leave the order where it is. */
@HelpdeskTest
class RecordingActionsTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Given given;

  RecordingActionsTest(Given given) {
    this.given = given;
  }

  /** Done in a status, it appends one event and leaves status and prompts alone. */
  private OrderUnderTest recorded(String status, String action, Map<String, Object> fields) {
    OrderUnderTest order = given.anOrderIn(status);
    List<String> prompts = order.prompts();
    int events = order.events().size();
    order.perform(action, fields);
    assertThat(order).hasStatus(status).isWaitingFor(prompts.toArray(String[]::new)).hasLastEvent(action);
    assertThat(order.events()).hasSize(events + 1);
    return order;
  }

  // Notes

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "0.09", "1.03", "3.00", "5.02"})
  void a_public_note_is_seen_in_the_timeline(String status) {
    OrderUnderTest order = recorded(status, "add-notes-public", with("text", "Dog on site <b>&'\" ü"));
    assertThat(order.lastEvent().isPrivate()).isFalse();
    assertThat(order.lastEvent().fields()).contains("Dog on site <b>&'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "0.09", "1.03", "3.00", "5.02"})
  void a_private_note_is_marked_in_the_timeline(String status) {
    OrderUnderTest order = recorded(status, "add-notes-private", with("text", "Difficult caller"));
    assertThat(order.lastEvent().isPrivate()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"add-notes-public", "add-notes-private"})
  void a_note_without_text_or_with_too_much_is_refused(String action) {
    assertThat(given.aLoggedOrder())
        .refuses(action, with(), "text")
        .refuses(action, with("text", " \n"), "text")
        .refuses(action, with("text", "x".repeat(4001)), "text")
        .refuses(action, with("text", "nul \0"), "text")
        .refuses(action, with("text", List.of("a")), "text")
        .refuses(action, with("text", "a", "html", "b"), "html");
  }

  @Test
  void a_note_of_4000_characters_is_taken() {
    recorded("0.03", "add-notes-public", with("text", "x".repeat(4000)));
  }

  @Test
  void a_private_note_is_taken_from_its_own_menu_only() {
    OrderUnderTest order = given.aLoggedOrder();
    assertThat(order).refuses(() -> order.perform(Given.AGENT, "add-notes-private",
        new Submission(with("text", "a"), Channel.CALL_IN, null)), "channel");
  }

  @Test
  void the_event_keeps_menu_and_caller() {
    OrderUnderTest order = given.aLoggedOrder().perform(Given.AGENT, "add-notes-public",
        new Submission(with("text", "Dog on site", "spokeTo", "Hannah"), Channel.CALL_IN, null));
    assertThat(order.lastEvent().channel()).isEqualTo("CALL_IN");
    assertThat(order.lastEvent().spokeTo()).isEqualTo("Hannah");
    assertThat(order.lastEvent().agent()).isEqualTo("agent");
  }

  // Request ETA, ETA Provided

  @ParameterizedTest
  @CsvSource({"2.00, phone", "4.00, e-mail", "4.01, phone"})
  void an_eta_can_be_asked_for(String status, String by) {
    assertThat(recorded(status, "request-eta", with("by", by)).present().etaRequestedAt()).isPresent();
  }

  @Test
  void asking_for_an_eta_in_no_known_way_is_refused() {
    assertThat(given.anAcceptedOrder())
        .refuses("request-eta", with(), "by")
        .refuses("request-eta", with("by", "pigeon"), "by")
        .refuses("request-eta", with("by", "phone", "spokeTo", "x".repeat(201)), "spokeTo")
        .refuses("request-eta", with("by", "phone", "eta", "2030-01-01T10:00"), "eta");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.00", "4.00", "4.01"})
  void an_eta_that_is_provided_stands_on_the_order(String status) {
    String eta = given.aLoggedOrder().in(HOUR);
    OrderUnderTest order = recorded(status, "eta-provided", with("eta", eta, "spokeTo", "Dispatch"));
    assertThat(order.present().eta()).contains(Instant.parse(eta));
    assertThat(order.present().etaRequestedAt()).isEmpty();
    assertThat(order.lastEvent().spokeTo()).isEqualTo("Dispatch");
  }

  @Test
  void an_eta_in_the_past_is_refused() {
    OrderUnderTest order = given.anAcceptedOrder();
    assertThat(order)
        .refuses("eta-provided", with(), "eta")
        .refuses("eta-provided", with("eta", order.ago(Duration.ofMinutes(2))), "eta")
        .refuses("eta-provided", with("eta", "2026-13-45T10:00"), "eta")
        .refuses("eta-provided", with("eta", order.in(HOUR), "notes", "x".repeat(4001)), "notes");
  }

  // Reference Provided

  @ParameterizedTest
  @ValueSource(strings = {"2.00", "3.00", "4.01", "5.00", "5.01", "5.02"})
  void the_reference_of_the_contractor_is_stored(String status) {
    OrderUnderTest order = recorded(status, "reference-provided", with("reference", " A-80 "));
    assertThat(order.present().contractorReference()).isEqualTo("A-80");
  }

  @Test
  void no_reference_or_too_long_a_one_is_refused() {
    assertThat(given.anAcceptedOrder())
        .refuses("reference-provided", with(), "reference")
        .refuses("reference-provided", with("reference", ""), "reference")
        .refuses("reference-provided", with("reference", "x".repeat(101)), "reference")
        .refuses("reference-provided", with("reference", false), "reference");
  }

  // Set Fixed Cost

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "1.00", "1.03", "2.00", "3.00", "4.01", "5.00", "5.01"})
  void a_fixed_cost_takes_the_place_of_what_was_expected(String status) {
    assertThat(recorded(status, "set-fixed-cost", with("amount", 250.1, "details", "as agreed"))).hasAccrual("250.10");
  }

  @Test
  void a_fixed_cost_of_zero_goes_back_to_the_calculated_cost() {
    OrderUnderTest order = given.anOrderInInvoiceProcess().perform("set-fixed-cost", with("amount", 250));
    assertThat(order.perform("set-fixed-cost", with("amount", 0))).hasAccrual("40.00").hasStatus("5.01");
  }

  @Test
  void the_event_of_a_change_of_cost_says_the_old_and_the_new_value() {
    OrderUnderTest order = given.aLoggedOrder().perform("set-fixed-cost", with("amount", 250));
    assertThat(order.lastEvent().fields()).contains("\"accrual\":{\"from\":120.00,\"to\":250.00}");
  }

  @Test
  void an_order_with_a_fixed_cost_is_to_be_invoiced_when_it_is_completed() {
    OrderUnderTest order = given.anOrderOnSite().perform("set-fixed-cost", with("amount", 250));
    order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"));
    assertThat(order).hasStatus("5.01").hasAccrual("250.00");
  }

  @Test
  void a_high_fixed_cost_asks_whether_the_agent_is_sure() {
    OrderUnderTest order = given.aLoggedOrder();
    assertThat(order)
        .refuses("set-fixed-cost", with("amount", 10000), "sure")
        .refuses("set-fixed-cost", with("amount", 10000, "sure", false), "sure");
    assertThat(order.perform("set-fixed-cost", with("amount", 9999.99))).hasAccrual("9999.99");
    assertThat(order.perform("set-fixed-cost", with("amount", 10000, "sure", true))).hasAccrual("10000");
  }

  @Test
  void a_fixed_cost_that_is_no_amount_is_refused() {
    OrderUnderTest order = given.aLoggedOrder();
    for (Object wrong : List.of(-0.01, 1e7, 0.001, "a lot", "12,50", true, Double.NaN, List.of(1), "1e400000000")) {
      assertThat(order).refuses("set-fixed-cost", with("amount", wrong), "amount");
    }
    assertThat(order)
        .refuses("set-fixed-cost", with(), "amount")
        .refuses("set-fixed-cost", with("amount", 1, "details", "x".repeat(4001)), "details")
        .refuses("set-fixed-cost", with("amount", 1, "currency", "EUR"), "currency");
  }

  // Make CIS

  @ParameterizedTest
  @CsvSource({"1.00", "1.03", "3.00"})
  void an_order_of_a_registered_contractor_can_be_made_cis_work(String status) {
    OrderUnderTest order = switch (status) {
      case "1.00" -> given.anOrderPendingAssign("resource", "CISCO");
      case "1.03" -> given.anAssignedOrder("resource", "CISCO");
      default -> given.anOrderOnSite("resource", "CISCO");
    };
    order.perform("make-cis", with("confirm", true));
    assertThat(order).hasStatus(status).hasLastEvent("make-cis");
    assertThat(order.present().isCis()).isTrue();
  }

  @Test
  void an_order_of_a_contractor_not_registered_cannot_be_made_cis_work() {
    assertThat(given.anOrderPendingAssign()).refuses("make-cis", with("confirm", true), "confirm");
  }

  @Test
  void cis_work_cannot_be_made_cis_work_again() {
    OrderUnderTest order = given.anOrderPendingAssign("resource", "CISCO").perform("make-cis", with("confirm", true));
    assertThat(order).refuses("make-cis", with("confirm", true), "confirm");
  }

  @Test
  void the_cis_mark_can_be_taken_off_again() {
    OrderUnderTest order = given.anOrderPendingAssign("resource", "CISCO").perform("make-cis", with("confirm", true));
    order.perform("make-cis", with("confirm", true, "remove", true));
    assertThat(order.present().isCis()).isFalse();
    assertThat(order).refuses("make-cis", with("confirm", true, "remove", true), "confirm");
  }

  @Test
  void making_an_order_cis_work_without_confirming_it_is_refused() {
    Map<String, Object> confirmed = with("confirm", true);
    assertThat(given.anOrderPendingAssign("resource", "CISCO"))
        .refuses("make-cis", with(), "confirm")
        .refuses("make-cis", but(confirmed, "confirm", false), "confirm")
        .refuses("make-cis", but(confirmed, "confirm", "sure"), "confirm")
        .refuses("make-cis", but(confirmed, "notes", "x".repeat(4001)), "notes");
  }

  // Documents

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "1.09", "3.00", "5.02"})
  void a_document_can_be_filed_in_every_status(String status) {
    OrderUnderTest order = given.anOrderIn(status).file("Photograph");
    assertThat(order).hasStatus(status).hasLastEvent("documents");
  }
}
