package org.jobline.purchasing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a line is bought in, such as a pack of 96, and what it is counted in, such as pieces
 * (domain/purchasing.md, Units). Quantities are kept in what they are counted in, which makes every one of them exact.
 *
 * @param name what an agent orders: pack of 96
 * @param baseUnit what is counted, in the singular: piece
 * @param places the decimals a count may have
 * @param numerator how many base units make up one unit of purchase, over the denominator
 */
public record UnitOfPurchase(String name, String baseUnit, int places, long numerator, long denominator) {

  static final int MAX_PLACES = 3;

  public UnitOfPurchase {
    if (name.isBlank() || baseUnit.isBlank()) {
      throw new IllegalArgumentException("A unit needs its name and what it is counted in");
    }
    if (places < 0 || places > MAX_PLACES) {
      throw new IllegalArgumentException("A count has up to " + MAX_PLACES + " decimals, not " + places);
    }
    if (numerator <= 0 || denominator <= 0) {
      throw new IllegalArgumentException(name + " can't be " + numerator + "/" + denominator + " of " + baseUnit);
    }
  }

  /** Bought in what it is counted in. */
  public static UnitOfPurchase counted(String baseUnit, int places) {
    return new UnitOfPurchase(baseUnit, baseUnit, places, 1, 1);
  }

  /** So many base units; empty when they cannot be counted that finely. */
  Optional<Quantity> count(BigDecimal baseUnits) {
    return baseUnits.stripTrailingZeros().scale() <= places
        ? Optional.of(new Quantity(baseUnits.setScale(places), this)) : Optional.empty();
  }

  /** What so many units of purchase are in base units; empty when that cannot be counted exactly. */
  Optional<Quantity> toBase(BigDecimal units) {
    BigDecimal[] quotient = units.movePointRight(places).multiply(BigDecimal.valueOf(numerator))
        .divideAndRemainder(BigDecimal.valueOf(denominator));
    BigDecimal base = quotient[0].movePointLeft(places);
    return quotient[1].signum() == 0 ? count(base) : Optional.empty();
  }

  /** How much one of it is, for people: "10 pieces". */
  String one() {
    return toBase(BigDecimal.ONE).map(Quantity::toString).orElseGet(() ->
        BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), MAX_PLACES, RoundingMode.HALF_UP) + " " + many());
  }

  /** The same in units of purchase, half-up to the decimals: for showing only. */
  BigDecimal toUnits(BigDecimal baseUnits, int decimals) {
    return baseUnits.multiply(BigDecimal.valueOf(denominator))
        .divide(BigDecimal.valueOf(numerator), decimals, RoundingMode.HALF_UP);
  }

  /** What so many base units cost, half-up to the penny. */
  Money cost(BigDecimal baseUnits, Money price) {
    return price.times(baseUnits.multiply(BigDecimal.valueOf(denominator)), BigDecimal.valueOf(numerator));
  }

  /** Tells how a count is typed: "whole pieces", "metres with up to 2 decimals". */
  String typed() {
    return places == 0 ? "whole " + many() : many() + " with up to " + places + (places == 1 ? " decimal" : " decimals");
  }

  /** The base unit as it stands behind a number other than 1. */
  String many() {
    // symbols such as kg have no plural
    if (baseUnit.length() < 3) {
      return baseUnit;
    }
    return baseUnit + (baseUnit.matches(".*(s|x|ch|sh)") ? "es" : "s");
  }
}
