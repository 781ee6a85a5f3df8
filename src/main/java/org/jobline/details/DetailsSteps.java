package org.jobline.details;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.ActionKey;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** Puts right what is known of an order. */
@StepsOf("actions/details.bpmn")
class DetailsSteps {

  static final ActionKey EDIT_WORK_ORDER = new ActionKey("edit-work-order");
  static final ActionKey CHANGE_DETAILS_CALLER = new ActionKey("change-details-caller");

  private final Details details;
  private final Steps steps;

  DetailsSteps(Details details, Steps steps) {
    this.details = details;
    this.steps = steps;
  }

  @Bean
  JavaDelegate editTheOrderDelegate() {
    return steps.withForm(details::edit);
  }

  @Bean
  JavaDelegate changeTheCallerDelegate() {
    return steps.withForm(details::caller);
  }

  @Bean
  JavaDelegate changeTheReasonDelegate() {
    return steps.withForm((order, form) -> details.reason(order, form.text("reason").orElseThrow()));
  }

  @Bean
  JavaDelegate changeTheMarkUpDelegate() {
    return steps.withForm((order, form) -> details.markUp(order, form.number("markUp").orElseThrow()));
  }

  @Bean
  JavaDelegate changeTheCapitalBudgetDelegate() {
    return steps.withForm((order, form) ->
        details.capitalBudget(order, form.text("capitalCode").orElseThrow()));
  }
}
