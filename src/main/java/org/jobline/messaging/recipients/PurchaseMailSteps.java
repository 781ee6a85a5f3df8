package org.jobline.messaging.recipients;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.purchasing.SupplierChase;
import org.springframework.context.annotation.Bean;

/** The mails that are drawn for purchasing orders. */
@StepsOf({"purchasing/purchase-actions.bpmn", "purchasing/supplier-chase.bpmn"})
class PurchaseMailSteps {

  private final PurchaseMailService mails;
  private final Steps steps;

  PurchaseMailSteps(PurchaseMailService mails, Steps steps) {
    this.mails = mails;
    this.steps = steps;
  }

  @Bean
  JavaDelegate sendLateDeliveryEmailDelegate() {
    return steps.of(mails::late);
  }

  @Bean
  JavaDelegate sendNotRequiredEmailDelegate() {
    return steps.of(mails::notRequired);
  }

  @Bean
  JavaDelegate sendSupplierReminderDelegate() {
    return steps.of((order, execution) ->
        mails.reminder(order, SupplierChase.about(execution).orElseThrow()));
  }

  @Bean
  JavaDelegate sendPurchaseCancelledEmailDelegate() {
    return steps.of(mails::cancelled);
  }
}
