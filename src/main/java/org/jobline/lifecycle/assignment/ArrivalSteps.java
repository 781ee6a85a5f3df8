package org.jobline.lifecycle.assignment;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** When the contractor comes, and what it calls the order. */
@StepsOf("actions/arrival.bpmn")
class ArrivalSteps {

  private final ArrivalService arrivals;
  private final Steps steps;

  ArrivalSteps(ArrivalService arrivals, Steps steps) {
    this.arrivals = arrivals;
    this.steps = steps;
  }

  @Bean
  JavaDelegate sendEtaRequestDelegate() {
    return steps.withForm((order, form) ->
        arrivals.requestEta(order, form.text("by").filter("e-mail"::equals).isPresent()));
  }

  @Bean
  JavaDelegate recordEtaDelegate() {
    return steps.withForm((order, form) ->
        arrivals.setEta(order, form.instant("eta").orElseThrow()));
  }

  @Bean
  JavaDelegate recordReferenceDelegate() {
    return steps.withForm((order, form) ->
        arrivals.reference(order, form.text("reference").orElseThrow()));
  }
}
