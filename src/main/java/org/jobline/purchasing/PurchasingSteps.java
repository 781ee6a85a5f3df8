package org.jobline.purchasing;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.ActionKey;
import org.jobline.action.StartForm;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.order.Order;
import org.jobline.order.OrderCard;
import org.jobline.order.OrderType;
import org.jobline.order.OrderTypes;
import org.jobline.order.Status;
import org.springframework.context.annotation.Bean;

/** A purchasing order as it is made and changed, cancelled and brought back. */
@StepsOf({
    "purchasing/purchasing.bpmn", "purchasing/purchase-preparation.bpmn", "purchasing/purchase-cancellation.bpmn",
    "purchasing/purchase-actions.bpmn"})
class PurchasingSteps {

  static final ActionKey EDIT_ITEMS = new ActionKey("po-edit-items");
  static final ActionKey EDIT_DELIVERY_CHARGE = new ActionKey("po-edit-delivery-charge");

  private final OrderTypes types;
  private final StartForm startForm;
  private final PurchaseLogging logging;
  private final PurchaseIntakeService intake;
  private final OrderingService ordering;
  private final Basket basket;
  private final PurchaseOrders orders;
  private final OrderCard card;
  private final Steps steps;

  PurchasingSteps(
      OrderTypes types, StartForm startForm, PurchaseLogging logging, PurchaseIntakeService intake,
      OrderingService ordering, Basket basket, PurchaseOrders orders, OrderCard card, Steps steps) {
    this.types = types;
    this.startForm = startForm;
    this.logging = logging;
    this.intake = intake;
    this.ordering = ordering;
    this.basket = basket;
    this.orders = orders;
    this.card = card;
    this.steps = steps;
  }

  /** From here on the process has its order's number as business key. */
  @Bean
  JavaDelegate logThePurchaseDelegate() {
    return execution -> {
      OrderType type = types.loggedBy(execution);
      Status creation = Status.ofMilestone((String) execution.getVariable(OrderCard.STATUS), type);
      Order order = logging.log(type, creation, WantedPurchase.of(startForm.begin(execution)));
      execution.setProcessBusinessKey(order.number().value());
      execution.setVariables(card.of(order));
    };
  }

  @Bean
  JavaDelegate workOutTheTotalDelegate() {
    return steps.of(intake::tellTotal);
  }

  @Bean
  JavaDelegate recordSupplierDelegate() {
    return steps.withForm((order, form) -> ordering.chooseSupplier(order, form.text("supplier").orElseThrow()));
  }

  @Bean
  JavaDelegate recordItemsDelegate() {
    return steps.withForm((order, form) -> intake.edit(order, PurchasingForms.edit(form,
        basket.lines("added", form.rows("added"), orders.lock(order).supplier().orElse(null)))));
  }

  @Bean
  JavaDelegate recordPurchaseDeliveryChargeDelegate() {
    return steps.withForm((order, form) -> intake.setDeliveryCharge(
        order, form.ticked("calculated") ? null : form.number("amount").orElseThrow()));
  }

  @Bean
  JavaDelegate recordPurchaseCancellationDelegate() {
    return steps.withForm((order, form) -> intake.cancel(order, form.text("reason").orElseThrow()));
  }

  /** Leaves where the order goes on in the stage it comes back to. */
  @Bean
  JavaDelegate reinstateThePurchaseDelegate() {
    return steps.of((order, execution) ->
        execution.getProcessInstance().setVariable("entry", intake.reinstate(order)));
  }
}
