package org.jobline.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jobline.purchasing.Bought.KILO;
import static org.jobline.purchasing.Bought.NOW;
import static org.jobline.purchasing.Bought.PACK_OF_96;
import static org.jobline.purchasing.Bought.PIECE;
import static org.jobline.purchasing.Bought.TODAY;
import static org.jobline.purchasing.Bought.back;
import static org.jobline.purchasing.Bought.byTotal;
import static org.jobline.purchasing.Bought.change;
import static org.jobline.purchasing.Bought.credit;
import static org.jobline.purchasing.Bought.details;
import static org.jobline.purchasing.Bought.dispatch;
import static org.jobline.purchasing.Bought.exact;
import static org.jobline.purchasing.Bought.finalInvoice;
import static org.jobline.purchasing.Bought.forCredit;
import static org.jobline.purchasing.Bought.forReplacement;
import static org.jobline.purchasing.Bought.inFull;
import static org.jobline.purchasing.Bought.invoice;
import static org.jobline.purchasing.Bought.keeping;
import static org.jobline.purchasing.Bought.line;
import static org.jobline.purchasing.Bought.logged;
import static org.jobline.purchasing.Bought.notRequired;
import static org.jobline.purchasing.Bought.receipt;
import static org.jobline.purchasing.Bought.returning;
import static org.jobline.purchasing.Bought.submitted;
import static org.jobline.purchasing.Bought.undo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.purchasing.AcknowledgeOrder.RefusedLine;
import org.jobline.purchasing.PurchaseInvoice.State;
import org.junit.jupiter.api.Test;

/** What domain/purchasing.md says of orders and lines, an example each. */
class PurchaseOrderTest {

  private static PurchaseLine first(PurchaseOrder order) {
    return order.line(1).orElseThrow();
  }

  private static void refused(String field, String words, ThrowingCallable doing) {
    assertThatExceptionOfType(InvalidFieldsException.class).isThrownBy(doing)
        .satisfies(wrong -> assertThat(wrong.errors()).anySatisfy(error -> {
          assertThat(error.field()).isEqualTo(field);
          assertThat(error.message()).contains(words);
        }));
  }

  private static PurchaseOrder tenPieces() {
    return submitted(line(PIECE, "10", "2.50"));
  }

  private static PurchaseOrder tenDelivered() {
    PurchaseOrder order = tenPieces();
    order.receive(inFull("DN-1"), NOW);
    return order;
  }

  private static PurchaseOrder tenPaid() {
    PurchaseOrder order = tenDelivered();
    order.invoice(finalInvoice("INV-1", "10", "2.50", "5.00"), NOW);
    return order;
  }

  // Create, edit, submit

  @Test
  void order_needs_a_line_and_no_date_of_yesterday() {
    refused("lines", "At least one line", () -> logged());
    refused("lines", "Line 1: enter a quantity above 0", () -> logged(line(PIECE, "0", "1.00")));
    refused("lines", "Line 1: enter a quantity above 0", () -> logged(line(KILO, "0.0001", "1.00")));
    refused("lines", "Line 1: enter a price of 0 or more", () -> logged(line(PIECE, "1", "-0.01")));
    refused("lines", "Line 2: enter a price", () -> logged(line(PIECE, "1", "1"), line(PIECE, "1", "1.001")));
    NewPurchaseOrder late = new NewPurchaseOrder(details(PurchaseTerms.NONE).ofEveryOrder(), null, PurchaseTerms.NONE,
        "GBP", null, TODAY.minusDays(1), null, null, List.of(line(PIECE, "1", "1.00")));
    refused("requestedDate", "can't be in the past", () -> logged(late));
  }

  @Test
  void free_text_is_bought_only_where_the_client_allows_it() {
    PurchaseTerms catalogueOnly = new PurchaseTerms(BigDecimal.ZERO, null, BigDecimal.ZERO, BigDecimal.ZERO, false);
    NewLine freeText = new NewLine(null, "A thing", PIECE, exact("1"), exact("1.00"), exact("20"), null, null);
    refused("lines", "pick a part from the catalogue", () -> logged(details(catalogueOnly, freeText)));
    assertThat(logged(freeText).lines()).hasSize(1);
  }

