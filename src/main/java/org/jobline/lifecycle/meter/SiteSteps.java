package org.jobline.lifecycle.meter;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.referencedata.contractor.FeedbackService;
import org.springframework.context.annotation.Bean;

/** What an order leaves at its site: readings, and what its people think of the work. */
@StepsOf("actions/site.bpmn")
class SiteSteps {

  private final MeterService meters;
  private final FeedbackService feedbacks;
  private final Steps steps;

  SiteSteps(MeterService meters, FeedbackService feedbacks, Steps steps) {
    this.meters = meters;
    this.feedbacks = feedbacks;
    this.steps = steps;
  }

  @Bean
  JavaDelegate recordMeterReadingDelegate() {
    return steps.withForm((order, form) -> {
      MeterService.Shown shown = new MeterService.Shown(
          form.number("value").orElseThrow(), form.instant("readAt").orElseThrow(), form.ticked("replaced"));
      form.text("reading").map(Long::valueOf).ifPresentOrElse(
          reading -> meters.correct(reading, shown),
          () -> meters.add(order, form.text("meter").orElseThrow(), shown));
    });
  }

  @Bean
  JavaDelegate recordFeedbackDelegate() {
    return steps.withForm((order, form) -> feedbacks.rate(
        order, form.number("rating").orElseThrow().intValue(), form.text("who").orElseThrow()));
  }
}
