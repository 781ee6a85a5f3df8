package org.jobline.lifecycle;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** Cancels orders, which every stage before completion may, and brings them back. */
@StepsOf({
    "stages/cancellation.bpmn", "stages/preparation.bpmn", "stages/batch.bpmn", "stages/assignment.bpmn",
    "stages/attendance.bpmn"})
class CancellationSteps {

  private final Cancellations cancellations;
  private final Steps steps;

  CancellationSteps(Cancellations cancellations, Steps steps) {
    this.cancellations = cancellations;
    this.steps = steps;
  }

  @Bean
  JavaDelegate recordCancellationDelegate() {
    return steps.of(cancellations::cancel);
  }

  @Bean
  JavaDelegate reinstateTheOrderDelegate() {
    return steps.withForm((order, form) -> cancellations.reinstate(order, Reinstatement.of(form)));
  }
}
