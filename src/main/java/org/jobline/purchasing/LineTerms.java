package org.jobline.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line that may be ordered, checked.
 *
 * @param part null for free text
 * @param price for one unit of purchase
 */
record LineTerms(
    @Nullable String part,
    String description,
    Quantity quantity,
    Money price,
    BigDecimal vatRate,
    @Nullable LocalDate requiredBy,
    @Nullable BigDecimal tolerancePercent) {

  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final int MAX_DECIMALS = 3;
  private static final int MAX_DIGITS = 9;

  /**
   * @param row which of the rows that were typed it is, counted from 1
   * @param findings told what is wrong with it
   * @return empty when something is
   */
  static Optional<LineTerms> of(
      int row, NewLine typed, String currency, boolean isFreeTextAllowed, LocalDate today, Findings findings) {
    Findings own = new Findings();
    if (typed.description().isBlank()) {
      own.ofLine(row, "enter a description.");
    }
    if (typed.part() == null && !isFreeTextAllowed) {
      own.ofLine(row, "pick a part from the catalogue: this client allows no free text.");
    }
    if (typed.vatRate().signum() < 0 || typed.vatRate().compareTo(HUNDRED) > 0) {
      own.ofLine(row, "enter a VAT rate from 0 to 100 %.");
    }
    if (typed.tolerancePercent() != null && typed.tolerancePercent().signum() < 0) {
      own.ofLine(row, "enter a tolerance of 0 % or more.");
    }
    if (typed.requiredBy() != null && typed.requiredBy().isBefore(today)) {
      own.ofLine(row, "Required by can't be in the past.");
    }
    Optional<Money> price = price(row, typed.unitPrice(), currency, own);
    Optional<Quantity> quantity = quantity(row, typed.quantity(), typed.unit(), own);
    findings.addAll(own);
    return own.isEmpty() ? quantity.flatMap(ordered -> price.map(each -> new LineTerms(typed.part(),
        typed.description().strip(), ordered, each, typed.vatRate(), typed.requiredBy(), typed.tolerancePercent())))
        : Optional.empty();
  }

  static Optional<Money> price(int row, BigDecimal typed, String currency, Findings findings) {
    if (typed.signum() < 0 || !Money.isExact(typed) || typed.precision() - typed.scale() > MAX_DIGITS) {
      findings.ofLine(row, "enter a price of 0 or more, e.g. 120.55.");
      return Optional.empty();
    }
    return Optional.of(new Money(typed, currency));
  }

  /** What was typed in units of purchase, more than nothing and exact in base units. */
  static Optional<Quantity> quantity(int row, BigDecimal typed, UnitOfPurchase unit, Findings findings) {
    if (typed.signum() <= 0 || typed.stripTrailingZeros().scale() > MAX_DECIMALS
        || typed.precision() - typed.scale() > MAX_DIGITS) {
      findings.ofLine(row, "enter a quantity above 0 with up to 3 decimals.");
      return Optional.empty();
    }
    Optional<Quantity> base = unit.toBase(typed);
    if (base.isEmpty()) {
      findings.ofLine(row, typed.toPlainString() + " of " + unit.name() + " doesn't come to " + unit.typed()
          + ". Enter a quantity that does.");
    }
    return base;
  }
}