  @Test
  void order_is_submitted_once_it_has_a_supplier_and_by_phone_to_somebody() {
    NewPurchaseOrder nobody = new NewPurchaseOrder(details(PurchaseTerms.NONE).ofEveryOrder(), null,
        PurchaseTerms.NONE, "GBP", null, null, null, null, List.of(line(PIECE, "1", "1.00")));
    PurchaseOrder order = logged(nobody);
    SubmitOrder byPhone = new SubmitOrder(SubmitOrder.How.BY_PHONE, null, "S-1");
    refused("supplier", "Choose a supplier", () -> order.submit(byPhone, NOW));
    order.chooseSupplier("SCREWFIX", PurchaseTerms.NONE);
    refused("spokeTo", "Spoke to is required", () -> order.submit(byPhone, NOW));
    order.submit(new SubmitOrder(SubmitOrder.How.BY_PHONE, "Sue", "S-1"), NOW);
    assertThat(order.sheetVersion()).isEqualTo(1);
    assertThat(order.supplierReference()).contains("S-1");
    refused("supplier", "can't be changed", () -> order.chooseSupplier("OTHER", PurchaseTerms.NONE));
  }

  @Test
  void supplier_who_does_not_answer_is_tried_again_in_a_quarter_of_an_hour() {
    PurchaseOrder order = tenPieces();
    order.noAnswer(Duration.ofMinutes(15), NOW);
    assertThat(order.contactAttempts()).isEqualTo(1);
    assertThat(order.nextAttemptAt()).contains(NOW.at().plus(Duration.ofMinutes(15)));
    order.submit(new SubmitOrder(SubmitOrder.How.BY_EMAIL, null, null), NOW);
    assertThat(order.nextAttemptAt()).isEmpty();
    assertThat(order.sheetVersion()).isEqualTo(1);
  }

  @Test
  void amended_order_has_a_reason_and_a_new_version_of_its_sheet() {
    PurchaseOrder order = tenPieces();
    EditLines silent = new EditLines(null, List.of(line(PIECE, "3", "1.00")), List.of(), List.of());
    refused("reason", "Reason is required", () -> order.edit(silent, NOW));
    order.edit(new EditLines("forgot some", silent.added(), List.of(), List.of()), NOW);
    assertThat(order.sheetVersion()).isEqualTo(2);
    assertThat(order.totals().goods()).hasToString("28.00 GBP");
    refused("lines", "haven't changed anything", () -> order.edit(change(1, "10", "2.50"), NOW));
    refused("lines", "no line 9", () -> order.edit(change(9, "10", "2.50"), NOW));
  }

  @Test
  void editing_never_goes_below_what_was_received_is_not_required_or_went_back() {
    PurchaseOrder order = tenPieces();
    order.receive(receipt("DN-1", "6"), NOW);
    order.sendBack(forCredit("2"), NOW);
    refused("lines", "at least 6 pieces", () -> order.edit(change(1, "5", "2.50"), NOW));
    order.edit(change(1, "6", "2.50"), NOW);
    assertThat(order.deliveryState()).isEqualTo(DeliveryState.FULLY_DELIVERED);
    assertThat(order.totals().goods()).hasToString("10.00 GBP");
  }

  @Test
  void line_that_deliveries_name_is_not_removed() {
    PurchaseOrder order = submitted(line(PIECE, "10", "2.50"), line(PIECE, "1", "1.00"));
    order.receive(receipt("DN-1", "6"), NOW);
    refused("lines", "Line 1: it has deliveries",
        () -> order.edit(new EditLines("no", List.of(), List.of(), List.of(1)), NOW));
    order.edit(new EditLines("no", List.of(), List.of(), List.of(2)), NOW);
    order.edit(new EditLines("yes", List.of(line(PIECE, "1", "1.00")), List.of(), List.of()), NOW);
    assertThat(order.lines()).extracting(PurchaseLine::position).containsExactly(1, 3);
  }

  @Test
  void last_line_is_not_removed() {
    PurchaseOrder order = logged(line(PIECE, "10", "2.50"));
    refused("lines", "At least one line", () ->
        order.edit(new EditLines(null, List.of(), List.of(), List.of(1)), NOW));
  }

  // Acknowledge, dates, dispatch

  @Test
  void lines_the_supplier_refuses_are_no_longer_required() {
    PurchaseOrder order = submitted(line(PIECE, "10", "2.50"), line(PIECE, "1", "1.00"));
    order.acknowledge(new AcknowledgeOrder("S-9", TODAY.plusDays(8), List.of(),
        List.of(new RefusedLine(2, "discontinued"))), NOW);
    assertThat(order.supplierReference()).contains("S-9");
    assertThat(order.line(2).orElseThrow().notRequired()).hasToString("1 piece");
    assertThat(order.line(2).orElseThrow().promisedOn()).isEmpty();
    assertThat(order.lateLines()).extracting(PurchaseLine::position).containsExactly(1);
    refused("supplierReference", "already acknowledged",
        () -> order.acknowledge(new AcknowledgeOrder(null, null, List.of(), List.of()), NOW));
  }

