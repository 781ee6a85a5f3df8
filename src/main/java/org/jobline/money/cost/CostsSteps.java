package org.jobline.money.cost;

import java.math.BigDecimal;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.documents.Documents;
import org.springframework.context.annotation.Bean;

/** What the order is to cost; {@code CisSteps} has the last row of the sheet. */
@StepsOf("actions/costs.bpmn")
class CostsSteps {

  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

  private final Costs costs;
  private final Documents documents;
  private final Steps steps;

  CostsSteps(Costs costs, Documents documents, Steps steps) {
    this.costs = costs;
    this.documents = documents;
    this.steps = steps;
  }

  @Bean
  JavaDelegate setEstimateDelegate() {
    return steps.withForm((order, form) -> {
      form.text("file").ifPresent(upload -> documents.attach(order, upload, "Estimate", null, null));
      costs.estimate(order, form.number("labour").orElseThrow(),
          form.number("attendees").map(BigDecimal::intValue).orElse(null),
          form.number("parts").orElse(NOTHING), form.number("plant").orElse(NOTHING));
    });
  }

  @Bean
  JavaDelegate setFixedCostDelegate() {
    return steps.withForm((order, form) ->
        costs.fix(order, form.number("amount").orElseThrow(), form.ticked("sure")));
  }

  @Bean
  JavaDelegate setDeliveryChargeDelegate() {
    return steps.withForm((order, form) ->
        costs.deliver(order, form.ticked("calculated") ? Optional.empty() : form.number("amount")));
  }
}
