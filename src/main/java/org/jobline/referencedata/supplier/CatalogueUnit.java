package org.jobline.referencedata.supplier;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a part is bought in, and what it is counted in (domain/purchasing.md). Nothing is rounded here.
 *
 * @param name what is bought, such as a pack of 96
 * @param baseUnit what is counted, such as a piece
 * @param places how many decimals a count may have
 * @param numerator so many base units …
 * @param denominator … are so many units of purchase
 */
public record CatalogueUnit(String name, String baseUnit, int places, int numerator, int denominator) {

  /** What is bought has no more decimals. */
  private static final int UNIT_PLACES = 3;

  public CatalogueUnit {
    if (numerator < 1 || denominator < 1 || places < 0) {
      throw new IllegalArgumentException(numerator + "/" + denominator + " " + baseUnit + " is no unit to buy in");
    }
  }

  /** So many units of purchase in base units; empty when they are a fraction that cannot be counted. */
  public Optional<BigDecimal> toBase(BigDecimal units) {
    return exactly(units, numerator, denominator, places);
  }

  /** So many base units in units of purchase; empty when they are a fraction that cannot be bought. */
  public Optional<BigDecimal> ofBase(BigDecimal base) {
    return exactly(base, denominator, numerator, UNIT_PLACES);
  }

  private static Optional<BigDecimal> exactly(BigDecimal quantity, int times, int parts, int decimals) {
    BigDecimal[] least = quantity.multiply(BigDecimal.valueOf(times)).movePointRight(decimals)
        .divideAndRemainder(BigDecimal.valueOf(parts));
    return least[1].signum() == 0 ? Optional.of(least[0].movePointLeft(decimals).setScale(decimals)) : Optional.empty();
  }
}
