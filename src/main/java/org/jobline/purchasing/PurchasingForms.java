package org.jobline.purchasing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jobline.action.Fields;
import org.jobline.action.FormRow;
import org.jobline.platform.error.InvalidFieldsException;
import org.jspecify.annotations.Nullable;

/** Reads the forms of the actions on purchasing orders; columns are counted without those that are only shown. */
final class PurchasingForms {

  static final String LINES = "lines";
  static final String SEEN_DOCUMENTS = "seenDocuments";

  private PurchasingForms() {}

  private static int position(FormRow row) {
    String key = Objects.requireNonNull(row.key(), "The form gives the lines");
    try {
      return Integer.parseInt(key);
    } catch (NumberFormatException noLine) {
      throw new InvalidFieldsException(LINES, "There is no line " + key + " on this order.");
    }
  }

  private static @Nullable String text(Fields form, String key) {
    return form.text(key).orElse(null);
  }

  static SubmitOrder submission(Fields form) {
    return new SubmitOrder(
        form.text("how").orElseThrow().equals("by phone") ? SubmitOrder.How.BY_PHONE : SubmitOrder.How.BY_EMAIL,
        text(form, "spokeTo"), text(form, "supplierReference"));
  }

  static AcknowledgeOrder acknowledgement(Fields form) {
    List<FormRow> rows = form.rows(LINES);
    return new AcknowledgeOrder(text(form, "supplierReference"), form.date("deliveryDate").orElse(null),
        promised(rows),
        rows.stream().filter(row -> row.choice(1).isPresent() || row.text(2).isPresent())
            .map(row -> new AcknowledgeOrder.RefusedLine(position(row), row.text(2).orElse(""))).toList());
  }

  private static List<PromisedLine> promised(List<FormRow> rows) {
    return rows.stream().filter(row -> row.date(0).isPresent())
        .map(row -> new PromisedLine(position(row), row.date(0).get())).toList();
  }

  static ProvideDeliveryDates deliveryDates(Fields form) {
    return new ProvideDeliveryDates(form.date("deliveryDate").orElse(null), promised(form.rows(LINES)));
  }

  static DispatchItems dispatch(Fields form) {
    return new DispatchItems(form.date("dispatchDate").orElse(null),
        form.rows(LINES).stream().filter(row -> row.number(0).isPresent() || row.date(1).isPresent())
            .map(row -> new DispatchItems.DispatchedLine(
                position(row), row.number(0).orElse(null), row.date(1).orElse(null))).toList(),
        text(form, "carrier"), text(form, "tracking"), text(form, "notes"));
  }

  /** @param order what more than is open goes back of, where the agent says only that it does */
  static ReceiptOfItems receipt(Fields form, PurchaseOrder order) {
    List<FormRow> rows = form.ticked("inFull") ? List.of() : form.rows(LINES);
    List<ReturnedItem> returns = new ArrayList<>();
    rows.forEach(row -> returnedAtOnce(row, order).ifPresent(quantity ->
        returns.add(returned(form, row, quantity, row.choice(2), isSentBackAsSurplus(row)))));
    return new ReceiptOfItems(text(form, "deliveryNote"), form.ticked("inFull"),
        rows.stream().filter(row -> row.number(0).isPresent())
            .map(row -> new ReceiptOfItems.ReceivedLine(position(row), row.number(0).get(),
                row.choice(3).filter("keep"::equals).isPresent())).toList(),
        returns, seenDocuments(form).orElse(null));
  }

  /** How many documents the order had when the form was opened; empty when the client does not say. */
  static Optional<Integer> seenDocuments(Fields form) {
    return form.number(SEEN_DOCUMENTS).map(BigDecimal::intValue);
  }

  private static boolean isSentBackAsSurplus(FormRow row) {
    return row.number(1).isEmpty() && row.choice(3).filter("return"::equals).isPresent();
  }

  private static Optional<BigDecimal> returnedAtOnce(FormRow row, PurchaseOrder order) {
    if (!isSentBackAsSurplus(row)) {
      return row.number(1);
    }
    return row.number(0)
        .flatMap(received -> order.line(position(row)).map(line -> received.subtract(line.open().amount())))
        .filter(surplus -> surplus.signum() > 0);
  }

