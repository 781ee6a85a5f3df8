package org.jobline.referencedata.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CataloguePartTest {

  private static CataloguePart part(BigDecimal minimum, BigDecimal multiple, PriceBreak... breaks) {
    return new CataloguePart("SCREWS", "S-96", "Wood screw", null, null,
        new CatalogueUnit("pack of 96", "piece", 0, 96, 1), new BigDecimal("4.80"), new BigDecimal(20), minimum,
        multiple, true, List.of(breaks));
  }

  private static PriceBreak from(String quantity, String price) {
    return new PriceBreak(new BigDecimal(quantity), new BigDecimal(price));
  }

  @ParameterizedTest
  @CsvSource({"0.001, 4.80", "1, 4.80", "9.999, 4.80", "10, 4.40", "10.000, 4.40", "10.001, 4.40", "49.999, 4.40",
      "50, 4.60", "99, 4.60", "100, 4.00", "1000000, 4.00"})
  void the_break_that_begins_last_says_the_price(BigDecimal quantity, BigDecimal price) {
    CataloguePart part = part(null, null, from("100", "4.00"), from("10.000", "4.40"), from("50", "4.60"));
    assertThat(part.priceFor(quantity)).isEqualTo(price);
  }

  @Test
  void without_breaks_every_quantity_has_the_same_price() {
    assertThat(part(null, null).priceFor(new BigDecimal(5000))).isEqualTo(new BigDecimal("4.80"));
  }

  @Test
  void a_break_may_begin_below_one_unit() {
    CataloguePart part = part(null, null, from("0.5", "5.00"));
    assertThat(part.priceFor(new BigDecimal("0.499"))).isEqualTo(new BigDecimal("4.80"));
    assertThat(part.priceFor(new BigDecimal("0.5"))).isEqualTo(new BigDecimal("5.00"));
  }

  @ParameterizedTest
  @CsvSource({",, 0.001, true", ",, 0, false", ",, -1, false", "5,, 4.999, false", "5,, 5, true", ", 2, 3, false",
      ", 2, 4.000, true", ", 0.5, 1.5, true", ", 0.5, 1.25, false", "6, 2, 4, false", "6, 2, 7, false", "6, 2, 8, true"})
  void a_quantity_has_to_be_one_that_is_sold(
      BigDecimal minimum, BigDecimal multiple, BigDecimal quantity, boolean isSold) {
    assertThat(part(minimum, multiple).isSoldIn(quantity)).isEqualTo(isSold);
  }

  @Test
  void its_key_is_supplier_and_code() {
    assertThat(part(null, null).key()).hasToString("SCREWS/S-96");
    assertThat(part(null, null).label()).isEqualTo("SCREWS/S-96 Wood screw (pack of 96)");
    assertThat(PartKey.of("SCREWS/S-96")).contains(new PartKey("SCREWS", "S-96"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "SCREWS", "SCREWS/", "/S-96", "SCREWS/S/96", "SCREWS /S-96", "SCREWS/S 96", "SCREWS/\0"})
  void anything_else_is_no_key(String text) {
    assertThat(PartKey.of(text)).isEmpty();
  }
}
