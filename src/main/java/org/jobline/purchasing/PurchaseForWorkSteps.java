package org.jobline.purchasing;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.ActionKey;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** Something is bought for a work order. */
@StepsOf("actions/links.bpmn")
class PurchaseForWorkSteps {

  static final ActionKey BUY = new ActionKey("buy-for-order");

  private final BuyingForWork buying;
  private final Steps steps;

  PurchaseForWorkSteps(BuyingForWork buying, Steps steps) {
    this.buying = buying;
    this.steps = steps;
  }

  @Bean
  JavaDelegate createThePurchasingOrderDelegate() {
    return steps.withForm((order, form) -> buying.buy(order, PurchaseForWork.of(form)));
  }
}
