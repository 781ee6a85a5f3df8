package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jobline.action.Agent;
import org.jobline.action.NotPermittedException;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.NotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Action × status, as domain/agent-actions.md has it for reactive orders. */
@HelpdeskTest
class OfferedActionsTest {

  private static final List<String> STATUSES = List.of(
      "0.03", "0.04", "0.05", "0.06", "0.09", "1.00", "1.01", "1.02", "1.03", "1.04", "1.09", "2.00", "3.00", "4.00", "4.01",
      "5.00", "5.01", "5.02");

  /** p: a prompt, o: on demand, -: not offered. Make CIS needs a contractor, so 0.03 and 0.04 are without. */
  private static final String TABLE = """
                                      0.03 0.04 0.05 0.06 0.09 1.00 1.01 1.02 1.03 1.04 1.09 2.00 3.00 4.00 4.01 5.00 5.01 5.02
      allocate-resource               p    p    p    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -
      batch-release                   -    -    -    p    -    -    -    -    -    -    -    -    -    -    -    -    -    -
      assign                          -    -    -    -    -    p    p    p    -    p    -    -    -    -    -    -    -    -
      no-answer                       -    -    -    -    -    o    o    o    o    o    -    -    -    -    -    -    -    -
      information                     o    o    o    o    -    o    o    o    o    o    -    o    o    o    o    -    -    -
      accept-job                      -    -    -    -    -    -    -    -    p    -    -    -    -    -    -    -    -    -
      resource-unable-to-accept       -    -    -    -    -    o    o    o    o    o    -    -    -    -    -    -    -    -
      change-resource                 -    -    -    -    -    o    o    o    o    o    -    o    -    -    -    -    -    -
      remote-fix                      -    -    -    -    -    o    o    o    o    o    -    o    -    -    -    -    -    -
      start-job-field-team            -    -    -    -    -    -    -    -    -    -    -    p    -    p    p    -    -    -
      start-job-admin                 -    -    -    -    -    -    -    -    -    -    -    o    -    o    o    -    -    -
      stop-job                        -    -    -    -    -    -    -    -    -    -    -    -    p    -    -    -    -    -
      stop-job-work-not-completed     -    -    -    -    -    -    -    -    -    -    -    -    o    o    o    -    -    -
      cancel-job                      o    o    o    o    -    o    o    o    o    o    -    o    -    -    -    -    -    -
      reinstate                       -    -    -    -    o    -    -    -    -    -    o    -    -    -    -    -    -    -
      recall-job                      -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    o    o    o
      add-notes-public                o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o
      add-notes-private               o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o
      request-eta                     -    -    -    -    -    -    -    -    -    -    -    o    -    o    o    -    -    -
      eta-provided                    -    -    -    -    -    -    -    -    -    -    -    o    -    o    o    -    -    -
      reference-provided              -    -    -    -    -    -    -    -    -    -    -    o    o    o    o    o    o    o
      set-fixed-cost                  o    o    o    o    -    o    o    o    o    o    -    o    o    o    o    o    o    -
      set-accrual-to-zero             -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    o    o    -
      link-create                     o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o
      link-existing                   o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o
      remove-link                     -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -
      buy-for-order                   o    o    o    o    -    o    o    o    o    o    -    o    o    o    o    o    o    -
      edit-work-order                 o    o    o    o    -    o    o    o    -    -    -    -    -    -    -    -    -    -
      change-details-caller           o    o    o    o    -    o    o    o    o    o    -    o    o    o    o    o    o    o
      change-details-reason           o    o    o    o    -    o    o    o    o    o    -    o    o    o    o    o    o    o
      change-details-mark-up          o    o    o    o    -    o    o    o    o    o    -    o    o    o    o    o    o    o
      change-details-capital-budget   o    o    o    o    -    o    o    o    o    o    -    o    o    o    o    o    o    o
      set-estimate                    o    o    o    o    -    o    o    o    o    o    -    o    o    o    o    -    -    -
      edit-delivery-charge            o    o    o    o    -    o    o    o    o    o    -    o    o    o    o    o    o    -
      amend-start-stop-times          -    -    -    -    -    -    -    -    -    -    -    -    o    o    o    o    o    o
      convert                         o    o    o    o    -    o    o    o    o    o    -    -    -    -    -    -    -    -
      meter-reading                   o    o    o    o    -    o    o    o    o    o    -    o    o    o    o    o    -    -
      edit-notifications              o    o    o    o    -    o    o    o    o    o    -    o    o    o    o    -    -    -
      provide-feedback                -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    o    o    o
      request-additional-engineers    -    -    -    -    -    -    -    -    -    -    -    o    o    o    o    -    -    -
      additional-engineers-decision   -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -
      authorise                       -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -
      answer-authorisation-question   -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -
      documents                       o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o
      work-order-documents            o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o    o
      certificates                    -    -    -    -    -    -    -    -    -    -    -    o    o    o    o    o    o    o
      make-cis                        -    -    o    -    -    o    o    o    o    o    -    o    o    o    o    o    o    -
      edit-staged-payments            -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -
      """;

  /** The same for finance, on orders without an invoice. */
  private static final String TABLE_OF_FINANCE = """
                                      0.03 0.04 0.05 0.06 0.09 1.00 1.01 1.02 1.03 1.04 1.09 2.00 3.00 4.00 4.01 5.00 5.01 5.02
      record-invoice                  -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    o    o    -
      resolve-invoice-mismatch        -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -
      unmark-final-invoice            -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -
      """;

