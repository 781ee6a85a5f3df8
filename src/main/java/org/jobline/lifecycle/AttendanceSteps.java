package org.jobline.lifecycle;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.lifecycle.visit.AttendanceRecording;
import org.jobline.lifecycle.visit.Start;
import org.jobline.lifecycle.visit.Stop;
import org.springframework.context.annotation.Bean;

/** Visits to the site until the work is done, or fixed without one. */
@StepsOf({"stages/attendance.bpmn", "actions/changes-of-plan.bpmn"})
public class AttendanceSteps {

  public static final String PROCESS = "attendance";

  private final AttendanceRecording attendances;
  private final CompletionService completions;
  private final Clock clock;
  private final Steps steps;

  AttendanceSteps(AttendanceRecording attendances, CompletionService completions, Clock clock, Steps steps) {
    this.attendances = attendances;
    this.completions = completions;
    this.clock = clock;
    this.steps = steps;
  }

  @Bean
  JavaDelegate recordStartOfVisitDelegate() {
    return steps.withForm((order, form) -> attendances.start(order, Start.byEngineer(form, clock.instant())));
  }

  @Bean
  JavaDelegate recordStartAsReportedDelegate() {
    return steps.withForm((order, form) -> attendances.start(order, Start.asReported(form)));
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
    return steps.withForm((order, form) -> completions.recordRemoteFix(order, form.number("cost")));
  }
}
