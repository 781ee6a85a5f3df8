package org.jobline.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.replay.Events.NOON;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jobline.order.OrderNumber;
import org.jobline.order.StatusCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Log events in the statuses of a purchasing order (domain/purchasing.md), which is for three pieces. */
class PurchaseMappingTest {

  private static final List<String> STATUSES = List.of(
      "0.49", "1.40", "1.42", "1.43", "1.49", "2.40", "3.40", "4.40", "5.40", "5.41", "5.42");

  private static LogEvent event(String what) {
    return new LogEvent(what, null, null, null, null, null, null, NOON);
  }

  /** Of what is received so far nothing was invoiced, unless the status says so. */
  private static PurchaseState order(String status, int ordered) {
    int accepted = switch (status.charAt(0)) {
      case '4' -> 1;
      case '5' -> ordered;
      default -> 0;
    };
    boolean isSettled = status.equals("5.42");
    return new PurchaseState(new OrderNumber("PO-100012"), new StatusCode(status), false,
        status.endsWith("9") ? NOON.plus(Duration.ofDays(1)) : null, 3, BigDecimal.valueOf(ordered),
        BigDecimal.valueOf(accepted), BigDecimal.valueOf(ordered - accepted), BigDecimal.valueOf(accepted),
        new BigDecimal("10.00"), BigDecimal.valueOf(isSettled ? 0 : accepted), isSettled, accepted, isSettled ? 1 : 0, 0);
  }

  private static List<String> actions(List<Step> plan) {
    return plan.stream().map(step -> step.action().value()).toList();
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(delimiter = '|', textBlock = """
      Create Purchase Order Item | 1.40 | po-submit
      SRM: Ordered               | 1.42 | po-submit
      Release Purchase Order     | 1.43 | add-notes-public
      SRM: Ordered               | 1.49 | po-reinstate po-submit
      Receive Order Confirmation | 1.40 | po-submit po-acknowledge
      Receive Order Confirmation | 1.43 | po-acknowledge
      Update Order Confirmation  | 2.40 | po-delivery-dates
      Update Order Confirmation  | 4.40 | po-delivery-dates
      Update Order Confirmation  | 5.40 | add-notes-public
      Change Quantity            | 1.40 | po-edit-items
      Change Price               | 2.40 | po-edit-items
      Change Quantity            | 4.40 | po-edit-items
      Change Price               | 3.40 | add-notes-public
      Change Quantity            | 5.41 | add-notes-public
      Record Goods Receipt       | 1.40 | po-submit po-receipt
      Record Service Entry Sheet | 1.43 | po-receipt
      Record Goods Receipt       | 2.40 | po-receipt
      Record Goods Receipt       | 4.40 | po-receipt
      Record Goods Receipt       | 5.40 | add-notes-public
      Record Goods Receipt       | 0.49 | po-reinstate po-submit po-receipt
      Cancel Goods Receipt       | 2.40 | add-notes-public
      Cancel Goods Receipt       | 4.40 | po-return-items
      Cancel Goods Receipt       | 5.42 | po-return-items
      Delete Purchase Order Item | 1.40 | po-cancel
      Delete Purchase Order Item | 2.40 | po-cancel
      Delete Purchase Order Item | 3.40 | po-remaining-not-required
      Delete Purchase Order Item | 4.40 | po-remaining-not-required
      Delete Purchase Order Item | 5.40 | add-notes-public
      Delete Purchase Order Item | 1.49 | add-notes-public
      Record Invoice Receipt     | 1.43 | add-notes-public
      Record Invoice Receipt     | 4.40 | po-record-invoice
      Clear Invoice              | 5.40 | po-record-invoice
      Clear Invoice              | 5.42 | add-notes-public
      Vendor creates debit memo  | 5.42 | add-notes-public
      Set Payment Block          | 1.49 | add-notes-public
      """)
  void event_stands_for_what_an_agent_would_do(String what, String status, String actions) {
    assertThat(actions(PurchaseMapping.plan(event(what), NOON, order(status, 3)))).containsExactly(actions.split(" "));
  }

  static Stream<String> statuses() {
    return STATUSES.stream();
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void what_is_over_gets_notes_only(String status) {
    PurchaseState open = order(status, 3);
    PurchaseState over = new PurchaseState(open.number(), open.status(), true, open.reinstatableUntil(), 3,
        open.ordered(), open.least(), open.open(), open.accepted(), open.price(), open.toInvoice(), false, 1, 0, 0);
    for (String what : List.of("SRM: Ordered", "Change Price", "Record Goods Receipt", "Clear Invoice")) {
      assertThat(actions(PurchaseMapping.plan(event(what), NOON, over))).containsExactly("add-notes-public");
    }
  }

  @Test
  void order_that_was_cancelled_too_long_ago_gets_notes_only() {
    assertThat(actions(PurchaseMapping.plan(event("Record Goods Receipt"), NOON.plus(Duration.ofDays(2)), order("1.49", 3))))
        .containsExactly("add-notes-public");
  }

  @Test
  void second_change_of_quantity_takes_the_first_one_back() {
    assertThat(lines(order("2.40", 3))).isEqualTo("1 4 10.00 -");
    assertThat(lines(order("2.40", 4))).isEqualTo("1 3 10.00 -");
    assertThat(PurchaseMapping.plan(event("Change Price"), NOON, order("2.40", 3)).get(0).fields())
        .containsEntry("lines", "1 3 10.01 -").containsEntry("reason", "Change Price");
    assertThat(PurchaseMapping.plan(event("Change Price"), NOON, order("1.40", 3)).get(0).fields())
        .doesNotContainKey("reason");
  }

  private static Object lines(PurchaseState order) {
    return PurchaseMapping.plan(event("Change Quantity"), NOON, order).get(0).fields().get("lines");
  }

  @Test
  void invoice_is_final_once_all_has_come() {
    assertThat(PurchaseMapping.plan(event("Record Invoice Receipt"), NOON, order("4.40", 3)).get(0).fields())
        .containsEntry("lines", "1 1 -").containsEntry("isFinal", false).containsEntry("dated", "2012-05-01")
        .containsEntry("number", "INV PO-100012/1");
    assertThat(PurchaseMapping.plan(event("Record Invoice Receipt"), NOON, order("5.40", 3)).get(0).fields())
        .containsEntry("lines", "1 3 -").containsEntry("isFinal", true);
  }
}
