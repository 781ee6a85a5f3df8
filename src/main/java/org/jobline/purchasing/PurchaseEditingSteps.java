package org.jobline.purchasing;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.ActionKey;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** A purchasing order as it is changed, cancelled and brought back. */
@StepsOf({
    "purchasing/purchase-actions.bpmn", "purchasing/purchase-preparation.bpmn", "purchasing/purchase-cancellation.bpmn"})
class PurchaseEditingSteps {

  static final ActionKey EDIT_ITEMS = new ActionKey("po-edit-items");
  static final ActionKey EDIT_DELIVERY_CHARGE = new ActionKey("po-edit-delivery-charge");

  private final PurchaseIntakeService intake;
  private final OrderingService ordering;
  private final PurchaseChanges changes;
  private final Basket basket;
  private final PurchaseOrders orders;
  private final Steps steps;

  PurchaseEditingSteps(
      PurchaseIntakeService intake, OrderingService ordering, PurchaseChanges changes, Basket basket,
      PurchaseOrders orders, Steps steps) {
    this.intake = intake;
    this.ordering = ordering;
    this.changes = changes;
    this.basket = basket;
    this.orders = orders;
    this.steps = steps;
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
  JavaDelegate undoTheRefusedChangeDelegate() {
    return steps.of((order, execution) -> changes.undoRefused(
        order, PriceDecisions.lastAllowed(execution.getVariable(PriceDecisions.LAST_ALLOWED))));
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
