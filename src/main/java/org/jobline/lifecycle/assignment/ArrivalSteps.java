package org.jobline.lifecycle.assignment;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** When the resource comes, and what it calls the order. */
@StepsOf("actions/arrival.bpmn")
class ArrivalSteps {

  private final Assignments assignments;
  private final Steps steps;

  ArrivalSteps(Assignments assignments, Steps steps) {
    this.assignments = assignments;
    this.steps = steps;
  }

  @Bean
  JavaDelegate sendEtaRequestDelegate() {
    return steps.withForm((order, form) ->
        assignments.requestEta(order, form.text("by").filter("e-mail"::equals).isPresent()));
  }

  @Bean
  JavaDelegate recordEtaDelegate() {
    return steps.withForm((order, form) ->
        assignments.expectArrival(order, form.instant("eta").orElseThrow()));
  }

  @Bean
  JavaDelegate sendEtaEmailDelegate() {
    return steps.of(assignments::tellEta);
  }

  @Bean
  JavaDelegate recordReferenceDelegate() {
    return steps.withForm((order, form) ->
        assignments.reference(order, form.text("reference").orElseThrow()));
  }
}
