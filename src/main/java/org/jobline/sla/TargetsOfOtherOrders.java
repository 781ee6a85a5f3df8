package org.jobline.sla;

import org.jobline.action.AfterAction;
import org.jobline.order.Order;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/**
 * Nothing is agreed for orders that are no work orders, and nothing tells their clock what happens to them. Lists find
 * them among the others all the same, with nothing due, as open as they are after each action.
 */
@Component
class TargetsOfOtherOrders implements AfterAction {

  private final WorkOrders workOrders;
  private final NextTargetService targets;

  TargetsOfOtherOrders(WorkOrders workOrders, NextTargetService targets) {
    this.workOrders = workOrders;
    this.targets = targets;
  }

  @Override
  public void ended(Order order) {
    if (!workOrders.isWorkOrder(order)) {
      targets.decide(order, null);
    }
  }
}
