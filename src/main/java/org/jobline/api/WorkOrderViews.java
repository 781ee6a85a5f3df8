package org.jobline.api;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jobline.action.Agent;
import org.jobline.order.EventView;
import org.jobline.order.Journal;
import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.jobline.order.OrderEvent;
import org.jobline.order.OrderMark;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.engine.UserNames;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What clients see of orders, put together from the features' parts. */
@Service
class WorkOrderViews {

  private final Orders orders;
  private final WorkOrders workOrders;
  private final Journal journal;
  private final List<OrderDetail<?>> details;
  private final UserNames names;
  private final Clock clock;

  WorkOrderViews(
      Orders orders, WorkOrders workOrders, Journal journal, List<OrderDetail<?>> details, UserNames names,
      Clock clock) {
    this.names = names;
    this.clock = clock;
    this.orders = orders;
    this.workOrders = workOrders;
    this.journal = journal;
    this.details = List.copyOf(details);
  }

  @Transactional(readOnly = true)
  WorkOrderView of(OrderNumber number) {
    Order order = orders.get(number);
    return new WorkOrderView(
        OrderView.of(order, workOrders.find(order)), details.stream().map(detail -> detail.of(order)).toList());
  }

  @Transactional(readOnly = true)
  String mark(OrderNumber number) {
    return OrderMark.of(orders.get(number), clock.instant());
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
