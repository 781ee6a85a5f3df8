package org.jobline.money.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Optional;
import org.jobline.platform.error.InvalidFieldsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a contractor wants to be paid, and under which number (domain/money.md, Invoices and CIS). */
class ClaimTest {

  private static Optional<BigDecimal> money(String amount) {
    return Optional.of(new BigDecimal(amount));
  }

  private static Claim cis(String labour, String materials) {
    return new Claim(Optional.empty(), money(labour), money(materials), new BigDecimal("24.00"));
  }

  @ParameterizedTest
  @CsvSource({
      "100.00,20.00,20,20.00,124.00", "100.00,20.00,0,0.00,144.00", "100.00,20.00,30,30.00,114.00",
      "0.03,0.00,20,0.01,24.02", "0.02,0.00,20,0.00,24.02", "0.025,0.00,20,,"})
  void deduction_is_taken_from_the_labour_to_the_penny(
      BigDecimal labour, String materials, BigDecimal rate, String deduction, String payable) {
    if (deduction == null) {
      assertThatExceptionOfType(ArithmeticException.class).as("no half pennies are typed")
          .isThrownBy(() -> cis(labour.toString(), materials).amounts(true, rate));
      return;
    }
    InvoiceAmounts amounts = cis(labour.toString(), materials).amounts(true, rate);
    assertThat(amounts.deduction()).isEqualTo(deduction);
    assertThat(amounts.payable()).isEqualTo(payable);
  }

  @Test
  void other_work_has_one_net_amount_and_no_deduction() {
    InvoiceAmounts amounts = new Claim(money("120.00"), Optional.empty(), Optional.empty(), new BigDecimal("24.00"))
        .amounts(false, BigDecimal.ZERO);
    assertThat(amounts.net()).isEqualTo("120.00");
    assertThat(amounts.payable()).isEqualTo("144.00");
  }

  @Test
  void claim_of_nothing_is_refused_at_its_field() {
    assertThatExceptionOfType(InvalidFieldsException.class)
        .isThrownBy(() -> cis("0.00", "0.00").amounts(true, BigDecimal.TEN))
        .satisfies(refused -> assertThat(refused.errors()).extracting("field").containsExactly("labour"));
    assertThatExceptionOfType(InvalidFieldsException.class)
        .isThrownBy(() -> new Claim(money("0.00"), Optional.empty(), Optional.empty(), BigDecimal.ONE)
            .amounts(false, BigDecimal.ZERO))
        .satisfies(refused -> assertThat(refused.errors()).extracting("field").containsExactly("net"));
    assertThat(cis("0.00", "5.00").amounts(true, BigDecimal.TEN).net()).as("materials alone").isEqualTo("5.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INV-0042/a", "inv 0042 A", "Inv.0042.A", "ＩＮＶ0042a"})
  void ways_of_writing_one_number_are_the_same(String typed) {
    assertThat(new InvoiceNumber(typed).key()).isEqualTo("INV0042A");
    assertThat(new InvoiceNumber(typed)).hasToString(typed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-/-"})
  void number_without_letters_or_digits_is_refused(String typed) {
    assertThatExceptionOfType(InvalidFieldsException.class).isThrownBy(() -> new InvoiceNumber(typed))
        .satisfies(refused -> assertThat(refused.errors()).extracting("field").containsExactly("invoiceNumber"));
  }
}
