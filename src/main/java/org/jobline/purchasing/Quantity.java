package org.jobline.purchasing;

import java.math.BigDecimal;

/**
 * How much of a line, exactly.
 *
 * @param amount in base units, at the decimals these are counted in
 */
public record Quantity(BigDecimal amount, UnitOfPurchase unit) implements Comparable<Quantity> {

  private static final int DECIMALS_SHOWN = 3;

  /** @throws ArithmeticException when it is finer than the unit is counted */
  public Quantity {
    amount = amount.setScale(unit.places());
  }

  public Quantity plus(Quantity other) {
    return new Quantity(amount.add(ofSameUnit(other)), unit);
  }

  public Quantity minus(Quantity other) {
    return new Quantity(amount.subtract(ofSameUnit(other)), unit);
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  /** In units of purchase, rounded for showing. */
  public BigDecimal inUnits() {
    return unit.toUnits(amount, DECIMALS_SHOWN);
  }

  @Override
  public int compareTo(Quantity other) {
    return amount.compareTo(ofSameUnit(other));
  }

  private BigDecimal ofSameUnit(Quantity other) {
    if (!unit.equals(other.unit)) {
      throw new IllegalArgumentException(this + " and " + other + " are counted differently");
    }
    return other.amount;
  }

  /** For people: "4 pieces", "1 metre". */
  @Override
  public String toString() {
    boolean isOne = amount.compareTo(BigDecimal.ONE) == 0;
    String number = amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    return number + " " + (isOne ? unit.baseUnit() : unit.many());
  }
}
