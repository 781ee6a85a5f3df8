package org.jobline.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobline.action.Agent;
import org.jobline.workorder.EventView;
import org.jobline.workorder.Journal;
import org.jobline.workorder.OrderDetail;
import org.jobline.workorder.OrderMark;
import org.jobline.workorder.OrderNumber;
import org.jobline.workorder.Status;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What clients see of orders, put together from the features' parts. */
@Service
class WorkOrderViews {

  private final WorkOrders orders;
  private final Journal journal;
  private final List<OrderDetail> details;
  private final Clock clock;

  WorkOrderViews(
      WorkOrders orders, Journal journal, List<OrderDetail> details, Clock clock) {
    this.clock = clock;
    this.orders = orders;
    this.journal = journal;
    this.details = new ArrayList<>(details);
  }

  record StatusView(String code, String name) {
    static StatusView of(Status status) {
      return new StatusView(status.code().value(), status.name());
    }
  }

  record ScheduleView(String kind, Object from, Object to) {}

  record ContactView(String name, String phone) {}

  @Transactional(readOnly = true)
  Map<String, Object> of(OrderNumber number) {
    WorkOrder order = orders.get(number);
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("number", order.number().value());
    view.put("type", order.type());
    view.put("status", StatusView.of(order.status()));
    view.put("locked", order.locked());
    view.put("client", order.client());
    view.put("site", order.site());
    view.put("workType", order.workType());
    view.put("priority", order.priority());
    view.put("description", order.description());
    view.put("contact", new ContactView(order.contactName(), order.contactPhone()));
    view.put("location", order.location());
    view.put("equipment", order.equipment());
    view.put("symptom", order.symptom());
    view.put("reason", order.reason());
    view.put("costCode", order.costCode());
    view.put("capitalCode", order.capitalCode());
    view.put("externalReference", order.externalReference());
    view.put("resource", order.resource().orElse(null));
    view.put("resourceReference", order.resourceReference());
    view.put("schedule", order.schedule()
        .map(schedule -> new ScheduleView(schedule.kind().label(), schedule.from(), schedule.to())).orElse(null));
    view.put("dayRate", order.isByTheDay());
    view.put("sentAt", order.sentAt().orElse(null));
    view.put("eta", order.eta().orElse(null));
    view.put("etaRequestedAt", order.etaRequestedAt().orElse(null));
    view.put("attempts", order.attempts());
    view.put("nextAttemptAt", order.nextAttemptAt().orElse(null));
    view.put("cis", order.cis());
    view.put("loggedAt", order.loggedAt());
    view.put("loggedBy", order.loggedBy());
    view.put("completedAt", order.completedAt().orElse(null));
    view.put("recallUntil", order.recallUntil().orElse(null));
    view.put("recalls", order.recalls());
    view.put("cancelledAt", order.cancelledAt().orElse(null));
    details.forEach(detail -> detail.describe(order, view));
    view.values().removeIf(value -> value == null);
    return view;
  }

  @Transactional(readOnly = true)
  String mark(OrderNumber number) {
    return OrderMark.of(orders.get(number), clock.instant());
  }

  @Transactional(readOnly = true)
  List<EventView> events(OrderNumber number, Agent agent) {
    orders.get(number);
    return journal.of(number).stream()
        .map(EventView::of)
        .map(event -> event.isPrivate() && !agent.mayReadPrivateNotes() ? event.withoutContent() : event)
        .toList();
  }

  @Transactional(readOnly = true)
  Journal.Verification verify(OrderNumber number) {
    orders.get(number);
    return journal.verify(Optional.of(number));
  }
}
