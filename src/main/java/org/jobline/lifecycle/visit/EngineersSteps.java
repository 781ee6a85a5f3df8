package org.jobline.lifecycle.visit;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.ActionKey;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** Whether more engineers may come than were agreed. */
@StepsOf("actions/engineers.bpmn")
class EngineersSteps {

  static final ActionKey DECISION = new ActionKey("additional-engineers-decision");

  private final EngineerApprovalService engineers;
  private final Steps steps;

  EngineersSteps(EngineerApprovalService engineers, Steps steps) {
    this.engineers = engineers;
    this.steps = steps;
  }

  /** What is asked for is shown to who decides. */
  @Bean
  JavaDelegate recordEngineersRequestDelegate() {
    return steps.withForm((order, form, execution) -> execution.setVariable(
        "engineersRequest", engineers.request(
            order, form.text("rateGroup").orElseThrow(), form.number("total").orElseThrow().intValue())));
  }

  @Bean
  JavaDelegate recordEngineersDecisionDelegate() {
    return steps.withForm((order, form) -> engineers.decide(
        order, form.text("decision").filter("accept"::equals).isPresent(), form.text("visits")));
  }
}
