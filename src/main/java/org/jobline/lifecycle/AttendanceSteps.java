package org.jobline.lifecycle;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.visit.Start;
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

  /** The engineer rings from the site, so it starts now. */
  @Bean
  JavaDelegate recordStartOfVisitDelegate() {
    return steps.withForm((order, form) -> visits.start(order, new Start(
        form.text("engineer").orElseThrow(), null, clock.instant(),
        form.number("attending").orElseThrow().intValue(), form.ticked("asbestosRead"),
        form.text("permitNumber").orElse(null))));
  }

  @Bean
  JavaDelegate recordStartAsReportedDelegate() {
    return steps.withForm((order, form) -> visits.start(order, new Start(
        null, form.text("reportedBy").orElseThrow(), form.instant("start").orElseThrow(),
        form.number("attending").orElseThrow().intValue(), form.ticked("asbestosRead"),
        form.text("permitNumber").orElse(null))));
  }

  @Bean
  JavaDelegate recordEndOfVisitDelegate() {
    return steps.withForm((order, form) -> attendances.stop(order, StopFields.read(form)));
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
