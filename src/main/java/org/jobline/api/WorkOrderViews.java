package org.jobline.api;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jobline.action.Agent;
import org.jobline.order.EventView;
import org.jobline.order.Journal;
import org.jobline.order.OrderDetail;
import org.jobline.order.OrderEvent;
import org.jobline.order.OrderMark;
import org.jobline.order.OrderNumber;
import org.jobline.platform.engine.UserNames;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What clients see of orders, put together from the features' parts. */
@Service
class WorkOrderViews {

  private final WorkOrders orders;
  private final Journal journal;
  private final List<OrderDetail<?>> details;
  private final UserNames names;
  private final Clock clock;

  WorkOrderViews(
      WorkOrders orders, Journal journal, List<OrderDetail<?>> details, UserNames names, Clock clock) {
    this.names = names;
    this.clock = clock;
    this.orders = orders;
    this.journal = journal;
    this.details = List.copyOf(details);
  }

  @Transactional(readOnly = true)
  WorkOrderView of(OrderNumber number) {
    WorkOrder order = orders.get(number);
    return new WorkOrderView(OrderView.of(order), details.stream().map(detail -> detail.of(order.order())).toList());
  }

  @Transactional(readOnly = true)
  String mark(OrderNumber number) {
    return OrderMark.of(orders.get(number).order(), clock.instant());
  }

  @Transactional(readOnly = true)
  List<EventView> events(OrderNumber number, Agent agent) {
    orders.get(number);
    List<OrderEvent> events = journal.of(number);
    Map<String, String> known = names.of(events.stream().map(OrderEvent::agent).toList());
    return events.stream()
        .map(event -> EventView.of(event).by(known.get(event.agent())))
        .map(event -> event.isPrivate() && !agent.mayReadPrivateNotes() ? event.withoutContent() : event)
        .toList();
  }
}
