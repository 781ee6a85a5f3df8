package org.jobline.purchasing;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.ActionKey;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** Something is bought for a work order, and comes. */
@StepsOf({"actions/links.bpmn", "purchasing/delivery.bpmn"})
class PurchaseForWorkSteps {

  static final ActionKey BUY = new ActionKey("buy-for-order");

  private final BuyingForWork buying;
  private final PartsForWork parts;
  private final Steps steps;

  PurchaseForWorkSteps(BuyingForWork buying, PartsForWork parts, Steps steps) {
    this.buying = buying;
    this.parts = parts;
    this.steps = steps;
  }

  @Bean
  JavaDelegate createThePurchasingOrderDelegate() {
    return steps.withForm((order, form) -> buying.buy(order, PurchaseForWork.of(form)));
  }

  @Bean
  JavaDelegate tellWorkOrdersDelegate() {
    return steps.of(parts::tellDelivered);
  }
}
