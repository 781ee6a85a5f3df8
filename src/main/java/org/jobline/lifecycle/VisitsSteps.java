package org.jobline.lifecycle;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.money.cost.Costs;
import org.jobline.money.invoice.Invoices;
import org.jobline.visit.Visits;
import org.springframework.context.annotation.Bean;

/** Puts right when visits were, with what that means for money. */
@StepsOf("actions/visits.bpmn")
class VisitsSteps {

  private final Visits visits;
  private final Costs costs;
  private final Invoices invoices;
  private final Steps steps;

  VisitsSteps(Visits visits, Costs costs, Invoices invoices, Steps steps) {
    this.visits = visits;
    this.costs = costs;
    this.invoices = invoices;
    this.steps = steps;
  }

  @Bean
  JavaDelegate amendTheTimesDelegate() {
    return steps.withForm((order, form) -> visits.amend(order, Long.parseLong(form.text("visit").orElseThrow()),
        form.instant("start").orElseThrow(), form.instant("stop")));
  }

  @Bean
  JavaDelegate recalculateTheCostDelegate() {
    return steps.of(costs::recalculate);
  }

  @Bean
  JavaDelegate matchTheInvoicesAgainDelegate() {
    return steps.of(invoices::matchAgain);
  }
}
