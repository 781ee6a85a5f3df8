package org.jobline.purchasing;

import java.math.BigDecimal;

/** How far an order is paid: what is still to be invoiced or credited, and what is paid beyond what was ordered. */
final class Settlement {

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final PurchaseOrder order;
  private final PurchaseInvoices invoices;

  Settlement(PurchaseOrder order) {
    this.order = order;
    this.invoices = order.invoices();
  }

  /** Nothing waits for finance, no credit note is expected, and no invoice is. */
  boolean isComplete() {
    return !invoices.isAnyWaiting() && !isCreditExpected() && !isInvoiceExpected();
  }

  boolean isInvoiceExpected() {
    return invoices.finalAccepted().isEmpty() && toInvoice().isPositive();
  }

  boolean isInvoiceMissing() {
    return isInvoiceExpected() && invoices.invoices().findAny().isEmpty();
  }

  boolean isCreditExpected() {
    return order.lines().stream().anyMatch(line -> creditExpected(line).signum() > 0);
  }

  /** What was paid for, went back for a credit note, and is not among those that came; in base units. */
  BigDecimal creditExpected(PurchaseLine line) {
    BigDecimal credited = order.movements().all().stream()
        .filter(movement -> movement.change(line.position()).returnedForCredit().signum() > 0)
        .map(movement -> invoices.creditedOfReturn(movement.number(), line.position()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    return line.quantities().sum().returnedForCredit().subtract(credited).max(BigDecimal.ZERO)
        .min(line.quantities().overInvoiced());
  }

  /** What has come and was not invoiced, with the delivery charge; without VAT. */
  Money toInvoice() {
    Money goods = order.lines().stream().map(line -> line.cost(line.quantities().toInvoice()))
        .reduce(Money.zero(order.currency()), Money::plus);
    boolean isDelivered = order.lines().stream().anyMatch(line -> line.accepted().isPositive());
    return isDelivered ? goods.plus(order.deliveryCharge().minus(other()).orZeroIfNegative()) : goods;
  }

  /** What is on no line of invoices. */
  private Money other() {
    return invoices.balance(order.currency(), PurchaseInvoice::other);
  }

  /**
   * What it costs in the end, as far as that is known: what was invoiced and not credited, less what is still to be
   * credited, and what is still to be invoiced; without VAT.
   */
  Money cost() {
    Money goods = order.lines().stream().map(this::cost).reduce(Money.zero(order.currency()), Money::plus);
    Money delivery = isMoreToBeInvoiced() && other().compareTo(order.deliveryCharge()) < 0
        ? order.deliveryCharge() : other();
    // an invoice by a total below its lines, of which some went back since
    return goods.plus(delivery).orZeroIfNegative();
  }

  private Money cost(PurchaseLine line) {
    Money invoiced = invoices.netOfLine(order.currency(), line.position());
    BigDecimal toInvoice = line.quantities().wanted().subtract(line.quantities().invoiced());
    if (toInvoice.signum() < 0) {
      return invoiced.times(line.quantities().wanted(), line.quantities().invoiced());
    }
    return isMoreToBeInvoiced() ? invoiced.plus(line.cost(toInvoice)) : invoiced;
  }

  private boolean isMoreToBeInvoiced() {
    return order.order().cancelledAt().isEmpty() && invoices.finalAccepted().isEmpty();
  }

  /** What is paid beyond the present prices of what was invoiced, negative where it is less; without VAT. */
  Money variance() {
    Money goods = invoices.balance(order.currency(), PurchaseInvoice::net).minus(other());
    return goods.minus(ordered()).plus(other().minus(order.deliveryCharge()).orZeroIfNegative());
  }

  boolean isVarianceAboveTolerance() {
    BigDecimal allowed = ordered().amount().multiply(order.terms().priceTolerancePercent());
    return variance().amount().multiply(HUNDRED).compareTo(allowed) > 0;
  }

  /** What was invoiced, at present prices. */
  private Money ordered() {
    return order.lines().stream().map(line -> line.cost(line.quantities().invoiced()))
        .reduce(Money.zero(order.currency()), Money::plus);
  }
}
