package org.jobline.purchasing;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.ActionKey;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** A purchasing order goes to its supplier, who says what he will deliver and when. */
@StepsOf({"purchasing/ordering.bpmn", "purchasing/order-sheet.bpmn", "purchasing/purchase-actions.bpmn"})
class OrderingSteps {

  static final ActionKey ACKNOWLEDGE = new ActionKey("po-acknowledge");
  static final ActionKey DELIVERY_DATES = new ActionKey("po-delivery-dates");

  private final OrderingService ordering;
  private final SupplierContactService contact;
  private final Steps steps;

  OrderingSteps(OrderingService ordering, SupplierContactService contact, Steps steps) {
    this.ordering = ordering;
    this.contact = contact;
    this.steps = steps;
  }

  @Bean
  JavaDelegate recordSubmissionDelegate() {
    return steps.withForm((order, form) -> ordering.submit(order, PurchasingForms.submission(form)));
  }

  @Bean
  JavaDelegate submitAutomaticallyDelegate() {
    return steps.of(ordering::submitAutomatically);
  }

  @Bean
  JavaDelegate recordSupplierNotReachedDelegate() {
    return steps.of(contact::noAnswer);
  }

  @Bean
  JavaDelegate haveTheSupplierRungDelegate() {
    return steps.of(contact::haveRung);
  }

  @Bean
  JavaDelegate recordSupplierToldDelegate() {
    return steps.withForm((order, form) -> contact.toldByPhone(order, form.text("supplierReference").orElse(null)));
  }

  @Bean
  JavaDelegate recordAcknowledgementDelegate() {
    return steps.withForm((order, form) -> contact.acknowledge(order, PurchasingForms.acknowledgement(form)));
  }

  @Bean
  JavaDelegate recordDeliveryDatesDelegate() {
    return steps.withForm((order, form) -> contact.provideDeliveryDates(order, PurchasingForms.deliveryDates(form)));
  }
}
