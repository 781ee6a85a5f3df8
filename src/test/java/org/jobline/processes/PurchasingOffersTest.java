package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;
import static org.jobline.fixture.Purchases.FINANCE;
import static org.jobline.fixture.Purchases.invoice;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.action.ActionService;
import org.jobline.action.Agent;
import org.jobline.action.AvailableAction;
import org.jobline.action.Channel;
import org.jobline.action.NotPermittedException;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.Purchases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Action × status of purchasing orders, as domain/purchasing.md has it. */
@HelpdeskTest
class PurchasingOffersTest {

  /**
   * p: a prompt, o: on demand, -: not offered. What depends on more than the status is as on an order that went the
   * shortest way: nothing is marked as not required, no invoice is held, and the final one is recorded last.
   */
  private static final String TABLE = """
                                  menu         0.44 0.49 1.40 1.42 1.43 1.49 2.40 3.40 4.40 5.40 5.41 5.42
      po-choose-supplier          Agent        p    -    -    -    -    -    -    -    -    -    -    -
      po-submit                   Agent,Out    -    -    p    p    -    -    -    -    -    -    -    -
      po-no-answer                Out          -    -    o    o    o    -    -    -    -    -    -    -
      po-acknowledge              Agent,In     -    -    -    -    p    -    -    -    -    -    -    -
      po-delivery-dates           Agent,In     -    -    -    -    -    -    o    o    o    -    -    -
      po-dispatched               Agent,In     -    -    -    -    -    -    p    -    o    -    -    -
      po-receipt                  Agent,In     -    -    -    -    o    -    o    p    p    -    -    -
      po-return-items             Agent,In     -    -    -    -    -    -    -    -    o    o    o    o
      po-remaining-not-required   Agent        -    -    -    -    o    -    o    o    o    -    -    -
      po-required-again           Agent        -    -    -    -    -    -    -    -    -    -    -    -
      po-undo-delivery            Agent        -    -    -    -    -    -    -    o    o    o    o    o
      po-edit-items               Agent        o    -    o    o    o    -    o    -    o    -    -    -
      po-edit-delivery-charge     Agent        o    -    o    o    o    -    o    o    o    o    o    -
      po-cancel                   Agent,In,Out o    -    o    o    o    -    o    -    -    -    -    -
      po-reinstate                Agent        -    o    -    -    -    o    -    -    -    -    -    -
      link-existing               Agent        o    o    o    o    o    o    o    o    o    o    o    o
      remove-link                 Agent,In,Out -    -    -    -    -    -    -    -    -    -    -    -
      add-notes-public            Agent,In,Out o    o    o    o    o    o    o    o    o    o    o    o
      add-notes-private           Agent        o    o    o    o    o    o    o    o    o    o    o    o
      documents                   Agent,In     o    o    o    o    o    o    o    o    o    o    o    o
      work-order-documents        Agent        o    o    o    o    o    o    o    o    o    o    o    o
      certificates                Agent,In     -    -    -    -    -    -    o    o    o    o    o    o
      edit-notifications          Agent        o    -    o    o    o    -    o    o    o    -    -    -
      change-details-caller       Agent        o    -    o    o    o    -    o    o    o    o    o    o
      """;

  private static final String TABLE_OF_FINANCE = """
                                  menu         0.44 0.49 1.40 1.42 1.43 1.49 2.40 3.40 4.40 5.40 5.41 5.42
      po-record-invoice           Agent        -    -    -    -    -    -    -    -    o    o    o    o
      po-resolve-mismatch         Agent        -    -    -    -    -    -    -    -    -    -    -    -
      po-unmark-final-invoice     Agent        -    -    -    -    -    -    -    -    -    -    -    o
      """;

  private static final Agent MANAGER = new Agent("mary", Set.of("manager"));
  private static final Agent ADMIN = new Agent("adam", Set.of("admin"));
  private static final Agent OWNER = new Agent("olga", Set.of("process-owner"));

  private static final List<String> STATUSES =
      List.of(TABLE.lines().findFirst().orElseThrow().strip().split("\\s+")).subList(1, 13);
  private static final Map<String, List<String>> ROWS = rows(TABLE);
  private static final Map<String, List<String>> ROWS_OF_FINANCE = rows(TABLE_OF_FINANCE);

  private final ActionService actions;
  private final Purchases purchases;

  PurchasingOffersTest(Given given, ApiClient api, JdbcClient jdbc, ActionService actions) {
    this.actions = actions;
    this.purchases = new Purchases(given, api, jdbc);
  }

