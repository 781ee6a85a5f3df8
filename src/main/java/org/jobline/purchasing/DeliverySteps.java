package org.jobline.purchasing;

import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.ActionKey;
import org.jobline.action.Fields;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.order.OrderNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/** Goods on their way, received, sent back and not wanted any more. */
@StepsOf({"purchasing/delivery.bpmn", "purchasing/purchase-actions.bpmn"})
class DeliverySteps {

  static final ActionKey DISPATCHED = new ActionKey("po-dispatched");
  static final ActionKey RECEIPT = new ActionKey("po-receipt");
  static final ActionKey RETURN_ITEMS = new ActionKey("po-return-items");
  static final ActionKey NOT_REQUIRED = new ActionKey("po-remaining-not-required");
  static final ActionKey REQUIRED_AGAIN = new ActionKey("po-required-again");

  private final DeliveryService deliveries;
  private final PurchaseOrders orders;
  private final ApplicationEventPublisher events;
  private final Steps steps;

  DeliverySteps(
      DeliveryService deliveries, PurchaseOrders orders, ApplicationEventPublisher events, Steps steps) {
    this.deliveries = deliveries;
    this.orders = orders;
    this.events = events;
    this.steps = steps;
  }

  /** A step whose agent decided on what the form showed of goods that came and went. */
  private JavaDelegate seen(BiConsumer<OrderNumber, Fields> step) {
    return steps.withForm((order, form) -> {
      PurchasingForms.seenDocuments(form).ifPresent(orders.lock(order)::requireMovementsSeen);
      FormErrors.at(FormErrors.OF_DELIVERIES, () -> step.accept(order, form));
    });
  }

  @Bean
  JavaDelegate recordDispatchDelegate() {
    return seen((order, form) -> deliveries.dispatch(order, PurchasingForms.dispatch(form)));
  }

  @Bean
  JavaDelegate recordReceiptDelegate() {
    return seen((order, form) -> {
      deliveries.receive(order, PurchasingForms.receipt(form, orders.lock(order)));
      events.publishEvent(new ItemsReceived(order, form.list("file")));
    });
  }

  @Bean
  JavaDelegate cancelWhatNobodyWantsDelegate() {
    return steps.of(deliveries::cancelUnwanted);
  }

  @Bean
  JavaDelegate recordReturnDelegate() {
    return seen((order, form) -> deliveries.sendBack(order, PurchasingForms.returns(form)));
  }

  @Bean
  JavaDelegate recordNotRequiredDelegate() {
    return seen((order, form) -> deliveries.endRemaining(order, PurchasingForms.notRequired(form)));
  }

  @Bean
  JavaDelegate recordRequiredAgainDelegate() {
    return seen((order, form) -> deliveries.requireAgain(order, PurchasingForms.requiredAgain(form)));
  }

  @Bean
  JavaDelegate recordDeliveryUndoneDelegate() {
    return steps.withForm((order, form) ->
        FormErrors.at(FormErrors.OF_DELIVERIES, () -> deliveries.undo(order, PurchasingForms.undoing(form))));
  }
}