  private static final Agent FINANCE = new Agent("fred", Set.of("finance"));
  private static final Agent MANAGER = new Agent("mary", Set.of("manager"));
  private static final Agent ADMIN = new Agent("adam", Set.of("admin"));
  private static final Agent OWNER = new Agent("olga", Set.of("process-owner"));

  private static final Map<String, List<String>> MARKS = marks(TABLE);
  private static final Map<String, List<String>> MARKS_OF_FINANCE = marks(TABLE_OF_FINANCE);

  private final Given given;

  OfferedActionsTest(Given given) {
    this.given = given;
  }

  private static Map<String, List<String>> marks(String table) {
    Map<String, List<String>> marks = new LinkedHashMap<>();
    table.lines().skip(1).map(row -> row.strip().split("\\s+"))
        .forEach(row -> marks.put(row[0], Arrays.asList(row).subList(1, row.length)));
    return marks;
  }

  static Stream<String> statuses() {
    return STATUSES.stream();
  }

  private static List<String> actions(String status, String marked) {
    return actions(MARKS, status, marked);
  }

  private static List<String> actions(Map<String, List<String>> marks, String status, String marked) {
    return marks.keySet().stream()
        .filter(action -> marked.contains(marks.get(action).get(STATUSES.indexOf(status))))
        .toList();
  }

  private static OrderUnderTest invoiced(OrderUnderTest order, Object... more) {
    return order.perform(FINANCE, "record-invoice", but(with("invoiceNumber", UUID.randomUUID().toString(),
        "dated", order.now().substring(0, 10), "net", 1, "vat", 0), more));
  }

  /** Only finance and administrators see these of the actions of finance. */
  private static void offersFinance(OrderUnderTest order, String... actions) {
    assertThat(order.offered(FINANCE)).containsExactlyInAnyOrder(actions);
    assertThat(order.offered(ADMIN)).filteredOn(MARKS_OF_FINANCE::containsKey).containsExactlyInAnyOrder(actions);
    List<Object> before = order.picture();
    for (Agent other : List.of(Given.AGENT, MANAGER, OWNER)) {
      assertThat(order.offered(other)).doesNotContainAnyElementsOf(MARKS_OF_FINANCE.keySet());
      for (String action : actions) {
        assertThatExceptionOfType(NotPermittedException.class).isThrownBy(() -> order.perform(other, action, Map.of()));
        assertThatExceptionOfType(NotPermittedException.class).isThrownBy(() -> order.open(other, action));
      }
    }
    assertThat(order.picture()).isEqualTo(before);
    MARKS_OF_FINANCE.keySet().stream().filter(action -> !List.of(actions).contains(action)).forEach(action -> {
      assertThat(order).refusesNow(action, () -> order.perform(FINANCE, action, Map.of()));
      assertThat(order).refusesNow(action, () -> order.open(FINANCE, action));
    });
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void an_order_offers_exactly_the_actions_of_its_status(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    assertThat(order).hasStatus(status);
    assertThat(order.offered()).containsExactlyInAnyOrderElementsOf(actions(status, "po"));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void an_order_waits_with_the_prompt_of_its_status(String status) {
    assertThat(given.anOrderIn(status)).isWaitingFor(actions(status, "p").toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void an_action_that_is_not_offered_is_refused_and_changes_nothing(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    actions(status, "-").forEach(action -> assertThat(order).refusesNow(action));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void an_action_that_is_not_offered_cannot_be_opened_either(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    actions(status, "-").forEach(action -> assertThat(order).refusesNow(action, () -> order.open(action)));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void an_agent_of_another_group_is_offered_nothing_and_refused_everything(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    List<Object> before = order.picture();
    assertThat(order.offered(OWNER)).isEmpty();
    actions(status, "po").forEach(action ->
        assertThatExceptionOfType(NotPermittedException.class)
            .isThrownBy(() -> order.perform(OWNER, action, Map.of())));
    assertThat(order.picture()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void finance_is_offered_exactly_its_actions_of_the_status(String status) {
    offersFinance(given.anOrderIn(status), actions(MARKS_OF_FINANCE, status, "po").toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.00", "5.01"})
  void finance_resolves_the_invoice_that_waits_before_it_records_another(String status) {
    offersFinance(invoiced(given.anOrderIn(status), "net", 5000), "resolve-invoice-mismatch");
    offersFinance(invoiced(given.anOrderIn(status), "net", 5000)
        .perform(FINANCE, "resolve-invoice-mismatch", with("decision", "accept")), "record-invoice");
  }

  @Test
  void finance_resolves_the_invoice_that_waits_wherever_the_order_has_gone() {
    OrderUnderTest order = invoiced(given.anOrderInInvoiceProcess(), "net", 5000);
    offersFinance(order.perform("recall-job", with("priority", "P2", "why", "cold again")), "resolve-invoice-mismatch");
  }

  @Test
  void finance_unmarks_a_final_invoice_before_it_records_another() {
    offersFinance(invoiced(given.anOrderInInvoiceProcess(), "isFinal", true), "unmark-final-invoice");
  }

  @Test
  void an_action_no_diagram_has_is_refused() {
    OrderUnderTest order = given.aLoggedOrder();
    List<Object> before = order.picture();
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> order.perform("make-coffee", Map.of())).withMessageContaining("make-coffee");
    assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> order.open("make-coffee"));
    assertThat(order.picture()).isEqualTo(before);
  }

  @Test
  void an_action_on_an_order_that_does_not_exist_is_refused() {
    OrderUnderTest order = given.order(new OrderNumber("R-999999"));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> order.perform("add-notes-public", Map.of("text", "a")));
    assertThatExceptionOfType(NotFoundException.class).isThrownBy(order::offered);
  }
}
