package org.jobline.money.cost;

import java.math.BigDecimal;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.documents.DocumentRecording;
import org.springframework.context.annotation.Bean;

/** What the order is to cost; {@code CisSteps} has the row about CIS. Other sheets have single steps of it. */
@StepsOf({
    "actions/costs.bpmn", "actions/details.bpmn", "actions/visits.bpmn", "lifecycles/reactive.bpmn",
    "lifecycles/quote.bpmn"})
class CostsSteps {

  private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(2);

  private final CostService costs;
  private final EnteredCostService typedCosts;
  private final DocumentRecording documents;
  private final Steps steps;

  CostsSteps(CostService costs, EnteredCostService typedCosts, DocumentRecording documents, Steps steps) {
    this.costs = costs;
    this.typedCosts = typedCosts;
    this.documents = documents;
    this.steps = steps;
  }

  @Bean
  JavaDelegate setEstimateDelegate() {
    return steps.withForm((order, form) -> {
      // a form from before forms said it files an estimate
      documents.attach(order, form.list("file"), form.filedAs("file").orElse("Estimate"), null, null);
      typedCosts.estimate(order, form.number("labour").orElseThrow(),
          form.number("attendees").map(BigDecimal::intValue).orElse(null),
          form.number("parts").orElse(ZERO), form.number("plant").orElse(ZERO));
    });
  }

  @Bean
  JavaDelegate setFixedCostDelegate() {
    return steps.withForm((order, form) ->
        typedCosts.setFixedCost(order, form.number("amount").orElseThrow(), form.ticked("sure")));
  }

  @Bean
  JavaDelegate setDeliveryChargeDelegate() {
    return steps.withForm((order, form) ->
        typedCosts.deliver(order, form.ticked("calculated") ? Optional.empty() : form.number("amount")));
  }

  @Bean
  JavaDelegate changeTheMarkUpDelegate() {
    return steps.withForm((order, form) -> costs.markUp(order, form.number("markUp").orElseThrow()));
  }

  @Bean
  JavaDelegate expectTheCostDelegate() {
    return steps.of(costs::create);
  }

  @Bean
  JavaDelegate recalculateTheCostDelegate() {
    return steps.of(costs::recalculate);
  }

  @Bean
  JavaDelegate setAccrualToZeroDelegate() {
    return steps.of(typedCosts::writeOffAccrual);
  }
}
