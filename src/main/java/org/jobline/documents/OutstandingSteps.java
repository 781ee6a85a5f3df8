package org.jobline.documents;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** What is still to be filed when the work is done. */
@StepsOf("stages/completion.bpmn")
class OutstandingSteps {

  private final OutstandingItemService outstandingItems;
  private final Steps steps;

  OutstandingSteps(OutstandingItemService outstandingItems, Steps steps) {
    this.outstandingItems = outstandingItems;
    this.steps = steps;
  }

  @Bean
  JavaDelegate listOutstandingItemsDelegate() {
    return steps.of(outstandingItems::list);
  }
}
