package org.jobline.lifecycle;

import java.math.BigDecimal;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.lifecycle.visit.AttendanceRecording;
import org.springframework.context.annotation.Bean;

/** Puts right when visits were; what that means for money is drawn on the sheet too. */
@StepsOf("actions/visits.bpmn")
class VisitsSteps {

  private final AttendanceRecording attendances;
  private final Steps steps;

  VisitsSteps(AttendanceRecording attendances, Steps steps) {
    this.attendances = attendances;
    this.steps = steps;
  }

  @Bean
  JavaDelegate amendTheTimesDelegate() {
    return steps.withForm((order, form) -> attendances.amend(order, Long.parseLong(form.text("visit").orElseThrow()),
        form.instant("start").orElseThrow(), form.instant("stop"),
        form.number("attending").map(BigDecimal::intValueExact)));
  }
}
