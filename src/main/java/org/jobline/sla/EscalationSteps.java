package org.jobline.sla;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.order.OrderNumber;
import org.springframework.context.annotation.Bean;

/** Finds targets that are at risk or have passed, and tells of each. */
@StepsOf({"health/breach.bpmn", "health/target-at-risk.bpmn", "health/breach-watch.bpmn"})
class EscalationSteps {

  static final String PROCESS = "breach";
  static final String WARNING_PROCESS = "target-at-risk";

  private final EscalationWatch watch;
  private final EscalationService escalations;
  private final Steps steps;

  EscalationSteps(EscalationWatch watch, EscalationService escalations, Steps steps) {
    this.watch = watch;
    this.escalations = escalations;
    this.steps = steps;
  }

  @Bean
  JavaDelegate findTargetsAtRiskDelegate() {
    return execution -> watch.findAtRisk();
  }

  @Bean
  JavaDelegate findBreachedTargetsDelegate() {
    return execution -> watch.findMissed();
  }

  @Bean
  JavaDelegate findBreachesToEscalateDelegate() {
    return execution -> watch.findMissedByMore();
  }

  @Bean
  JavaDelegate warnOfTheTargetDelegate() {
    return steps.of((order, execution) -> tell(order, execution, Escalation.WARNING));
  }

  @Bean
  JavaDelegate tellOfTheBreachDelegate() {
    return steps.of((order, execution) -> {
      // processes of an earlier release were told of no level
      Object level = execution.getVariable(EscalationWatch.LEVEL);
      tell(order, execution, level instanceof Integer known ? known : Escalation.BREACH);
    });
  }

  private void tell(OrderNumber order, DelegateExecution execution, int level) {
    escalations.tell(order, TargetKind.valueOf((String) execution.getVariable(EscalationWatch.TARGET)), level);
  }
}