  private static Map<String, List<String>> rows(String table) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    table.lines().skip(1).map(row -> row.strip().split("\\s+"))
        .forEach(row -> rows.put(row[0], Arrays.asList(row).subList(1, row.length)));
    return rows;
  }

  static Stream<String> statuses() {
    return STATUSES.stream();
  }

  private static List<String> marked(Map<String, List<String>> rows, String status, String marks) {
    return rows.keySet().stream()
        .filter(action -> marks.contains(rows.get(action).get(1 + STATUSES.indexOf(status)))).toList();
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void order_offers_exactly_the_actions_of_its_status_in_their_menus(String status) {
    OrderUnderTest order = purchases.anOrderIn(status);
    assertThat(order).hasStatus(status).isWaitingFor(marked(ROWS, status, "p").toArray(String[]::new));
    List<AvailableAction> offered = actions.offered(Given.AGENT, order.number());
    assertThat(offered).extracting(AvailableAction::key)
        .containsExactlyInAnyOrderElementsOf(marked(ROWS, status, "po"));
    assertThat(offered).allSatisfy(action ->
        assertThat(action.menus().stream().map(Channel::menu).collect(Collectors.joining(","))).as(action.key())
            .isEqualTo(ROWS.get(action.key()).get(0)));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void what_is_not_offered_is_neither_done_nor_opened_and_changes_nothing(String status) {
    OrderUnderTest order = purchases.anOrderIn(status);
    List<Object> before = purchases.picture(order);
    marked(ROWS, status, "-").forEach(action -> {
      assertThat(order).refusesNow(action);
      assertThat(order).refusesNow(action, () -> order.open(action));
    });
    marked(ROWS_OF_FINANCE, status, "-").forEach(action -> {
      assertThat(order).refusesNow(action, () -> order.perform(FINANCE, action, Map.of()));
      assertThat(order).refusesNow(action, () -> order.open(FINANCE, action));
    });
    assertThat(purchases.picture(order)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void finance_records_invoices_and_does_nothing_else(String status) {
    OrderUnderTest order = purchases.anOrderIn(status);
    assertThat(order.offered(FINANCE))
        .containsExactlyInAnyOrderElementsOf(marked(ROWS_OF_FINANCE, status, "po"));
    List<Object> before = purchases.picture(order);
    marked(ROWS, status, "po").forEach(action -> refusesTo(FINANCE, order, action));
    marked(ROWS_OF_FINANCE, status, "po").forEach(action ->
        List.of(Given.AGENT, MANAGER, OWNER).forEach(other -> refusesTo(other, order, action)));
    assertThat(purchases.picture(order)).isEqualTo(before);
  }

  private static void refusesTo(Agent agent, OrderUnderTest order, String action) {
    assertThatExceptionOfType(NotPermittedException.class).as("%s by %s", action, agent.name())
        .isThrownBy(() -> order.perform(agent, action, Map.of()))
        .withMessageStartingWith(agent.name() + " can't do ").withMessageEndingWith(" only.");
    assertThatExceptionOfType(NotPermittedException.class).isThrownBy(() -> order.open(agent, action));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void managers_reinstate_and_administrators_do_everything_and_process_owners_nothing(String status) {
    OrderUnderTest order = purchases.anOrderIn(status);
    assertThat(order.offered(OWNER)).isEmpty();
    assertThat(order.offered(MANAGER)).filteredOn(action -> action.startsWith("po-"))
        .isEqualTo(marked(ROWS, status, "o").stream().filter("po-reinstate"::equals).toList());
    assertThat(order.offered(ADMIN)).filteredOn(action -> action.startsWith("po-")).containsExactlyInAnyOrderElementsOf(
        Stream.concat(marked(ROWS, status, "po").stream(), marked(ROWS_OF_FINANCE, status, "po").stream())
            .filter(action -> action.startsWith("po-")).toList());
  }

  @Test
  void what_was_marked_as_not_required_is_required_again_while_nothing_is_settled() {
    OrderUnderTest order = Purchases.receive(purchases.acknowledged(), "DN-1", "1 100 - - -");
    assertThat(order).doesNotOffer("po-required-again");
    order.perform("po-remaining-not-required", with("which", "some", "lines", "2 yes", "reason", "shop closes"));
    assertThat(order).hasStatus("4.40").offers("po-required-again");
    order.perform("po-remaining-not-required", with("which", "all", "reason", "shop closes"));
    assertThat(order).hasStatus("5.40").offers("po-required-again");
  }

  @Test
  void invoice_that_is_held_is_resolved_wherever_the_order_stands() {
    OrderUnderTest delivered = invoice(purchases.delivered(), "vat", 7);
    assertThat(delivered).hasStatus("5.41");
    assertThat(delivered.offered(FINANCE)).containsExactlyInAnyOrder("po-record-invoice", "po-resolve-mismatch");
    OrderUnderTest partly = invoice(purchases.partlyDelivered(), "vat", 7);
    assertThat(partly).hasStatus("4.40");
    assertThat(partly.offered(FINANCE)).containsExactlyInAnyOrder("po-record-invoice", "po-resolve-mismatch");
  }
}
