package org.jobline.lifecycle;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** What follows when the work is done, until nothing is to come. */
@StepsOf("stages/completion.bpmn")
public class CompletionSteps {

  public static final String PROCESS = "completion";

  private final CompletionService completions;
  private final Steps steps;

  CompletionSteps(CompletionService completions, Steps steps) {
    this.completions = completions;
    this.steps = steps;
  }

  @Bean
  JavaDelegate recordCompletionDelegate() {
    return steps.of(completions::complete);
  }

  @Bean
  JavaDelegate recordRecallDelegate() {
    return steps.withForm((order, form) ->
        completions.recall(order, form.text("priority").orElseThrow()));
  }
}
