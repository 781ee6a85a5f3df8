package org.jobline.money.invoice;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** The row of the costs sheet that is about the contractor: whether tax is deducted depends on its registration. */
@StepsOf("actions/costs.bpmn")
class CisSteps {

  private final CisMarkService marks;
  private final Steps steps;

  CisSteps(CisMarkService marks, Steps steps) {
    this.marks = marks;
    this.steps = steps;
  }

  @Bean
  JavaDelegate markAsCisDelegate() {
    return steps.withForm((order, form) -> marks.mark(order, !form.ticked("remove")));
  }
}
