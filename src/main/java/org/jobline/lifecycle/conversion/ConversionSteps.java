package org.jobline.lifecycle.conversion;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.order.OrderTypes;
import org.springframework.context.annotation.Bean;

/** The way from one type of order to another. */
@StepsOf("actions/changes-of-plan.bpmn")
class ConversionSteps {

  private final OrderConversionService conversions;
  private final OrderTypes types;
  private final Steps steps;

  ConversionSteps(OrderConversionService conversions, OrderTypes types, Steps steps) {
    this.conversions = conversions;
    this.types = types;
    this.steps = steps;
  }

  @Bean
  JavaDelegate convertTheOrderDelegate() {
    return steps.withForm((order, form) ->
        conversions.convert(order, types.named(form.text("type").orElseThrow()).orElseThrow()));
  }
}
