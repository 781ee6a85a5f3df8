package org.jobline.money.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.jobline.action.FormRow;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CIS to the penny, and what stages release (domain/money.md). */
class InvoiceAmountsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount);
  }

  @ParameterizedTest
  @CsvSource({
      "100.00, 50.00, 30.00, 0,   0.00, 180.00",
      "100.00, 50.00, 30.00, 20, 20.00, 160.00",
      "100.00, 50.00, 30.00, 30, 30.00, 150.00",
      "0.02,    0.00,  0.00, 20,  0.00,   0.02",
      "0.03,    0.00,  0.00, 20,  0.01,   0.02",
      "33.33,   0.00,  6.67, 30, 10.00,  30.00",
      "0.05,    0.00,  0.00, 30,  0.02,   0.03"})
  void the_deduction_is_a_share_of_the_labour(
      String labour, String materials, String vat, String rate, String deduction, String payable) {
    InvoiceAmounts amounts = new InvoiceAmounts(money(labour), money(materials), money(vat), money(rate));
    assertThat(amounts.deduction()).isEqualTo(deduction);
    assertThat(amounts.payable()).isEqualTo(payable);
  }

  @Property
  void no_penny_is_lost(
      @ForAll @BigRange(min = "0", max = "9999999.99") @Scale(2) BigDecimal labour,
      @ForAll @BigRange(min = "0", max = "9999999.99") @Scale(2) BigDecimal materials,
      @ForAll @BigRange(min = "0", max = "9999999.99") @Scale(2) BigDecimal vat,
      @ForAll @IntRange(max = 100) int rate) {
    InvoiceAmounts amounts = new InvoiceAmounts(labour, materials, vat, BigDecimal.valueOf(rate));
    assertThat(amounts.payable().add(amounts.deduction()).subtract(vat)).isEqualByComparingTo(amounts.net());
    assertThat(amounts.deduction()).isBetween(BigDecimal.ZERO, labour);
  }

  @Property
  void many_invoices_lose_no_penny_either_in_whatever_order_they_come(
      @ForAll @Size(max = 40) List<@IntRange(max = 1_000_000) Integer> pennies, @ForAll @IntRange(max = 100) int rate,
      @ForAll long seed) {
    List<InvoiceAmounts> all = new ArrayList<>();
    for (int i = 0; i + 2 < pennies.size(); i += 3) {
      all.add(new InvoiceAmounts(BigDecimal.valueOf(pennies.get(i), 2), BigDecimal.valueOf(pennies.get(i + 1), 2),
          BigDecimal.valueOf(pennies.get(i + 2), 2), BigDecimal.valueOf(rate)));
    }
    List<InvoiceAmounts> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(sum(all, InvoiceAmounts::payable)).isEqualByComparingTo(sum(all, InvoiceAmounts::labour)
        .add(sum(all, InvoiceAmounts::materials)).subtract(sum(all, InvoiceAmounts::deduction))
        .add(sum(all, InvoiceAmounts::vat)));
    assertThat(sum(all, InvoiceAmounts::net)).isEqualByComparingTo(
        sum(all, InvoiceAmounts::labour).add(sum(all, InvoiceAmounts::materials)));
    assertThat(sum(shuffled, InvoiceAmounts::payable)).isEqualByComparingTo(sum(all, InvoiceAmounts::payable));
    assertThat(sum(shuffled, InvoiceAmounts::deduction)).isEqualByComparingTo(sum(all, InvoiceAmounts::deduction));
    // half a penny each at most
    assertThat(sum(all, InvoiceAmounts::deduction).subtract(
        sum(all, InvoiceAmounts::labour).multiply(BigDecimal.valueOf(rate)).movePointLeft(2)).abs())
        .isLessThanOrEqualTo(new BigDecimal("0.005").multiply(BigDecimal.valueOf(all.size())));
  }

  private static BigDecimal sum(List<InvoiceAmounts> all, Function<InvoiceAmounts, BigDecimal> figure) {
    return all.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Property
  void stages_release_at_most_their_sum_in_whatever_order_they_were_typed(
      @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 100_000) Integer> pennies,
      @ForAll @IntRange(max = 400) int day, @ForAll long seed) {
    List<StagedPayment> typed = new ArrayList<>();
    for (int i = 0; i < pennies.size(); i++) {
      typed.add(new StagedPayment(DAY.plusDays(30L * i), BigDecimal.valueOf(pennies.get(i), 2)));
    }
    StagedPayments stages = new StagedPayments(typed);
    List<StagedPayment> shuffled = new ArrayList<>(typed);
    Collections.shuffle(shuffled, new Random(seed));
    BigDecimal released = stages.released(DAY.plusDays(day), stages.sum());
    assertThat(released).isBetween(BigDecimal.ZERO, stages.sum());
    assertThat(new StagedPayments(shuffled).released(DAY.plusDays(day), stages.sum())).isEqualTo(released);
    assertThat(stages.released(DAY.plusDays(day + 1L), stages.sum())).isGreaterThanOrEqualTo(released);
    assertThat(StagedPayments.read(stages.text())).isEqualTo(stages);
  }

  @Test
  void stages_of_a_form_with_columns_and_of_an_older_one_are_the_same() {
    assertThat(StagedPayments.of(List.of(
        new FormRow(null, List.of(LocalDate.of(2026, 2, 1), money("100.00"))),
        new FormRow(null, List.of(LocalDate.of(2026, 1, 1), money("0.50"))))))
        .isEqualTo(StagedPayments.read("2026-02-01 100\n2026-01-01 0.5"));
    assertThatExceptionOfType(InvalidFieldsException.class)
        .isThrownBy(() -> StagedPayments.of(List.of(
            new FormRow(null, List.of(LocalDate.of(2026, 2, 1), money("100.00"))),
            new FormRow(null, List.of(LocalDate.of(2026, 3, 1), money("0.00"))))))
        .satisfies(wrong -> assertThat(wrong.errors()).extracting(FieldError::message)
            .containsExactly("Row 2, Amount: Enter an amount above 0, e.g. 500.00."));
  }

  @Test
  void stages_release_no_more_than_a_fixed_cost_that_was_lowered() {
    StagedPayments stages = StagedPayments.read("2026-01-01 100\n2026-02-01 100");
    assertThat(stages.released(LocalDate.of(2026, 3, 1), money("150.00"))).isEqualTo("150.00");
    assertThat(stages.released(LocalDate.of(2026, 1, 31), money("150.00"))).isEqualTo("100.00");
    assertThat(stages.released(LocalDate.of(2025, 12, 31), money("150.00"))).isEqualTo("0.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30 1", "2026-01-01 0", "2026-01-01 -1", "2026-01-01 1.001", "tomorrow 5", "2026-01-01"})
  void a_line_that_is_no_date_and_amount_is_refused(String line) {
    assertThatExceptionOfType(InvalidFieldsException.class)
        .isThrownBy(() -> StagedPayments.read("2026-01-01 5\n" + line))
        .satisfies(wrong -> assertThat(wrong.errors()).singleElement()
            .satisfies(error -> assertThat(error.message()).contains("line 2")));
  }
}
