package org.jobline.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantities are exact, and amounts are rounded once. */
class QuantityTest {

  private static BigDecimal of(String number) {
    return new BigDecimal(number);
  }

  @ParameterizedTest
  @CsvSource({"2, 192", "0.5, 48", "0.125, 12", "1.500, 144"})
  void packs_are_counted_in_pieces(String packs, String pieces) {
    assertThat(Bought.PACK_OF_96.toBase(of(packs)).orElseThrow().amount()).isEqualTo(pieces);
  }

  @ParameterizedTest
  @CsvSource({"0.333", "0.001", "1.005"})
  void parts_of_a_pack_that_split_a_piece_are_none(String packs) {
    assertThat(Bought.PACK_OF_96.toBase(of(packs))).isEmpty();
  }

  @Test
  void a_third_of_a_roll_is_possible_three_at_a_time() {
    UnitOfPurchase third = new UnitOfPurchase("third", "roll", 0, 1, 3);
    assertThat(third.toBase(of("3")).orElseThrow()).hasToString("1 roll");
    assertThat(third.toBase(of("1"))).isEmpty();
    assertThat(third.toBase(of("2"))).isEmpty();
    assertThat(third.cost(of("1"), new Money(of("3.33"), "GBP"))).hasToString("9.99 GBP");
  }

  @ParameterizedTest
  @CsvSource({"piece, 0, 1, 1 piece", "piece, 0, 4, 4 pieces", "metre, 2, 2.50, 2.5 metres", "box, 0, 0, 0 boxes",
      "kg, 3, 1.001, 1.001 kg", "litre, 1, 10, 10 litres"})
  void quantity_reads_as_people_say_it(String unit, int places, String amount, String words) {
    assertThat(UnitOfPurchase.counted(unit, places).count(of(amount)).orElseThrow()).hasToString(words);
  }

  @Test
  void different_units_and_currencies_are_not_mixed() {
    Quantity piece = new Quantity(of("1"), Bought.PIECE);
    assertThatIllegalArgumentException().isThrownBy(() -> piece.plus(new Quantity(of("1"), Bought.KILO)));
    assertThatIllegalArgumentException().isThrownBy(() ->
        new Money(of("1"), "GBP").plus(new Money(of("1"), "EUR")));
    assertThatIllegalArgumentException().isThrownBy(() -> new Money(of("1"), "pounds"));
    assertThatThrownBy(() -> new Money(of("1.001"), "GBP")).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Quantity(of("1.5"), Bought.PIECE)).isInstanceOf(ArithmeticException.class);
    assertThatIllegalArgumentException().isThrownBy(() -> new UnitOfPurchase("x", "piece", 0, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new UnitOfPurchase("x", "piece", 4, 1, 1));
  }

  @Property
  void what_comes_to_base_units_comes_back(
      @ForAll @LongRange(min = 1, max = 10_000) long numerator, @ForAll @LongRange(min = 1, max = 100) long denominator,
      @ForAll @IntRange(max = 3) int places, @ForAll @IntRange(min = 1, max = 1_000_000) int thousandths) {
    UnitOfPurchase unit = new UnitOfPurchase("unit", "piece", places, numerator, denominator);
    BigDecimal units = BigDecimal.valueOf(thousandths, 3);
    unit.toBase(units).ifPresent(base -> {
      assertThat(base.amount().scale()).isEqualTo(places);
      assertThat(base.amount().multiply(BigDecimal.valueOf(denominator)))
          .isEqualByComparingTo(units.multiply(BigDecimal.valueOf(numerator)));
      assertThat(base.inUnits()).isEqualByComparingTo(units);
    });
    BigDecimal whole = BigDecimal.valueOf(denominator);
    assertThat(unit.toBase(whole).orElseThrow().amount()).isEqualByComparingTo(BigDecimal.valueOf(numerator));
  }

  @Property
  void amounts_are_rounded_once_half_up(
      @ForAll @LongRange(min = 1, max = 1_000) long numerator, @ForAll @LongRange(min = 1, max = 1_000) long denominator,
      @ForAll @IntRange(max = 100_000) int quantity, @ForAll @IntRange(max = 1_000_000) int pennies) {
    UnitOfPurchase unit = new UnitOfPurchase("unit", "piece", 0, numerator, denominator);
    Money cost = unit.cost(BigDecimal.valueOf(quantity), new Money(BigDecimal.valueOf(pennies, 2), "GBP"));
    BigDecimal exactTimesNumerator = BigDecimal.valueOf(pennies, 2).multiply(BigDecimal.valueOf(quantity))
        .multiply(BigDecimal.valueOf(denominator));
    BigDecimal off = cost.amount().multiply(BigDecimal.valueOf(numerator)).subtract(exactTimesNumerator);
    BigDecimal half = new BigDecimal("0.005").multiply(BigDecimal.valueOf(numerator));
    assertThat(off).isGreaterThan(half.negate()).isLessThanOrEqualTo(half);
  }

  @Test
  void no_line_has_figures_that_contradict_each_other() {
    QuantityChange ordered = QuantityChange.ofOrdered(of("10"));
    Quantity four = new Quantity(of("4"), Bought.PIECE);
    Quantity none = new Quantity(of("0"), Bought.PIECE);
    LineQuantities line = new LineQuantities(ordered.plus(QuantityChange.ofReceived(four, none)));
    assertThat(line.open()).isEqualByComparingTo("6");
    assertThat(line.allow(QuantityChange.ofNotRequired(of("6")))).isTrue();
    assertThat(line.allow(QuantityChange.ofNotRequired(of("6.001")))).isFalse();
    assertThat(line.allow(QuantityChange.ofNotRequired(of("-1")))).isFalse();
    assertThat(line.allow(QuantityChange.ofReturned(four, false))).isTrue();
    assertThat(line.allow(QuantityChange.ofReturned(four.plus(four), true))).isFalse();
    assertThat(line.allow(QuantityChange.ofCredited(of("1"), of("0")))).isFalse();
    assertThat(line.allow(QuantityChange.ofReceived(four, none).reversed())).isTrue();
    assertThat(line.allow(ordered.reversed())).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> line.plus(ordered.reversed()));
  }
}
