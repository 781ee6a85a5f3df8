package org.jobline.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jobline.platform.time.WrittenTime;
import org.jspecify.annotations.Nullable;

/** What invoices and credit notes have in common: a number, a date and amounts. */
final class InvoiceHead {

  private static final int MAX_DIGITS = 9;

  private final PurchaseOrder order;
  private final Findings findings;

  InvoiceHead(PurchaseOrder order, Findings findings) {
    this.order = order;
    this.findings = findings;
  }

  DocumentNumber number(@Nullable String typed) {
    DocumentNumber number = new DocumentNumber(findings.required("invoiceNumber", "Number", typed));
    if (!number.typed().isEmpty() && !DocumentNumber.isOne(number.typed())) {
      findings.add("invoiceNumber", "Number must have letters or digits, up to 60 characters.");
    }
    order.invoices().find(number).ifPresent(other -> findings.add("invoiceNumber",
        "Number " + other.number() + " has already been recorded for this supplier, on " + order.number() + "."));
    return number;
  }

  void checkDate(LocalDate dated, Recorded recorded) {
    LocalDate logged = LocalDate.ofInstant(order.order().loggedAt(), recorded.zone());
    if (dated.isAfter(recorded.today())) {
      findings.add("dated", "Invoice date can't be in the future.");
    }
    if (dated.isBefore(logged)) {
      findings.add("dated", "Invoice date can't be before the order was logged, on " + WrittenTime.day(logged) + ".");
    }
  }

  /** Zero when it is wrong. */
  Money amount(String field, String label, BigDecimal typed) {
    if (typed.signum() < 0 || !Money.isExact(typed) || typed.precision() - typed.scale() > MAX_DIGITS) {
      findings.add(field, label + " must be an amount of 0 or more, e.g. 120.55.");
      return Money.zero(order.currency());
    }
    return new Money(typed, order.currency());
  }
}
