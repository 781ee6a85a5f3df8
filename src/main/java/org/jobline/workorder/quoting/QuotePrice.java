package org.jobline.workorder.quoting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a contractor wants, to the penny.
 *
 * @param other plant and whatever else there is
 * @param vat on top of the total; null when it was not said
 */
public record QuotePrice(
    BigDecimal labour, BigDecimal parts, BigDecimal other, @Nullable BigDecimal vat, String currency) {

  public QuotePrice {
    labour = pennies(labour);
    parts = pennies(parts);
    other = pennies(other);
    vat = vat == null ? null : pennies(vat);
  }

  /** @throws ArithmeticException when it has fractions of a penny */
  private static BigDecimal pennies(BigDecimal amount) {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("A quote has no negative amounts, such as " + amount);
    }
    return amount.setScale(2, RoundingMode.UNNECESSARY);
  }

  /** Without VAT. */
  public BigDecimal total() {
    return labour.add(parts).add(other);
  }
}