  @Test
  void delivery_dates_are_of_open_lines_and_of_days_to_come() {
    PurchaseOrder order = submitted(line(PIECE, "10", "2.50"), line(PIECE, "1", "1.00"));
    order.receive(receipt("DN-1", "0", "1"), NOW);
    refused("deliveryDate", "can't be in the past", () ->
        order.provideDeliveryDates(new ProvideDeliveryDates(TODAY.minusDays(1), List.of()), NOW));
    refused("lines", "Line 2: nothing is open", () -> order.provideDeliveryDates(
        new ProvideDeliveryDates(null, List.of(new PromisedLine(2, TODAY))), NOW));
    order.provideDeliveryDates(new ProvideDeliveryDates(TODAY.plusDays(7), List.of()), NOW);
    assertThat(order.lateLines()).isEmpty();
    assertThat(first(order).promisedOn()).contains(TODAY.plusDays(7));
  }

  @Test
  void no_more_is_dispatched_than_is_open_and_not_on_its_way() {
    PurchaseOrder order = tenPieces();
    order.dispatch(dispatch("6"), NOW);
    refused("lines", "no more than 4 pieces", () -> order.dispatch(dispatch("5"), NOW));
    order.dispatch(new DispatchItems(TODAY, List.of(), null, null, null), NOW);
    assertThat(first(order).quantities().notDispatched()).isZero();
    refused("lines", "already on its way",
        () -> order.dispatch(new DispatchItems(TODAY, List.of(), null, null, null), NOW));
    assertThat(order.deliveryState()).isEqualTo(DeliveryState.NOTHING_RECEIVED);
  }

  @Test
  void every_dispatched_line_needs_a_date_that_has_come() {
    PurchaseOrder order = tenPieces();
    refused("dispatchDate", "Line 1: enter the dispatch date",
        () -> order.dispatch(new DispatchItems(null, List.of(), null, null, null), NOW));
    refused("dispatchDate", "can't be in the future",
        () -> order.dispatch(new DispatchItems(TODAY.plusDays(1), List.of(), null, null, null), NOW));
  }

  // Receipts

  @Test
  void goods_are_receipted_though_nobody_acknowledged_or_dispatched_them() {
    PurchaseOrder order = tenPieces();
    order.receive(receipt("DN-1", "4"), NOW);
    assertThat(order.deliveryState()).isEqualTo(DeliveryState.PARTLY_DELIVERED);
    assertThat(order.percentArrived()).isEqualTo(40);
    Movement rest = order.receive(receipt("DN-2", "6"), NOW);
    assertThat(rest.number()).isEqualTo("PO-100012/R2");
    assertThat(order.deliveryState()).isEqualTo(DeliveryState.FULLY_DELIVERED);
    assertThat(order.percentArrived()).isEqualTo(100);
  }

  @Test
  void receipt_needs_a_delivery_note_and_something_received() {
    PurchaseOrder order = tenPieces();
    refused("deliveryNote", "Delivery note is required", () -> order.receive(receipt(" ", "4"), NOW));
    refused("deliveryNote", "letters or digits", () -> order.receive(receipt("--", "4"), NOW));
    refused("lines", "at least one line", () -> order.receive(receipt("DN-1", "0"), NOW));
    refused("lines", "Line 1: enter whole pieces", () -> order.receive(receipt("DN-1", "1.5"), NOW));
    refused("lines", "Line 1: enter whole pieces", () -> order.receive(receipt("DN-1", "-1"), NOW));
    refused("order", "Submit the order", () -> logged(line(PIECE, "1", "1")).receive(receipt("DN-1", "1"), NOW));
  }

  @Test
  void one_more_than_the_rest_is_refused_until_it_is_kept_or_returned() {
    PurchaseOrder order = tenPieces();
    order.receive(receipt("DN-1", "7"), NOW);
    refused("lines", "Line 1: 1 piece more than the 3 pieces still open. Keep them, or enter them as returned.",
        () -> order.receive(receipt("DN-2", "4"), NOW));
    order.receive(returning("DN-2", "4", back("1")), NOW);
    assertThat(first(order).received()).hasToString("11 pieces");
    assertThat(first(order).returned()).hasToString("1 piece");
    assertThat(order.deliveryState()).isEqualTo(DeliveryState.FULLY_DELIVERED);
    assertThat(order.isCreditExpected()).isFalse();
  }

