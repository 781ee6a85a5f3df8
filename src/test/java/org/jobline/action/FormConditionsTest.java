package org.jobline.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** What forms may say in FEEL means here what it means in the browser: one table of cases for both. */
class FormConditionsTest {

  private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

  private final FormConditions conditions = new FormConditions();

  private static Stream<JsonNode> cases() throws IOException {
    JsonNode all = new ObjectMapper().readTree(new ClassPathResource("forms/expressions.json").getInputStream());
    return StreamSupport.stream(all.spliterator(), false).filter(one -> one.has("result"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void an_expression_has_the_same_result_as_in_the_browser(JsonNode one) {
    String expression = one.path("expression").asText();
    Map<String, Object> values = values(one.path("values"));
    EvaluationResult result = FEEL.evaluateExpression(expression, values);
    assertThat(result.isSuccess()).isTrue();
    if (one.path("result").isNumber()) {
      assertThat(new BigDecimal(result.result().toString())).isEqualByComparingTo(one.path("result").decimalValue());
    } else {
      assertThat(result.result()).isEqualTo(plain(one.path("result")));
    }
    assertThat(conditions.holds(expression, values))
        .isEqualTo(one.path("result").isBoolean() && one.path("result").booleanValue());
  }

  /** As the server has read them: numbers are decimals. */
  private static Map<String, Object> values(JsonNode json) {
    Map<String, Object> values = new HashMap<>();
    json.properties().forEach(entry -> values.put(entry.getKey(),
        entry.getValue().isNumber() ? entry.getValue().decimalValue() : plain(entry.getValue())));
    return values;
  }

  private static Object plain(JsonNode value) {
    return value instanceof NullNode ? null : new ObjectMapper().convertValue(value, Object.class);
  }

  @Test
  void a_time_is_not_null() {
    assertThat(conditions.holds("at = null", Map.of("at", Instant.EPOCH))).isFalse();
    assertThat(conditions.holds("at != null", Map.of("at", LocalDate.EPOCH))).isTrue();
  }
}
