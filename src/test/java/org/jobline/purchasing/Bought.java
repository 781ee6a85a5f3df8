package org.jobline.purchasing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jobline.order.NewOrder;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderType;
import org.jobline.order.Status;
import org.jobline.order.StatusCode;
import org.jobline.purchasing.DispatchItems.DispatchedLine;
import org.jobline.purchasing.EditLines.ChangedLine;
import org.jobline.purchasing.NewPurchaseInvoice.BilledLine;
import org.jobline.purchasing.ReceiptOfItems.ReceivedLine;

/** Purchasing orders and commands for tests, in the words of an agent. */
final class Bought {

  static final OrderType TYPE = new OrderType("PURCHASING", "PO", '4');
  static final Status STATUS = new Status(new StatusCode("1.40"), "Pending submit");
  static final Recorded NOW =
      new Recorded("agent", Instant.parse("2026-11-27T12:00:00Z"), ZoneId.of("Europe/London"));
  static final LocalDate TODAY = NOW.today();

  static final UnitOfPurchase PIECE = UnitOfPurchase.counted("piece", 0);
  static final UnitOfPurchase KILO = UnitOfPurchase.counted("kilogram", 3);
  static final UnitOfPurchase PACK_OF_96 = new UnitOfPurchase("pack of 96", "piece", 0, 96, 1);

  private Bought() {}

  static BigDecimal exact(String number) {
    return new BigDecimal(number);
  }

  static NewLine line(UnitOfPurchase unit, String quantity, String price) {
    return line(unit, quantity, price, null);
  }

  static NewLine line(UnitOfPurchase unit, String quantity, String price, String tolerance) {
    return new NewLine("P-1", "Washer", unit, exact(quantity), exact(price), exact("20"), null,
        tolerance == null ? null : exact(tolerance));
  }

  static NewPurchaseOrder details(PurchaseTerms terms, NewLine... lines) {
    return new NewPurchaseOrder(new NewOrder("ACME", "HQ", "Hannah", null), "SCREWFIX", terms, "GBP", "Back door",
        TODAY.plusDays(7), "C1", "stock", List.of(lines));
  }

  static PurchaseOrder logged(NewPurchaseOrder details) {
    Order order = new Order(new OrderNumber("PO-100012"), TYPE, details.ofEveryOrder(), NOW.at(), NOW.by());
    return new PurchaseOrder(order, details, TODAY);
  }

  static PurchaseOrder logged(NewLine... lines) {
    return logged(details(PurchaseTerms.NONE, lines));
  }

  static PurchaseOrder submitted(NewLine... lines) {
    return submitted(details(PurchaseTerms.NONE, lines));
  }

  static PurchaseOrder submitted(NewPurchaseOrder details) {
    PurchaseOrder order = logged(details);
    order.submit(new SubmitOrder(SubmitOrder.How.BY_EMAIL, null, null), NOW);
    return order;
  }

  /** Of the first lines, in base units. */
  static ReceiptOfItems receipt(String note, String... quantities) {
    return new ReceiptOfItems(note, false, Stream.iterate(1, i -> i + 1).limit(quantities.length)
        .map(i -> new ReceivedLine(i, exact(quantities[i - 1]), false)).toList(), List.of(), null);
  }

  static ReceiptOfItems keeping(String note, String quantity) {
    return new ReceiptOfItems(note, false, List.of(new ReceivedLine(1, exact(quantity), true)), List.of(), null);
  }

  static ReceiptOfItems returning(String note, String quantity, ReturnedItem... returns) {
    return new ReceiptOfItems(
        note, false, List.of(new ReceivedLine(1, exact(quantity), false)), List.of(returns), null);
  }

  static ReceiptOfItems inFull(String note) {
    return new ReceiptOfItems(note, true, List.of(), List.of(), null);
  }

  static ReturnedItem back(String quantity) {
    return new ReturnedItem(1, exact(quantity), ReturnedItem.Reason.DAMAGED, "RMA-1", null);
  }

  static ReturnItems forReplacement(String quantity) {
    return new ReturnItems(List.of(back(quantity)), true);
  }

  static ReturnItems forCredit(String quantity) {
    return new ReturnItems(List.of(back(quantity)), false);
  }

  static RemainingNotRequired notRequired(Integer... positions) {
    return new RemainingNotRequired(Arrays.asList(positions), "does not come");
  }

  static EditLines change(int position, String quantity, String price) {
    return new EditLines(
        "agreed", List.of(), List.of(new ChangedLine(position, exact(quantity), exact(price), null)), List.of());
  }

  static DispatchItems dispatch(String quantity) {
    return new DispatchItems(TODAY, List.of(new DispatchedLine(1, exact(quantity), null)), "DHL", "T-1", null);
  }

  static UndoDocument undo(String number) {
    return new UndoDocument(number, "typed wrongly");
  }

  /** Of the first line, with VAT of 20 %. */
  static NewPurchaseInvoice invoice(String number, String quantity, String price, String vat) {
    return new NewPurchaseInvoice(number, TODAY, List.of(new BilledLine(1, exact(quantity), exact(price))), null,
        BigDecimal.ZERO, exact(vat), false);
  }

  static NewPurchaseInvoice finalInvoice(String number, String quantity, String price, String vat) {
    NewPurchaseInvoice invoice = invoice(number, quantity, price, vat);
    return new NewPurchaseInvoice(
        number, TODAY, invoice.lines(), null, BigDecimal.ZERO, invoice.vat(), true);
  }

  static NewPurchaseInvoice byTotal(String number, String total, String vat) {
    return new NewPurchaseInvoice(number, TODAY, List.of(), exact(total), BigDecimal.ZERO, exact(vat), true);
  }

  static NewCreditNote credit(
      String number, CreditKind kind, String credits, String returnNumber, String quantity, String amount, String vat) {
    return new NewCreditNote(number, TODAY, kind, credits, returnNumber, List.of(new NewCreditNote.CreditedLine(
        1, quantity == null ? null : exact(quantity), amount == null ? null : exact(amount))), BigDecimal.ZERO, exact(vat));
  }
}