  private static ReturnedItem returned(
      Fields form, FormRow row, BigDecimal quantity, Optional<String> reason, boolean isSurplus) {
    return new ReturnedItem(position(row), quantity,
        reason.map(PurchasingForms::reason).orElse(isSurplus ? ReturnedItem.Reason.TOO_MANY : null),
        text(form, "returnNumber"), text(form, "returnNote"));
  }

  private static ReturnedItem.Reason reason(String choice) {
    return ReturnedItem.Reason.valueOf(choice.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  static ReturnItems returns(Fields form) {
    return new ReturnItems(
        form.rows(LINES).stream().filter(row -> row.number(0).isPresent())
            .map(row -> returned(form, row, row.number(0).get(), row.choice(1), false)).toList(),
        form.text("replacement").orElseThrow().equals("yes"));
  }

  static RemainingNotRequired notRequired(Fields form) {
    boolean isAll = form.text("which").orElseThrow().equals("all");
    List<Integer> some = isAll ? List.of() : ticked(form);
    if (!isAll && some.isEmpty()) {
      throw new InvalidFieldsException(LINES, "Pick at least one line.");
    }
    return new RemainingNotRequired(some, text(form, "reason"));
  }

  static RequireAgain requiredAgain(Fields form) {
    return new RequireAgain(ticked(form), text(form, "reason"));
  }

  private static List<Integer> ticked(Fields form) {
    return form.rows(LINES).stream().filter(row -> row.choice(0).isPresent()).map(PurchasingForms::position).toList();
  }

  static UndoDocument undoing(Fields form) {
    return new UndoDocument(form.text("entry").orElseThrow(), text(form, "reason"));
  }

  /** @param added the lines of the form's basket */
  static EditLines edit(Fields form, List<NewLine> added) {
    List<FormRow> rows = form.rows(LINES);
    return new EditLines(text(form, "reason"), added,
        rows.stream().filter(row -> row.number(0).orElseThrow().signum() > 0)
            .map(row -> new EditLines.ChangedLine(position(row), row.number(0).orElseThrow(),
                row.number(1).orElseThrow(), row.date(2).orElse(null))).toList(),
        rows.stream().filter(row -> row.number(0).orElseThrow().signum() == 0).map(PurchasingForms::position).toList());
  }

  static boolean isCreditNote(Fields form) {
    return form.text("what").orElseThrow().equals("credit note");
  }

  /** @param order whose prices count where the agent types none */
  static NewPurchaseInvoice invoice(Fields form, PurchaseOrder order) {
    return new NewPurchaseInvoice(text(form, "number"), form.date("dated").orElseThrow(),
        form.rows(LINES).stream().filter(row -> row.number(0).isPresent())
            .map(row -> new NewPurchaseInvoice.BilledLine(
                position(row), row.number(0).get(),
                row.number(1).orElseGet(() -> order.line(position(row)).map(line -> line.price().amount())
                    // the posting tells that there is no such line
                    .orElse(BigDecimal.ZERO)))).toList(),
        form.number("net").orElse(null), form.number("deliveryCharge").orElse(BigDecimal.ZERO),
        form.number("vat").orElseThrow(), form.ticked("isFinal"));
  }

  static NewCreditNote creditNote(Fields form) {
    return new NewCreditNote(text(form, "number"), form.date("dated").orElseThrow(),
        CreditKind.valueOf(form.text("creditKind").orElseThrow().toUpperCase(Locale.ROOT).replace(' ', '_')),
        text(form, "credits"), text(form, "returnNumber"),
        form.rows("credited").stream().filter(row -> row.number(0).isPresent() || row.number(1).isPresent())
            .map(row -> new NewCreditNote.CreditedLine(
                position(row), row.number(0).orElse(null), row.number(1).orElse(null))).toList(),
        form.number("deliveryCharge").orElse(BigDecimal.ZERO), form.number("vat").orElseThrow());
  }
}
