package org.jobline.lifecycle.intake;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.StartForm;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.money.cost.Costs;
import org.jobline.order.Order;
import org.jobline.order.OrderCard;
import org.jobline.order.OrderType;
import org.jobline.order.OrderTypes;
import org.jobline.order.Status;
import org.jobline.sla.OrderClock;
import org.springframework.context.annotation.Bean;

/** Makes an order of a call, as the lifecycle of every type begins. */
@StepsOf("lifecycles/reactive.bpmn")
class IntakeSteps {

  private final OrderTypes types;
  private final StartForm startForm;
  private final Logging logging;
  private final OrderCard card;
  private final OrderClock orderClock;
  private final Costs costs;
  private final Steps steps;

  IntakeSteps(
      OrderTypes types, StartForm startForm, Logging logging, OrderCard card, OrderClock orderClock, Costs costs,
      Steps steps) {
    this.types = types;
    this.startForm = startForm;
    this.logging = logging;
    this.card = card;
    this.orderClock = orderClock;
    this.costs = costs;
    this.steps = steps;
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

  @Bean
  JavaDelegate startTheSlaClockDelegate() {
    return steps.of(orderClock::start);
  }

  @Bean
  JavaDelegate expectTheCostDelegate() {
    return steps.of(costs::open);
  }
}
