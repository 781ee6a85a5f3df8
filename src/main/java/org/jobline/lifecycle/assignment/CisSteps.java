package org.jobline.lifecycle.assignment;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** The row of the costs sheet that is about the resource: whether tax is deducted depends on its registration. */
@StepsOf("actions/costs.bpmn")
class CisSteps {

  private final Assignments assignments;
  private final Steps steps;

  CisSteps(Assignments assignments, Steps steps) {
    this.assignments = assignments;
    this.steps = steps;
  }

  @Bean
  JavaDelegate markAsCisDelegate() {
    return steps.withForm((order, form) -> assignments.markCis(order, !form.ticked("remove")));
  }
}