  @Test
  void kept_surplus_is_ordered_and_costs() {
    PurchaseOrder order = tenPieces();
    order.receive(keeping("DN-1", "12"), NOW);
    assertThat(first(order).ordered()).hasToString("12 pieces");
    assertThat(order.totals().goods()).hasToString("30.00 GBP");
    assertThat(order.isAnyLineOpen()).isFalse();
  }

  @Test
  void tolerance_is_judged_exactly_on_all_that_was_ever_kept() {
    PurchaseOrder none = submitted(line(KILO, "100", "1.00"));
    assertThat(none.needsFinance(receipt("DN-1", "100"))).isFalse();
    assertThat(none.needsFinance(keeping("DN-1", "100.002"))).isTrue();
    PurchaseOrder five = submitted(line(KILO, "100", "1.00", "5"));
    assertThat(five.needsFinance(keeping("DN-1", "105"))).isFalse();
    assertThat(five.needsFinance(keeping("DN-1", "105.001"))).isTrue();
    five.receive(keeping("DN-1", "103"), NOW);
    assertThat(five.needsFinance(keeping("DN-2", "2"))).isFalse();
    assertThat(five.needsFinance(keeping("DN-2", "2.001"))).isTrue();
  }

  @Test
  void delivery_note_is_receipted_once_however_it_is_written() {
    PurchaseOrder order = tenPieces();
    order.receive(receipt("DN 00-17a", "4"), NOW);
    refused("deliveryNote", "already receipted as PO-100012/R1", () -> order.receive(receipt("dn0017A", "4"), NOW));
    order.undo(undo("PO-100012/R1"), NOW);
    order.receive(receipt("dn0017A", "5"), NOW);
    assertThat(first(order).accepted()).hasToString("5 pieces");
  }

  @Test
  void agent_who_has_not_seen_the_last_receipt_is_told() {
    PurchaseOrder order = tenPieces();
    order.receive(receipt("DN-1", "4"), NOW);
    ReceiptOfItems blind = new ReceiptOfItems("DN-2", true, List.of(), List.of(), 0);
    assertThatExceptionOfType(RecordedMeanwhileException.class).isThrownBy(() -> order.receive(blind, NOW))
        .withMessageContaining("agent recorded PO-100012/R1");
    order.receive(new ReceiptOfItems("DN-2", true, List.of(), List.of(), order.documents()), NOW);
    assertThat(order.isAnyLineOpen()).isFalse();
  }

  @Test
  void pieces_of_a_pack_add_up_to_packs() {
    PurchaseOrder order = submitted(line(PACK_OF_96, "2", "9.99"));
    order.receive(receipt("DN-1", "144"), NOW);
    assertThat(first(order).accepted().inUnits()).isEqualByComparingTo("1.5");
    order.receive(receipt("DN-2", "48"), NOW);
    assertThat(first(order).accepted().inUnits()).isEqualByComparingTo("2");
    assertThat(order.isAnyLineOpen()).isFalse();
    assertThat(order.totals().goods()).hasToString("19.98 GBP");
  }

  // Returns

  @Test
  void what_is_replaced_is_open_again_also_after_full_delivery_and_the_invoice() {
    PurchaseOrder order = tenPaid();
    assertThat(order.isSettled()).isTrue();
    order.sendBack(forReplacement("3"), NOW);
    assertThat(order.deliveryState()).isEqualTo(DeliveryState.PARTLY_DELIVERED);
    assertThat(first(order).open()).hasToString("3 pieces");
    order.receive(inFull("DN-2"), NOW);
    assertThat(order.deliveryState()).isEqualTo(DeliveryState.FULLY_DELIVERED);
    assertThat(order.isSettled()).isTrue();
    assertThat(order.totals().goods()).hasToString("25.00 GBP");
  }

  @Test
  void what_is_not_replaced_lowers_the_cost_and_is_credited_once() {
    PurchaseOrder order = tenPaid();
    Movement back = order.sendBack(forCredit("3"), NOW);
    assertThat(order.totals().goods()).hasToString("17.50 GBP");
    assertThat(order.deliveryState()).isEqualTo(DeliveryState.FULLY_DELIVERED);
    assertThat(order.isCreditExpected()).isTrue();
    assertThat(order.isSettled()).isFalse();
    refused("lines", "only 3 pieces went back", () ->
        order.credit(credit("C-1", CreditKind.RETURNED, "INV-1", back.number(), "4", null, "1.50"), NOW));
    PurchaseInvoice credit =
        order.credit(credit("C-1", CreditKind.RETURNED, "INV-1", back.number(), "3", null, "1.50"), NOW);
    assertThat(credit.net()).hasToString("7.50 GBP");
    assertThat(order.isSettled()).isTrue();
    assertThat(order.totals().invoiced()).hasToString("21.00 GBP");
    refused("lines", "only 0 pieces went back", () ->
        order.credit(credit("C-2", CreditKind.RETURNED, "INV-1", back.number(), "1", null, "0.50"), NOW));
  }

