package org.jobline.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** The table of cases that the browser and the server are held against says what is supported, too. */
class FormExpressionTest {

  private static Stream<JsonNode> cases() throws IOException {
    JsonNode all = new ObjectMapper().readTree(new ClassPathResource("forms/expressions.json").getInputStream());
    return StreamSupport.stream(all.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_both_sides_evaluate_alike_is_supported_and_nothing_else(JsonNode one) {
    String unsupported = FormExpression.unsupported(one.path("expression").asText(), Set.of()).orElse("");
    if (one.has("refused")) {
      assertThat(unsupported).contains(one.path("refused").asText());
    } else {
      assertThat(unsupported).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", value = {
      "eta = null => ''", "null != eta => ''", "eta = \"2026-01-01\" => eta =", "eta > null => eta >",
      "eta < start => eta <", "start < eta => eta <"})
  void times_are_only_compared_with_null(String expression, String unsupported) {
    assertThat(FormExpression.unsupported(expression, Set.of("eta")).orElse("")).isEqualTo(unsupported);
  }
}
