package org.jobline.sla;

import java.time.Clock;
import org.camunda.bpm.engine.task.Task;
import org.jobline.order.Order;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** The priority of an order's tasks. */
@Component
class OrderUrgency {

  private final WorkOrders orders;
  private final ReferenceData referenceData;
  private final EscalationRepository escalations;
  private final Clock clock;

  OrderUrgency(WorkOrders orders, ReferenceData referenceData, EscalationRepository escalations, Clock clock) {
    this.orders = orders;
    this.referenceData = referenceData;
    this.escalations = escalations;
    this.clock = clock;
  }

  int of(Order order) {
    return orders.find(order)
        .map(workOrder -> referenceData.priority(workOrder.priority()).orElseThrow().urgency())
        .orElse(Task.PRIORITY_NORMAL);
  }

  /** The same targets, more urgent while the desk has been warned of the next of them. */
  OrderTargets applied(OrderTargets targets) {
    NextTarget next = targets.next();
    Long running = targets.clock();
    boolean isWarnedOf = next != null && running != null && !next.warning().isAfter(clock.instant())
        && escalations.isTold(running, next.kind());
    return isWarnedOf ? targets.moreUrgent() : targets;
  }
}