  @Test
  void no_more_goes_back_than_came_and_never_without_reason_and_authorisation() {
    PurchaseOrder order = tenDelivered();
    refused("returns", "no more than 10 pieces", () -> order.sendBack(forCredit("11"), NOW));
    ReturnItems silent = new ReturnItems(List.of(new ReturnedItem(1, exact("1"), null, " ", null)), true);
    refused("returns", "choose a reason", () -> order.sendBack(silent, NOW));
    refused("returns", "return authorisation number", () -> order.sendBack(silent, NOW));
    refused("returns", "only 4 pieces received now", () -> order.receive(returning("DN-2", "4", back("5")), NOW));
  }

  // Remaining not required

  @Test
  void line_that_never_comes_is_closed_and_opened_again() {
    PurchaseOrder order = submitted(line(PIECE, "10", "2.50"), line(PIECE, "4", "1.00"));
    order.receive(receipt("DN-1", "10"), NOW);
    refused("reason", "Reason is required",
        () -> order.endRemaining(new RemainingNotRequired(List.of(), " "), NOW));
    order.endRemaining(notRequired(), NOW);
    assertThat(order.deliveryState()).isEqualTo(DeliveryState.FULLY_DELIVERED);
    assertThat(order.totals().goods()).hasToString("25.00 GBP");
    order.requireAgain(new RequireAgain(List.of(2), "comes after all"), NOW);
    assertThat(order.deliveryState()).isEqualTo(DeliveryState.PARTLY_DELIVERED);
    order.receive(receipt("DN-2", "0", "4"), NOW);
    assertThat(order.isAnyLineOpen()).isFalse();
    refused("lines", "Line 2: nothing is open", () -> order.endRemaining(notRequired(2), NOW));
  }

  @Test
  void line_that_was_invoiced_is_not_opened_again() {
    PurchaseOrder order = tenPieces();
    order.receive(receipt("DN-1", "6"), NOW);
    order.endRemaining(notRequired(1), NOW);
    order.invoice(invoice("INV-1", "6", "2.50", "3.00"), NOW);
    refused("lines", "it has been invoiced",
        () -> order.requireAgain(new RequireAgain(List.of(1), "after all"), NOW));
  }

  // Undoing

  @Test
  void wrong_receipt_is_undone_by_a_counter_row_unless_something_builds_on_it() {
    PurchaseOrder order = tenPieces();
    order.receive(keeping("DN-1", "12"), NOW);
    order.sendBack(forCredit("1"), NOW);
    refused("document", "Undo what was recorded later first", () -> order.undo(undo("PO-100012/R1"), NOW));
    order.undo(undo("PO-100012/T1"), NOW);
    Movement counter = order.undo(undo("PO-100012/R1"), NOW);
    assertThat(counter.number()).isEqualTo("PO-100012/U2");
    assertThat(order.deliveryState()).isEqualTo(DeliveryState.NOTHING_RECEIVED);
    assertThat(first(order).ordered()).hasToString("10 pieces");
    refused("document", "already been undone by PO-100012/U2", () -> order.undo(undo("PO-100012/R1"), NOW));
    refused("document", "can be undone, not PO-100012/U2", () -> order.undo(undo("PO-100012/U2"), NOW));
    refused("document", "no document PO-100012/R9", () -> order.undo(undo("PO-100012/R9"), NOW));
  }

  @Test
  void return_that_was_replaced_or_credited_is_not_undone() {
    PurchaseOrder replaced = tenDelivered();
    replaced.sendBack(forReplacement("2"), NOW);
    replaced.receive(inFull("DN-2"), NOW);
    refused("document", "quantities wouldn't add up", () -> replaced.undo(undo("PO-100012/T1"), NOW));
    PurchaseOrder credited = tenPaid();
    credited.sendBack(forCredit("2"), NOW);
    credited.credit(credit("C-1", CreditKind.RETURNED, "INV-1", "PO-100012/T1", "2", null, "1.00"), NOW);
    refused("document", "Credit note C-1 is for", () -> credited.undo(undo("PO-100012/T1"), NOW));
  }

