package org.jobline.lifecycle.assignment;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.ActionKey;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** Gets the order accepted by a contractor. */
@StepsOf({"stages/assignment.bpmn", "actions/changes-of-plan.bpmn"})
public class AssignmentSteps {

  public static final String PROCESS = "assignment";

  static final ActionKey ASSIGN = new ActionKey("assign");

  private final AllocationService allocations;
  private final AssignmentService assignments;
  private final ArrivalService arrivals;
  private final Steps steps;

  AssignmentSteps(AllocationService allocations, AssignmentService assignments, ArrivalService arrivals, Steps steps) {
    this.allocations = allocations;
    this.assignments = assignments;
    this.arrivals = arrivals;
    this.steps = steps;
  }

  @Bean
  JavaDelegate sendAssignEmailDelegate() {
    return steps.withFormOf(ASSIGN, (order, form) -> form.ifPresentOrElse(
        assigned -> assignments.send(order, assigned.text("reference")),
        () -> assignments.sendAutomatically(order)));
  }

  @Bean
  JavaDelegate recordAcceptanceDelegate() {
    return steps.withForm((order, form) ->
        assignments.accept(order, form.instant("eta"), form.text("reference")));
  }

  @Bean
  JavaDelegate recordAttemptDelegate() {
    return steps.of(arrivals::countAttempt);
  }

  @Bean
  JavaDelegate recordRefusalDelegate() {
    return steps.of(allocations::refuse);
  }

  @Bean
  JavaDelegate allocateNextResourceDelegate() {
    return steps.of(allocations::allocateNext);
  }

  @Bean
  JavaDelegate changeTheResourceDelegate() {
    return steps.withForm((order, form) ->
        allocations.change(order, form.text("resource").orElseThrow()));
  }
}
