package org.jobline.lifecycle.batch;

import java.time.Clock;
import java.util.List;
import org.jobline.action.ActionLog;
import org.jobline.action.Agent;
import org.jobline.action.Intake;
import org.jobline.action.Submission;
import org.jobline.lifecycle.link.LinkService;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderType;
import org.jobline.workorder.WorkOrder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The orders that are made of others, which end as part of them. */
@Component
class ParentOrders {

  private final Intake intake;
  private final BatchCall call;
  private final BatchRepository batches;
  private final LinkService links;
  private final ApplicationEventPublisher events;
  private final ActionLog log;
  private final Clock clock;

  ParentOrders(
      Intake intake, BatchCall call, BatchRepository batches, LinkService links, ApplicationEventPublisher events,
      ActionLog log, Clock clock) {
    this.intake = intake;
    this.call = call;
    this.batches = batches;
    this.links = links;
    this.events = events;
    this.log = log;
    this.clock = clock;
  }

  /** @param batch of one building, first reported first */
  OrderNumber log(OrderType type, List<WorkOrder> batch) {
    return log.suspendedDuring(() -> intake.log(Agent.SYSTEM, type, Submission.of(call.of(batch))));
  }

  /** The order is held no more, and ends. */
  void takeOver(OrderNumber parent, WorkOrder child) {
    batches.release(child.number());
    links.batchedIn(child.number(), parent);
    child.order().cancel(clock.instant());
    events.publishEvent(new OrderBatched(child.number()));
  }
}
