package org.jobline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@a", "\t=1", "|a", " =1", "\r=1", "\ufeff=1", "\u200b=1", "\uff1d1+1", "\u200b\ufeff \uff0b1",
      "\uff0d1", "\uff20a", "\u2060@a", "\u00a0=1", "\u3000=1", "\u202e=1", "\u22121", "\u0001=1", "\u3164=1"})
  void a_cell_is_never_a_formula(String text) {
    assertThat(CsvLine.cell(text)).startsWith("\"'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1", "1-2", "\u200bwords", "\u4f60\u597d", "3|4", "\u00fcber-all", ""})
  void words_stay_as_they_are(String text) {
    assertThat(CsvLine.cell(text)).isEqualTo("\"" + text + "\"");
  }

  @Test
  void a_line_has_every_cell_quoted() {
    assertThat(CsvLine.of("a\"b", "c,d\ne", null, new BigDecimal("-1.50")))
        .isEqualTo("\"a\"\"b\",\"c,d\ne\",\"\",\"-1.50\"\r\n");
  }
}
