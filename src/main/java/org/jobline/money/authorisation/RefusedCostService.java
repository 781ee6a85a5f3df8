package org.jobline.money.authorisation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jobline.action.ActionService;
import org.jobline.action.Agent;
import org.jobline.action.AvailableAction;
import org.jobline.action.CurrentAction;
import org.jobline.action.Submission;
import org.jobline.lifecycle.OrderReinstated;
import org.jobline.money.cost.CostService;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.error.InvalidFieldsException;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a refused authorisation does to the cost of its order, and to the order. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class RefusedCostService {

  static final String RE_ENTER = "re-enter";
  static final String BYPASS = "bypass";

  private static final Set<String> MAY_BYPASS = Set.of("finance", "manager", "admin");
  private static final int MAX_REASON = 200;

  private final AuthorisationRequests requests;
  private final Orders orders;
  private final CostService costs;
  private final ActionService actions;
  private final CurrentAction current;

  RefusedCostService(
      AuthorisationRequests requests, Orders orders, CostService costs, @Lazy ActionService actions,
      CurrentAction current) {
    this.requests = requests;
    this.orders = orders;
    this.costs = costs;
    this.actions = actions;
    this.current = current;
  }

  /** Lets the earlier cost count again that the authoriser chose when he refused. */
  void setTheCostBack(OrderNumber number) {
    AuthorisationRequest request = requests.latest(number);
    request.fallback().ifPresent(fallback -> {
      if (!fallback.equals(CostFallbacks.NONE)) {
        costs.takeBack(orders.lock(number));
      }
      if (fallback.equals(CostFallbacks.CALCULATED)) {
        costs.backToCalculated(number);
      }
    });
  }

  /** What was refused must not stand on an order that goes on. */
  void undo(OrderNumber number) {
    if (requests.latest(number).fallback().filter(fallback -> !fallback.equals(CostFallbacks.NONE)).isEmpty()) {
      costs.takeBack(orders.lock(number));
    }
  }

  /** Whether the order stands where its lifecycle offers to cancel it. */
  boolean mayBeCancelled(OrderNumber number) {
    return actions.offered(Agent.SYSTEM, number).stream()
        .map(AvailableAction::key).anyMatch(AuthorisationSteps.CANCEL_JOB.value()::equals);
  }

  /** Cancels the order as an agent would, because of the refusal. */
  void cancel(OrderNumber number) {
    AuthorisationRequest request = requests.latest(number);
    request.orderCancelled();
    requests.save(request);
    AuthorisationLevel refusal = request.current();
    String reason = "Not authorised by " + refusal.profile() + ": " + refusal.decisionReason();
    actions.perform(Agent.SYSTEM, number, AuthorisationSteps.CANCEL_JOB, Submission.of(Map.of("reason",
        reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON - 1) + "…" : reason)));
  }

  /**
   * An order that was cancelled because of a refusal is reinstated: its authorisation goes on as was said.
   *
   * @throws InvalidFieldsException when that was not said, or is not for this agent to say
   */
  @EventListener
  @Order(100)
  void on(OrderReinstated reinstated) {
    OrderNumber number = reinstated.order();
    Optional<AuthorisationRequest> refused = requests.of(number).filter(AuthorisationRequest::isUnsettled);
    refused.ifPresent(request -> {
      String choice = reinstated.authorisation().orElseThrow(() -> new InvalidFieldsException("authorisation",
          "Choose re-enter or bypass: the order was cancelled because its cost was refused."));
      if (choice.equals(BYPASS) && current.agent().groups().stream().noneMatch(MAY_BYPASS::contains)) {
        throw new InvalidFieldsException("authorisation", "Choose re-enter: only managers and finance can bypass it.");
      }
      request.reinstatedWith(choice);
      requests.save(request);
      if (choice.equals(BYPASS)) {
        costs.authorise(number, costs.change(number).commitment());
      }
    });
  }
}
