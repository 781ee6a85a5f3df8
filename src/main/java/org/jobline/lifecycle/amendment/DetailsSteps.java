package org.jobline.lifecycle.amendment;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.ActionKey;
import org.jobline.action.Fields;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.workorder.WorkOrderDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;

/** Puts right what is known of an order. */
@StepsOf("actions/details.bpmn")
class DetailsSteps {

  static final ActionKey EDIT_WORK_ORDER = new ActionKey("edit-work-order");
  static final ActionKey CHANGE_DETAILS_CALLER = new ActionKey("change-details-caller");

  private final AmendmentService details;
  private final Steps steps;

  DetailsSteps(AmendmentService details, Steps steps) {
    this.details = details;
    this.steps = steps;
  }

  @Bean
  JavaDelegate editTheOrderDelegate() {
    return steps.withForm((order, form) -> details.edit(order, before -> edited(before, form)));
  }

  @Bean
  JavaDelegate changeTheCallerDelegate() {
    return steps.withForm((order, form) -> details.caller(
        order, form.text("contactName").orElseThrow(), before -> optional(form, "contactPhone", before)));
  }

  @Bean
  JavaDelegate changeTheReasonDelegate() {
    return steps.withForm((order, form) -> details.reason(order, form.text("reason").orElseThrow()));
  }

  @Bean
  JavaDelegate changeTheCapitalBudgetDelegate() {
    return steps.withForm((order, form) ->
        details.capitalBudget(order, form.text("capitalCode").orElseThrow()));
  }

  /** A field left out stays as it is, one sent empty is cleared where the order can do without. */
  private static WorkOrderDetails edited(WorkOrderDetails before, Fields form) {
    return new WorkOrderDetails(
        form.text("workType").orElse(before.workType()),
        form.text("priority").orElse(before.priority()),
        form.text("description").orElse(before.description()),
        form.text("contactName").orElse(before.contactName()),
        optional(form, "contactPhone", before.contactPhone()),
        optional(form, "location", before.location()),
        optional(form, "equipment", before.equipment()),
        optional(form, "symptom", before.symptom()));
  }

  private static @Nullable String optional(Fields form, String key, @Nullable String before) {
    return form.isCleared(key) ? null : form.text(key).orElse(before);
  }
}