  @Test
  void invoice_of_goods_that_did_not_come_after_all_waits_again() {
    PurchaseOrder order = tenPaid();
    order.undo(undo("PO-100012/R1"), NOW);
    assertThat(order.isSettled()).isFalse();
    assertThat(order.allInvoices().get(0).decision().mismatches())
        .containsExactly("line 1: more invoiced than received");
    order.receive(inFull("DN-1"), NOW);
    assertThat(order.isSettled()).isTrue();
  }

  @Test
  void invoice_finance_has_accepted_does_not_wait_again_for_a_dispatch() {
    PurchaseOrder order = tenPieces();
    order.dispatch(dispatch("6"), NOW);
    order.receive(receipt("DN-1", "6"), NOW);
    order.invoice(invoice("INV-1", "10", "2.50", "5.00"), NOW);
    order.accept("INV-1", "the rest is promised", NOW);
    order.undo(undo("PO-100012/D1"), NOW);
    assertThat(order.allInvoices().get(0).isAccepted()).isTrue();
  }

  // Cancelling

  @Test
  void order_is_cancelled_only_while_nothing_was_dispatched_or_received() {
    PurchaseOrder order = tenPieces();
    refused("reason", "Reason is required", () -> order.cancel(null, NOW));
    order.dispatch(dispatch("6"), NOW);
    refused("order", "it has been dispatched", () -> order.cancel("no", NOW));
    order.undo(undo("PO-100012/D1"), NOW);
    order.receive(receipt("DN-1", "6"), NOW);
    refused("order", "6 pieces received", () -> order.cancel("no", NOW));
    order.undo(undo("PO-100012/R1"), NOW);
    order.cancel("no", NOW);
    refused("order", "has been cancelled", () -> order.receive(receipt("DN-1", "6"), NOW));
    order.reinstate(NOW);
    order.receive(receipt("DN-1", "6"), NOW);
  }

  @Test
  void order_is_reinstated_within_30_days() {
    PurchaseOrder order = tenPieces();
    order.cancel("no", NOW);
    refused("order", "more than 30 days ago", () ->
        order.reinstate(new Recorded("agent", NOW.at().plus(Duration.ofDays(31)), NOW.zone())));
    refused("order", "hasn't been cancelled", () -> tenPieces().reinstate(NOW));
  }

  // Invoices

  @Test
  void order_is_settled_by_a_final_invoice_that_fits() {
    PurchaseOrder order = tenDelivered();
    assertThat(order.isInvoiceMissing()).isTrue();
    PurchaseInvoice part = order.invoice(invoice("INV-1", "4", "2.50", "2.00"), NOW);
    assertThat(part.isAccepted()).isTrue();
    assertThat(order.isInvoiceMissing()).isFalse();
    assertThat(order.isSettled()).isFalse();
    order.invoice(finalInvoice("INV-2", "6", "2.50", "3.00"), NOW);
    assertThat(order.isSettled()).isTrue();
    refused("invoiceNumber", "was the final one", () -> order.invoice(invoice("INV-3", "1", "2.50", "0.50"), NOW));
    order.unmarkFinal("one more to come", NOW);
    order.invoice(invoice("INV-3", "1", "2.50", "0.50"), NOW);
  }

  @Test
  void invoice_before_the_receipt_waits_until_the_goods_have_come() {
    PurchaseOrder order = tenPieces();
    PurchaseInvoice early = order.invoice(finalInvoice("INV-1", "10", "2.50", "5.00"), NOW);
    assertThat(early.decision().mismatches()).containsExactly("line 1: more invoiced than received");
    order.receive(receipt("DN-1", "6"), NOW);
    assertThat(order.allInvoices().get(0).isWaiting()).isTrue();
    order.receive(receipt("DN-2", "4"), NOW);
    assertThat(order.allInvoices().get(0).isAccepted()).isTrue();
    assertThat(order.isSettled()).isTrue();
  }

  @Test
  void invoice_that_differs_is_accepted_or_disputed_by_finance() {
    PurchaseOrder order = tenDelivered();
    PurchaseInvoice dear = order.invoice(finalInvoice("INV-1", "10", "2.60", "9.00"), NOW);
    assertThat(dear.decision().mismatches())
        .containsExactly("line 1: price differs from the order", "VAT doesn't match");
    order.dispute("inv 1", "too dear", NOW);
    assertThat(order.allInvoices().get(0).decision().state()).isEqualTo(State.DISPUTED);
    assertThat(first(order).invoiced()).hasToString("0 pieces");
    order.invoice(finalInvoice("INV-1", "10", "2.60", "5.20"), NOW);
    order.accept("INV-1", "agreed by phone", NOW);
    assertThat(order.isSettled()).isTrue();
    assertThat(order.variance()).hasToString("1.00 GBP");
    refused("invoiceNumber", "isn't waiting", () -> order.accept("INV-1", "", NOW));
    refused("invoiceNumber", "Pick the invoice", () -> order.accept("INV-7", "", NOW));
  }

