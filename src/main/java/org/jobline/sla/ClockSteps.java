package org.jobline.sla;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** Starts the clock of every order that is logged. */
@StepsOf({"lifecycles/reactive.bpmn", "lifecycles/quote.bpmn"})
class ClockSteps {

  private final OrderClock clock;
  private final Steps steps;

  ClockSteps(OrderClock clock, Steps steps) {
    this.clock = clock;
    this.steps = steps;
  }

  @Bean
  JavaDelegate startTheSlaClockDelegate() {
    return steps.of(clock::start);
  }
}
