package org.jobline.money.authorisation;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.jobline.lifecycle.assignment.Clearance;
import org.jobline.money.cost.CostChange;
import org.jobline.money.cost.CostService;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.engine.DecisionTables;
import org.jobline.platform.engine.SystemAuthentication;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which orders somebody has to authorise before they go on (domain/money.md, Authorisation). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class AuthorisationRules implements Clearance {

  private static final String RULES = "authorisation-rules";

  private final AuthorisationRequests requests;
  private final Orders orders;
  private final WorkOrders workOrders;
  private final CostService costs;
  private final DecisionTables decisionTables;
  private final RuntimeService runtime;
  private final SystemAuthentication system;

  AuthorisationRules(
      AuthorisationRequests requests, Orders orders, WorkOrders workOrders, CostService costs,
      DecisionTables decisionTables, @Lazy RuntimeService runtime, @Lazy SystemAuthentication system) {
    this.requests = requests;
    this.orders = orders;
    this.workOrders = workOrders;
    this.costs = costs;
    this.decisionTables = decisionTables;
    this.runtime = runtime;
    this.system = system;
  }

  @Override
  public boolean isNeeded(Order order) {
    return order.locked() || !costs.isAllowed(order) && isAboveALimit(order);
  }

  private boolean isAboveALimit(Order order) {
    CostChange change = costs.change(order.number());
    return !decisionTables.column(RULES, Map.of(
        "kind", change.kind(), "type", order.type().name(), "client", order.client(),
        "workType", workOrders.find(order).map(WorkOrder::workType).orElse(""),
        "amount", change.commitment().toPlainString()), "level").isEmpty();
  }

  /** Asks for an authorisation, if what the order may come to cost has risen above a limit. */
  void look(Order order) {
    if (order.locked() || order.cancelledAt().isPresent() || !costs.isKept(order)) {
      return;
    }
    if (!isNeeded(order)) {
      costs.allow(order);
    } else if (!isBeingCancelled(order)) {
      system.call(() -> runtime.startProcessInstanceByKey(AuthorisationSteps.PROCESS, order.number().value()));
    }
  }

  /** As above, before an order that was brought back for it goes on. */
  void reEnter(OrderNumber number) {
    look(orders.lock(number));
  }

  private boolean isBeingCancelled(Order order) {
    return requests.of(order.number()).filter(AuthorisationRequest::isUnsettled).isPresent();
  }
}
