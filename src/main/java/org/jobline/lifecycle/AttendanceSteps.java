package org.jobline.lifecycle;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.visit.Start;
import org.jobline.visit.Stop;
import org.jobline.visit.Visits;
import org.springframework.context.annotation.Bean;

/** Visits to the site until the work is done, or fixed without one. */
@StepsOf({"stages/attendance.bpmn", "stages/assignment.bpmn"})
public class AttendanceSteps {

  public static final String PROCESS = "attendance";

  private final Visits visits;
  private final Attendances attendances;
  private final Lifecycles lifecycles;
  private final Clock clock;
  private final Steps steps;

  AttendanceSteps(Visits visits, Attendances attendances, Lifecycles lifecycles, Clock clock, Steps steps) {
    this.visits = visits;
    this.attendances = attendances;
    this.lifecycles = lifecycles;
    this.clock = clock;
    this.steps = steps;
  }

  @Bean
  JavaDelegate recordStartOfVisitDelegate() {
    return steps.withForm((order, form) -> visits.start(order, Start.byEngineer(form, clock.instant())));
  }

  @Bean
  JavaDelegate recordStartAsReportedDelegate() {
    return steps.withForm((order, form) -> visits.start(order, Start.asReported(form)));
  }

  @Bean
  JavaDelegate recordEndOfVisitDelegate() {
    return steps.withForm((order, form) -> attendances.stop(order, Stop.of(form)));
  }

  @Bean
  JavaDelegate recordWorkNotCompletedDelegate() {
    return steps.withForm((order, form) ->
        attendances.giveUp(order, form.text("reason").orElseThrow()));
  }

  @Bean
  JavaDelegate recordRemoteFixDelegate() {
    return steps.withForm((order, form) -> attendances.fixRemotely(order, form.number("cost")));
  }

  @Bean
  JavaDelegate sendCompletedEmailDelegate() {
    return steps.of(lifecycles::tellCompleted);
  }
}
