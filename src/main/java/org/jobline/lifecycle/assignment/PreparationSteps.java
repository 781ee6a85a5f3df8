package org.jobline.lifecycle.assignment;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** Finds the order a contractor and a schedule. */
@StepsOf({"stages/preparation.bpmn", "stages/quoting.bpmn", "actions/quotes.bpmn"})
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

  /** A quote goes to the contractor whose price is chosen. */
  @Bean
  JavaDelegate recordScheduleDelegate() {
    return steps.withForm((order, form) -> allocations.allocate(order,
        new Allocation(Optional.empty(), WantedSchedule.of(form), false)));
  }
}
