package org.jobline.purchasing;

import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * The figures of a line, which are always true to each other (domain/purchasing.md, The line invariant); in base units.
 *
 * @param sum of everything that happened to the line
 */
public record LineQuantities(QuantityChange sum) {

  /** @throws IllegalArgumentException when one is negative, or the line would have more than was ordered of it */
  public LineQuantities {
    if (!isSound(sum)) {
      throw new IllegalArgumentException("No line may have these figures: " + sum);
    }
  }

  private static boolean isSound(QuantityChange sum) {
    return Stream.of(sum.ordered(), sum.kept(), sum.dispatched(), sum.received(), sum.returned(),
            sum.returnedForCredit(), sum.notRequired(), sum.billed(), sum.credited())
        .allMatch(figure -> figure.signum() >= 0)
        && sum.kept().compareTo(sum.ordered()) <= 0
        && sum.returned().compareTo(sum.received()) <= 0
        && sum.returnedForCredit().compareTo(sum.returned()) <= 0
        && sum.credited().compareTo(sum.billed()) <= 0
        && open(sum).signum() >= 0;
  }

  private static BigDecimal open(QuantityChange sum) {
    return sum.ordered().subtract(sum.notRequired()).subtract(sum.returnedForCredit())
        .subtract(sum.received().subtract(sum.returned()));
  }

  /** Whether the figures would still be true to each other. */
  boolean allow(QuantityChange change) {
    return isSound(sum.plus(change));
  }

  LineQuantities plus(QuantityChange change) {
    return new LineQuantities(sum.plus(change));
  }

  /** What was received and not sent back: A. */
  public BigDecimal accepted() {
    return sum.received().subtract(sum.returned());
  }

  /** What is still to come: Q. */
  public BigDecimal open() {
    return open(sum);
  }

  /** What is or will be paid for: what was accepted and what is open. */
  public BigDecimal wanted() {
    return accepted().add(open());
  }

  /** Less than this cannot be ordered: A + W + X. */
  public BigDecimal leastOrdered() {
    return accepted().add(sum.notRequired()).add(sum.returnedForCredit());
  }

  /** What was billed and not credited. */
  public BigDecimal invoiced() {
    return sum.billed().subtract(sum.credited());
  }

  /** Whether no more is invoiced than was accepted. */
  public boolean isInvoiceMatched() {
    return invoiced().compareTo(accepted()) <= 0;
  }

  /** What was accepted and is still to be invoiced. */
  public BigDecimal toInvoice() {
    return accepted().subtract(invoiced()).max(BigDecimal.ZERO);
  }

  /** What was invoiced beyond what was accepted. */
  BigDecimal overInvoiced() {
    return invoiced().subtract(accepted()).max(BigDecimal.ZERO);
  }

  /**
   * What was invoiced and never came.
   *
   * @param creditExpected what came and went back, for which a credit note is on its way
   */
  BigDecimal invoicedNotDelivered(BigDecimal creditExpected) {
    return overInvoiced().subtract(creditExpected);
  }

  /** What is open and, as far as we were told, not on its way. */
  public BigDecimal notDispatched() {
    BigDecimal underWay = sum.dispatched().subtract(sum.received()).max(BigDecimal.ZERO);
    return open().subtract(underWay).max(BigDecimal.ZERO);
  }

  /** Ordered, without over-delivery that was kept: what a tolerance is a part of. */
  BigDecimal orderedOnPurpose() {
    return sum.ordered().subtract(sum.kept());
  }
}
