package org.jobline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderNumberTest {

  @ParameterizedTest
  @ValueSource(strings = {"R-100245", "Q-100000", "P-999999", "A-123456789012", "PO-100001"})
  void numbers_of_every_type_are_taken_as_they_are(String text) {
    assertThat(OrderNumber.isOne(text)).isTrue();
    assertThat(new OrderNumber(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "R-", "R-10024", "R-012345", "R-1234567890123", "r-100245", "ABCD-100245", "É-100245", "R100245", "R-100245 ", " R-100245",
      "R-100245\n", "R-10024x", "R-١٠٠٢٤٥"})
  void malformed_number_is_refused(String text) {
    assertThat(OrderNumber.isOne(text)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new OrderNumber(text))
        .withMessage("An order number looks like R-100245, not " + text);
  }

  @Test
  void nothing_is_no_number() {
    assertThat(OrderNumber.isOne(null)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new OrderNumber(null));
  }

  @ParameterizedTest
  @CsvSource({"reactive,R,R-100245", "purchasing,PO,PO-100245", "site-survey,SVY,SVY-100245"})
  void number_begins_with_the_letters_of_its_type(String lifecycle, String prefix, String number) {
    OrderNumber made = OrderNumber.of(OrderType.ofLifecycle(lifecycle, prefix, '0'), 100_245);
    assertThat(made).isEqualTo(new OrderNumber(number));
    assertThat(made.prefix()).isEqualTo(prefix);
  }
}
