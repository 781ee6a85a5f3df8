package org.jobline.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@a", "\t=1", "|a", " =1", "\r=1"})
  void a_cell_is_never_a_formula(String text) {
    assertThat(CsvLine.cell(text)).startsWith("\"'");
  }

  @Test
  void a_line_has_every_cell_quoted() {
    assertThat(CsvLine.of("a\"b", "c,d\ne", null, new BigDecimal("-1.50")))
        .isEqualTo("\"a\"\"b\",\"c,d\ne\",\"\",\"-1.50\"\r\n");
  }
}