  @Test
  void price_may_differ_by_the_clients_tolerance() {
    PurchaseTerms twoPercent = new PurchaseTerms(BigDecimal.ZERO, null, BigDecimal.ZERO, exact("2"), true);
    PurchaseOrder order = submitted(details(twoPercent, line(PIECE, "10", "2.50")));
    order.receive(inFull("DN-1"), NOW);
    assertThat(order.invoice(invoice("INV-1", "5", "2.55", "2.55"), NOW).isAccepted()).isTrue();
    assertThat(order.invoice(invoice("INV-2", "5", "2.56", "2.56"), NOW).isWaiting()).isTrue();
  }

  @Test
  void number_of_an_invoice_counts_without_case_blanks_and_punctuation() {
    PurchaseOrder order = tenDelivered();
    order.invoice(invoice("Inv/00 1", "4", "2.50", "2.00"), NOW);
    refused("invoiceNumber", "already been recorded", () -> order.invoice(invoice("INV001", "4", "2.50", "2.00"), NOW));
    refused("invoiceNumber", "letters or digits", () -> order.invoice(invoice("--", "4", "2.50", "2.00"), NOW));
    refused("invoiceNumber", "Number is required", () -> order.invoice(invoice(" ", "4", "2.50", "2.00"), NOW));
  }

  @Test
  void invoice_by_its_total_is_for_what_has_come_and_the_delivery() {
    PurchaseTerms delivered = new PurchaseTerms(exact("5"), exact("100"), BigDecimal.ZERO, BigDecimal.ZERO, true);
    PurchaseOrder order = submitted(details(delivered, line(PIECE, "10", "2.50")));
    order.receive(inFull("DN-1"), NOW);
    assertThat(order.totals().total()).hasToString("36.00 GBP");
    PurchaseInvoice wrong = order.invoice(byTotal("INV-1", "31.00", "6.20"), NOW);
    assertThat(wrong.decision().mismatches()).containsExactly("total differs from the order");
    order.dispute("INV-1", "wrong", NOW);
    assertThat(order.invoice(byTotal("INV-2", "30.00", "6.00"), NOW).isAccepted()).isTrue();
    assertThat(order.isSettled()).isTrue();
  }

  @Test
  void delivery_is_charged_by_the_terms_until_another_charge_is_typed() {
    PurchaseTerms delivered = new PurchaseTerms(exact("5"), exact("25"), BigDecimal.ZERO, BigDecimal.ZERO, true);
    PurchaseOrder order = logged(details(delivered, line(PIECE, "9", "2.50")));
    assertThat(order.deliveryCharge()).hasToString("5.00 GBP");
    order.edit(change(1, "10", "2.50"), NOW);
    assertThat(order.deliveryCharge()).hasToString("0.00 GBP");
    order.setDeliveryCharge(exact("7.50"), NOW);
    assertThat(order.totals().net()).hasToString("32.50 GBP");
    refused("deliveryCharge", "0 or more", () -> order.setDeliveryCharge(exact("-1"), NOW));
    order.setDeliveryCharge(null, NOW);
    assertThat(order.deliveryCharge()).hasToString("0.00 GBP");
  }

  @Test
  void price_that_fell_after_the_invoice_opens_nothing_and_is_a_variance() {
    PurchaseOrder order = tenPaid();
    order.edit(change(1, "10", "2.00"), NOW);
    assertThat(order.deliveryState()).isEqualTo(DeliveryState.FULLY_DELIVERED);
    assertThat(order.isSettled()).isTrue();
    assertThat(order.variance()).hasToString("5.00 GBP");
    assertThat(order.isVarianceAboveTolerance()).isTrue();
    order.credit(credit("C-1", CreditKind.PRICE, "INV-1", null, null, "5.00", "1.00"), NOW);
    assertThat(order.variance()).hasToString("0.00 GBP");
    assertThat(order.isVarianceAboveTolerance()).isFalse();
  }

