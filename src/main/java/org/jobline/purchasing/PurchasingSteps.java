package org.jobline.purchasing;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.StartForm;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.order.Order;
import org.jobline.order.OrderCard;
import org.jobline.order.OrderType;
import org.jobline.order.OrderTypes;
import org.jobline.order.Status;
import org.springframework.context.annotation.Bean;

/** A purchasing order as it is made. */
@StepsOf("purchasing/purchasing.bpmn")
class PurchasingSteps {

  private final OrderTypes types;
  private final StartForm startForm;
  private final PurchaseLogging logging;
  private final PurchaseIntakeService intake;
  private final OrderCard card;
  private final Steps steps;

  PurchasingSteps(
      OrderTypes types, StartForm startForm, PurchaseLogging logging, PurchaseIntakeService intake, OrderCard card,
      Steps steps) {
    this.types = types;
    this.startForm = startForm;
    this.logging = logging;
    this.intake = intake;
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
}
