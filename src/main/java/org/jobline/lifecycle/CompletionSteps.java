package org.jobline.lifecycle;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.documents.OutstandingItems;
import org.jobline.money.cost.Costs;
import org.springframework.context.annotation.Bean;

/** What follows when the work is done, until nothing is to come. */
@StepsOf("stages/completion.bpmn")
public class CompletionSteps {

  public static final String PROCESS = "completion";

  private final Lifecycles lifecycles;
  private final OutstandingItems outstandingItems;
  private final Costs costs;
  private final Steps steps;

  CompletionSteps(Lifecycles lifecycles, OutstandingItems outstandingItems, Costs costs, Steps steps) {
    this.lifecycles = lifecycles;
    this.outstandingItems = outstandingItems;
    this.costs = costs;
    this.steps = steps;
  }

  @Bean
  JavaDelegate recordCompletionDelegate() {
    return steps.of(lifecycles::complete);
  }

  @Bean
  JavaDelegate listOutstandingItemsDelegate() {
    return steps.of(outstandingItems::list);
  }

  @Bean
  JavaDelegate setAccrualToZeroDelegate() {
    return steps.of(costs::setToZero);
  }

  @Bean
  JavaDelegate recordRecallDelegate() {
    return steps.withForm((order, form) ->
        lifecycles.recall(order, form.text("priority").orElseThrow()));
  }
}
