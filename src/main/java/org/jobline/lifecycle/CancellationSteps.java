package org.jobline.lifecycle;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** Cancels orders, and brings them back. */
@StepsOf({"stages/cancellation.bpmn", "actions/changes-of-plan.bpmn"})
class CancellationSteps {

  /** Where the order is to go on in the stage it comes back to; the lifecycle tells the stage. */
  static final String ENTRY = "entry";

  private final CancellationService cancellations;
  private final Steps steps;

  CancellationSteps(CancellationService cancellations, Steps steps) {
    this.cancellations = cancellations;
    this.steps = steps;
  }

  @Bean
  JavaDelegate recordCancellationDelegate() {
    return steps.of(cancellations::cancel);
  }

  @Bean
  JavaDelegate reinstateTheOrderDelegate() {
    return steps.withForm((order, form, execution) ->
        execution.setVariable(ENTRY, cancellations.reinstate(order, Reinstatement.of(form))));
  }
}
