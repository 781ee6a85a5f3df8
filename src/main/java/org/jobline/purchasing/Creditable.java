package org.jobline.purchasing;

import java.math.BigDecimal;
import java.util.List;

/** What of an invoice was not credited yet. */
final class Creditable {

  private final PurchaseInvoice invoice;
  private final List<PurchaseInvoice> credits;

  Creditable(PurchaseInvoice invoice, PurchaseInvoices all) {
    this.invoice = invoice;
    this.credits = all.creditsOf(invoice).toList();
  }

  BigDecimal quantity(PurchaseInvoice.Line line) {
    return credited(line.position()).stream().map(PurchaseInvoice.Line::quantity)
        .reduce(line.quantity(), BigDecimal::subtract);
  }

  Money net(PurchaseInvoice.Line line) {
    return credited(line.position()).stream().map(PurchaseInvoice.Line::net).reduce(line.net(), Money::minus);
  }

  Money other() {
    return credits.stream().map(PurchaseInvoice::other).reduce(invoice.other(), Money::minus);
  }

  Money vat() {
    return credits.stream().map(PurchaseInvoice::vat).reduce(invoice.vat(), Money::minus);
  }

  /** How many credit notes have rounded something of it. */
  int count() {
    return credits.size();
  }

  private List<PurchaseInvoice.Line> credited(int position) {
    return credits.stream().flatMap(credit -> credit.line(position).stream()).toList();
  }
}