  @Test
  void credit_of_a_price_is_for_money_alone_and_never_more_than_the_invoice() {
    PurchaseOrder order = tenPaid();
    refused("lines", "leave the quantity blank", () ->
        order.credit(credit("C-1", CreditKind.PRICE, "INV-1", null, "1", "1.00", "0.20"), NOW));
    refused("lines", "no more than 25.00 GBP", () ->
        order.credit(credit("C-1", CreditKind.PRICE, "INV-1", null, null, "25.01", "0"), NOW));
    refused("vat", "No more than 5.00 GBP", () ->
        order.credit(credit("C-1", CreditKind.PRICE, "INV-1", null, null, "25.00", "5.01"), NOW));
    order.credit(credit("C-1", CreditKind.PRICE, "INV-1", null, null, "20.00", "4.00"), NOW);
    refused("lines", "no more than 5.00 GBP", () ->
        order.credit(credit("C-2", CreditKind.PRICE, "INV-1", null, null, "5.01", "0"), NOW));
    assertThat(first(order).invoiced()).hasToString("10 pieces");
  }

  @Test
  void credit_without_goods_is_refused_and_one_for_goods_that_never_came_closes_the_line() {
    PurchaseOrder order = tenPieces();
    order.invoice(finalInvoice("INV-1", "10", "2.50", "5.00"), NOW);
    order.receive(receipt("DN-1", "6"), NOW);
    refused("return", "Return is required", () ->
        order.credit(credit("C-1", CreditKind.RETURNED, "INV-1", null, "4", null, "2.00"), NOW));
    refused("return", "Pick the return", () ->
        order.credit(credit("C-1", CreditKind.RETURNED, "INV-1", "PO-100012/R1", "4", null, "2.00"), NOW));
    refused("lines", "only 4 pieces were invoiced and not delivered", () ->
        order.credit(credit("C-1", CreditKind.NOT_DELIVERED, "INV-1", null, "5", null, "2.00"), NOW));
    order.credit(credit("C-1", CreditKind.NOT_DELIVERED, "INV-1", null, "4", null, "2.00"), NOW);
    assertThat(first(order).notRequired()).hasToString("4 pieces");
    assertThat(order.deliveryState()).isEqualTo(DeliveryState.FULLY_DELIVERED);
    assertThat(order.allInvoices().get(0).isAccepted()).isTrue();
    assertThat(order.isSettled()).isTrue();
    refused("invoiceNumber", "Credit note C-1 is for this invoice", () -> order.dispute("INV-1", "wrong", NOW));
    order.dispute("C-1", "not ours", NOW);
    assertThat(first(order).open()).hasToString("4 pieces");
  }

  @Test
  void cost_follows_what_is_wanted_and_then_what_was_invoiced() {
    PurchaseTerms charged =
        new PurchaseTerms(exact("5.00"), null, BigDecimal.ZERO, BigDecimal.ZERO, true);
    PurchaseOrder order = submitted(details(charged, line(PIECE, "10", "2.50")));
    assertThat(order.cost()).hasToString("30.00 GBP");
    order.receive(receipt("DN-1", "4"), NOW);
    order.endRemaining(notRequired(1), NOW);
    assertThat(order.cost()).hasToString("15.00 GBP");
    order.invoice(invoice("INV-1", "4", "3.00", "2.40"), NOW);
    assertThat(order.cost()).hasToString("17.00 GBP");
    order.dispute("INV-1", "not agreed", NOW);
    assertThat(order.cost()).hasToString("15.00 GBP");
  }

  @Test
  void cost_is_less_what_went_back_for_credit_whether_or_not_the_credit_note_has_come() {
    PurchaseOrder order = tenPaid();
    assertThat(order.cost()).hasToString("25.00 GBP");
    order.sendBack(forCredit("4"), NOW);
    assertThat(order.cost()).hasToString("15.00 GBP");
    order.credit(credit("CN-1", CreditKind.RETURNED, "INV-1", "PO-100012/T1", "4", null, "2.00"), NOW);
    assertThat(order.cost()).hasToString("15.00 GBP");
    order.credit(credit("CN-2", CreditKind.PRICE, "INV-1", null, null, "1.50", "0.30"), NOW);
    assertThat(order.cost()).hasToString("13.50 GBP");
  }

  @Test
  void cancelled_order_costs_nothing() {
    PurchaseOrder order = tenPieces();
    order.cancel("too late", NOW);
    assertThat(order.cost()).hasToString("0.00 GBP");
  }

  @Test
  void nothing_to_pay_for_is_settled() {
    PurchaseOrder order = tenDelivered();
    order.sendBack(forCredit("10"), NOW);
    assertThat(order.isSettled()).isTrue();
    assertThat(order.isInvoiceMissing()).isFalse();
    PurchaseOrder free = submitted(line(PIECE, "10", "0"));
    free.receive(inFull("DN-1"), NOW);
    assertThat(free.isSettled()).isTrue();
  }
}
