package org.jobline.action;

import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.springframework.stereotype.Component;

/** Evaluates the conditions by which a form hides fields, in FEEL: what forms may use of it, the desk reads alike. */
@Component
class FormConditions {

  private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

  /** @throws IllegalStateException when the form's condition is no valid FEEL */
  boolean holds(String condition, Map<String, Object> values) {
    EvaluationResult result = feel.evaluateExpression(condition, values);
    if (result.isFailure()) {
      throw new IllegalStateException("The condition \"" + condition + "\" of a form fails: " + result.failure().message());
    }
    return Boolean.TRUE.equals(result.result());
  }
}
