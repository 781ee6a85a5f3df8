package org.jobline.lifecycle.batch;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.ActionKey;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.order.OrderNumber;
import org.springframework.context.annotation.Bean;

/** Holds small jobs until there are enough of them in one building. */
@StepsOf("stages/batch.bpmn")
public class BatchSteps {

  public static final String PROCESS = "batch";

  static final ActionKey BATCH_RELEASE = new ActionKey("batch-release");

  private final BatchService batches;
  private final BatchReleaseService releases;
  private final Steps steps;

  BatchSteps(BatchService batches, BatchReleaseService releases, Steps steps) {
    this.batches = batches;
    this.releases = releases;
    this.steps = steps;
  }

  @Bean
  JavaDelegate holdForTheBatchDelegate() {
    return steps.of(batches::hold);
  }

  @Bean
  JavaDelegate releaseTheChosenDelegate() {
    return steps.withForm((order, form) ->
        releases.release(order, form.list("orders").stream().map(OrderNumber::new).toList()));
  }

  @Bean
  JavaDelegate releaseAllHeldDelegate() {
    return steps.of(releases::releaseAll);
  }
}
