package org.jobline.lifecycle.intake;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.StartForm;
import org.jobline.action.StepsOf;
import org.jobline.order.Order;
import org.jobline.order.OrderCard;
import org.jobline.order.OrderType;
import org.jobline.order.OrderTypes;
import org.jobline.order.Status;
import org.springframework.context.annotation.Bean;

/** Makes an order of a call, as the lifecycle of every type begins. */
@StepsOf({"lifecycles/reactive.bpmn", "lifecycles/quote.bpmn"})
class IntakeSteps {

  private final OrderTypes types;
  private final StartForm startForm;
  private final OrderIntake logging;
  private final OrderCard card;

  IntakeSteps(OrderTypes types, StartForm startForm, OrderIntake logging, OrderCard card) {
    this.types = types;
    this.startForm = startForm;
    this.logging = logging;
    this.card = card;
  }

  /** From here on the process has its order's number as business key. */
  @Bean
  JavaDelegate logTheOrderDelegate() {
    return execution -> {
      OrderType type = types.loggedBy(execution);
      Status creation = Status.ofMilestone((String) execution.getVariable(OrderCard.STATUS), type);
      Order order = logging.log(type, creation, Call.of(startForm.begin(execution))).order();
      execution.setProcessBusinessKey(order.number().value());
      execution.setVariables(card.of(order));
    };
  }
}
