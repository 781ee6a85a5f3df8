package org.jobline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of statuses as process owners write them. */
class StatusPatternsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "1.03                 | 1.03 | true",
      "1.03                 | 1.13 | false",
      "1.x3                 | 1.03 | true",
      "1.x3                 | 1.43 | true",
      "1.x3                 | 2.03 | false",
      "1.x3                 | 1.04 | false",
      "1.0*                 | 1.09 | true",
      "1.0*                 | 1.19 | false",
      "4.*                  | 4.22 | true",
      "4.*                  | 5.00 | false",
      "*                    | 0.00 | true",
      "1.x0, 1.x3           | 1.23 | true",
      "1.x0, 1.x3           | 1.22 | false",
      "'1.x0 ,, 1.x3,'      | 1.20 | true",
      "4.*, !4.x1           | 4.00 | true",
      "4.*, !4.x1           | 4.01 | false",
      "!4.x1, 4.*           | 4.11 | false",
      "!0.*                 | 1.00 | true",
      "!0.*                 | 0.03 | false",
      "!0.*, !1.x9          | 1.09 | false",
      "1.03, !1.*           | 1.03 | false"})
  void list_matches_what_it_names(String list, String status, boolean matches) {
    StatusPatterns patterns = StatusPatterns.parse(list);
    assertThat(patterns.test(new StatusCode(status))).isEqualTo(matches);
    assertThat(status.matches(patterns.asRegularExpression())).as("in a database").isEqualTo(matches);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"  ", ","})
  void empty_list_matches_every_status(String list) {
    assertThat(StatusPatterns.parse(list).test(new StatusCode("5.28"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "6.00", "1", "1.", "1.xx", "1.a*", "**", "x.x0", "1.03 1.04", "!", "!!1.03", "1.x3;2.x0", ".*"})
  void part_that_is_no_pattern_is_refused(String part) {
    assertThatIllegalArgumentException().isThrownBy(() -> StatusPatterns.parse("1.03, " + part))
        .withMessage("\"" + (part.startsWith("!") ? part.substring(1) : part)
            + "\" isn't a status number. Write e.g. 1.x3 or 4.*");
  }

  @Test
  void list_reads_as_it_was_written() {
    assertThat(StatusPatterns.parse(" 4.*, !4.x1 ")).hasToString("4.*, !4.x1");
  }
}
