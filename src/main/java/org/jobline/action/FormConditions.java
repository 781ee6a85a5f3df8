package org.jobline.action;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.springframework.stereotype.Component;

/** Evaluates the conditions by which a form hides fields, in FEEL: what forms may use of it, the desk reads alike. */
@Component
class FormConditions {

  private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();
  /** To read one takes far longer than to evaluate it, and forms have few. */
  private final Map<String, ParseResult> read = new ConcurrentHashMap<>();

  /** @throws IllegalStateException when the form's condition is no valid FEEL */
  boolean holds(String condition, Map<String, Object> values) {
    ParseResult expression = read.computeIfAbsent(condition, feel::parseExpression);
    if (expression.isFailure()) {
      throw failed(condition, expression.failure());
    }
    EvaluationResult result = feel.evaluate(expression.parsedExpression(), values);
    if (result.isFailure()) {
      throw failed(condition, result.failure());
    }
    return Boolean.TRUE.equals(result.result());
  }

  private static IllegalStateException failed(String condition, Failure failure) {
    return new IllegalStateException("The condition \"" + condition + "\" of a form fails: " + failure.message());
  }
}
