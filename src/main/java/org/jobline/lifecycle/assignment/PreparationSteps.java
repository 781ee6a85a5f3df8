package org.jobline.lifecycle.assignment;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** Finds the order a contractor and a schedule. */
@StepsOf("stages/preparation.bpmn")
public class PreparationSteps {

  public static final String PROCESS = "preparation";

  private final AllocationService allocations;
  private final Steps steps;

  PreparationSteps(AllocationService allocations, Steps steps) {
    this.allocations = allocations;
    this.steps = steps;
  }

  @Bean
  JavaDelegate allocateAndScheduleDelegate() {
    return steps.withForm((order, form) -> allocations.allocate(order, Allocation.of(form)));
  }
}
