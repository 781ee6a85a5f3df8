package org.jobline.purchasing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Holds an invoice against what was ordered and what was received: quantity, price, delivery and VAT
 * (domain/purchasing.md, po-record-invoice).
 */
final class InvoiceMatch {

  private static final BigDecimal PENNY = new BigDecimal("0.01");

  private final PurchaseOrder order;

  InvoiceMatch(PurchaseOrder order) {
    this.order = order;
  }

  /** Why finance has to look at it; nothing when it does not. Its quantities have to be among those of the lines. */
  List<String> mismatches(PurchaseInvoice invoice) {
    List<String> mismatches = new ArrayList<>();
    if (!invoice.isCreditNote()) {
      Creditable left = new Creditable(invoice, order.invoices());
      invoice.lines().forEach(billed -> ofLine(billed, left, mismatches));
      if (!fitsOther(invoice, left)) {
        mismatches.add(invoice.isByTotal() ? "total differs from the order" : "delivery charge differs from the order");
      }
    }
    if (!fitsVat(invoice)) {
      mismatches.add("VAT doesn't match");
    }
    return mismatches;
  }

  private void ofLine(PurchaseInvoice.Line billed, Creditable left, List<String> mismatches) {
    PurchaseLine line = order.line(billed.position()).orElseThrow();
    if (!line.quantities().isInvoiceMatched()) {
      mismatches.add("line " + line.position() + ": more invoiced than received");
    }
    Money expected = line.cost(left.quantity(billed));
    BigDecimal difference = left.net(billed).minus(expected).amount().abs();
    // each credit note has rounded once
    BigDecimal allowed = tolerated(expected).add(PENNY.multiply(BigDecimal.valueOf(left.count())));
    if (difference.compareTo(allowed) > 0) {
      mismatches.add("line " + line.position() + ": price differs from the order");
    }
  }

  private BigDecimal tolerated(Money expected) {
    return expected.amount().multiply(order.terms().priceTolerancePercent()).movePointLeft(2);
  }

  /** What is on no line is the delivery charge at most; a total may differ as prices may. */
  private boolean fitsOther(PurchaseInvoice invoice, Creditable left) {
    Money none = Money.zero(order.currency());
    Money charge = order.deliveryCharge()
        .minus(order.invoices().balanceBeside(invoice, PurchaseInvoice::other)).orZeroIfNegative();
    Money lines = invoice.lines().stream().map(PurchaseInvoice.Line::net).reduce(none, Money::plus);
    BigDecimal tolerated = invoice.isByTotal() ? tolerated(lines) : BigDecimal.ZERO;
    BigDecimal other = left.other().amount();
    return other.compareTo(tolerated.negate()) >= 0 && other.compareTo(charge.amount().add(tolerated)) <= 0;
  }

  /** Whichever way the supplier rounds: each line or all of them together, up or down. */
  private boolean fitsVat(PurchaseInvoice invoice) {
    BigDecimal vat = invoice.vat().amount();
    return vat.compareTo(vat(invoice, RoundingMode.FLOOR, BinaryOperator.minBy(Comparator.naturalOrder()))) >= 0
        && vat.compareTo(vat(invoice, RoundingMode.CEILING, BinaryOperator.maxBy(Comparator.naturalOrder()))) <= 0;
  }

  /** @param outer which of two amounts is taken where delivery may have the VAT of one line or another */
  private BigDecimal vat(PurchaseInvoice invoice, RoundingMode rounding, BinaryOperator<BigDecimal> outer) {
    BigDecimal other = order.lines().stream().map(line -> vat(invoice.other(), line, rounding)).reduce(outer)
        .orElse(BigDecimal.ZERO);
    return invoice.lines().stream()
        .map(billed -> vat(billed.net(), order.line(billed.position()).orElseThrow(), rounding))
        .reduce(other, BigDecimal::add);
  }

  private static BigDecimal vat(Money net, PurchaseLine line, RoundingMode rounding) {
    return net.amount().multiply(line.vatRate()).movePointLeft(2).setScale(2, rounding);
  }
}
