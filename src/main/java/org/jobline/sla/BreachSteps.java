package org.jobline.sla;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** Finds targets that have passed, and tells of each. */
@StepsOf({"health/breach.bpmn", "health/breach-watch.bpmn"})
class BreachSteps {

  static final String PROCESS = "breach";

  private final BreachWatch watch;
  private final BreachService breaches;
  private final Steps steps;

  BreachSteps(BreachWatch watch, BreachService breaches, Steps steps) {
    this.watch = watch;
    this.breaches = breaches;
    this.steps = steps;
  }

  @Bean
  JavaDelegate findBreachedTargetsDelegate() {
    return execution -> watch.look();
  }

  @Bean
  JavaDelegate tellOfTheBreachDelegate() {
    return steps.of((order, execution) ->
        breaches.tell(order, TargetKind.valueOf((String) execution.getVariable(BreachWatch.TARGET))));
  }
}
