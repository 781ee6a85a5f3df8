package org.jobline.purchasing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * An amount to the penny.
 *
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

  private static final int DECIMALS = 2;
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  /** @throws ArithmeticException when the amount has more than two decimals: it is to be rounded where it is made */
  public Money {
    if (!CURRENCY.matcher(currency).matches()) {
      throw new IllegalArgumentException("A currency is written as GBP is, not " + currency);
    }
    amount = amount.setScale(DECIMALS);
  }

  public static Money zero(String currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /** The exact amount, half-up to the penny. */
  static Money rounded(BigDecimal exact, String currency) {
    return new Money(exact.setScale(DECIMALS, RoundingMode.HALF_UP), currency);
  }

  /** Whether an amount somebody typed has pennies at most. */
  static boolean isExact(BigDecimal typed) {
    return typed.stripTrailingZeros().scale() <= DECIMALS;
  }

  public Money plus(Money other) {
    return new Money(amount.add(inSameCurrency(other)), currency);
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(inSameCurrency(other)), currency);
  }

  /** The amount times a fraction, half-up to the penny. */
  Money times(BigDecimal numerator, BigDecimal denominator) {
    return new Money(amount.multiply(numerator).divide(denominator, DECIMALS, RoundingMode.HALF_UP), currency);
  }

  Money orZeroIfNegative() {
    return amount.signum() < 0 ? zero(currency) : this;
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(inSameCurrency(other));
  }

  private BigDecimal inSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(this + " and " + other + " are amounts of two currencies");
    }
    return other.amount;
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
