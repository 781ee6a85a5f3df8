package org.jobline.lifecycle;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.money.authorisation.Authorisations;
import org.springframework.context.annotation.Bean;

/** Cancels orders, which every stage before completion may, and brings them back. */
@StepsOf({
    "stages/cancellation.bpmn", "stages/preparation.bpmn", "stages/batch.bpmn", "stages/assignment.bpmn",
    "stages/attendance.bpmn"})
class CancellationSteps {

  private final Lifecycles lifecycles;
  private final Authorisations authorisations;
  private final Steps steps;

  CancellationSteps(Lifecycles lifecycles, Authorisations authorisations, Steps steps) {
    this.lifecycles = lifecycles;
    this.authorisations = authorisations;
    this.steps = steps;
  }

  @Bean
  JavaDelegate recordCancellationDelegate() {
    return steps.of(lifecycles::cancel);
  }

  @Bean
  JavaDelegate sendCancelledEmailsDelegate() {
    return steps.of(lifecycles::tellCancelled);
  }

  @Bean
  JavaDelegate reinstateTheOrderDelegate() {
    return steps.withForm((order, form) -> lifecycles.reinstate(order, Reinstatement.of(form)));
  }

  @Bean
  JavaDelegate sendAssignedAfterRecallEmailDelegate() {
    return steps.withForm((order, form) -> lifecycles.tellReinstated(order, Reinstatement.of(form)));
  }

  @Bean
  JavaDelegate reEnterAuthorisationDelegate() {
    return steps.of(authorisations::reEnter);
  }
}
