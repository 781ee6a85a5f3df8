package org.jobline.referencedata.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts are bought in one unit and counted in another, exactly (domain/purchasing.md). */
class CatalogueUnitTest {

  private static final CatalogueUnit PACK = new CatalogueUnit("pack of 96", "piece", 0, 96, 1);

  @Test
  void two_deliveries_of_144_and_48_pieces_are_two_packs_of_96() {
    BigDecimal first = new BigDecimal(144);
    BigDecimal second = new BigDecimal(48);
    assertThat(PACK.ofBase(first)).hasValue(new BigDecimal("1.500"));
    assertThat(PACK.ofBase(second)).hasValue(new BigDecimal("0.500"));
    assertThat(PACK.ofBase(first.add(second))).hasValue(new BigDecimal("2.000"));
    assertThat(PACK.toBase(new BigDecimal(2))).hasValue(first.add(second));
  }

  /** What cannot be said exactly is not said. */
  @ParameterizedTest
  @CsvSource({
      // numerator, denominator, places, units of purchase, base units
      "96, 1, 0, 1, 96", "96, 1, 0, 0.25, 24", "96, 1, 0, 0.01, ", "96, 1, 1, 0.1, 9.6",
      "1, 3, 0, 3, 1", "1, 3, 3, 1, ", "1, 3, 3, 100000002, 33333334.000", "25, 3, 2, 3, 25.00",
      "5, 2, 1, 1, 2.5", "5, 2, 0, 1, ", "5, 2, 0, 4, 10", "1, 1, 3, 0.125, 0.125", "1, 1, 2, 0.125, ",
      "2147483647, 1, 0, 3, 6442450941", "96, 1, 0, 0, 0"})
  void units_of_purchase_in_base_units(int numerator, int denominator, int places, BigDecimal units, BigDecimal base) {
    CatalogueUnit unit = new CatalogueUnit("unit", "base", places, numerator, denominator);
    assertThat(unit.toBase(units).orElse(null)).isEqualTo(base);
    if (base != null) {
      assertThat(unit.ofBase(base).orElseThrow()).isEqualByComparingTo(units);
    }
  }

  @Test
  void a_count_that_makes_no_unit_is_none() {
    assertThat(PACK.ofBase(BigDecimal.ONE)).isEmpty();
    assertThat(PACK.ofBase(new BigDecimal(100))).isEmpty();
    assertThat(PACK.ofBase(new BigDecimal(12))).hasValue(new BigDecimal("0.125"));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0", "-1, 1, 0", "1, 0, 0", "1, 1, -1"})
  void a_ratio_is_above_0(int numerator, int denominator, int places) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CatalogueUnit("unit", "base", places, numerator, denominator));
  }
}
