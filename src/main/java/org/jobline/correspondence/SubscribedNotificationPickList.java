package org.jobline.correspondence;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** The notifications people of the building hold, each with who will get what. */
@Component
class SubscribedNotificationPickList implements PickList {

  private final Subscriptions subscriptions;

  SubscribedNotificationPickList(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public String name() {
    return "subscribedNotifications";
  }

  @Override
  public List<Choice> choices(Optional<WorkOrder> order, String text, int limit) {
    return order.map(this::all).orElse(List.of()).stream().limit(limit).toList();
  }

  private List<Choice> all(WorkOrder order) {
    List<String> active = subscriptions.active(order.number());
    return subscriptions.at(order.site()).stream()
        .collect(groupingBy(Subscriber::typeCode, LinkedHashMap::new, collectingAndThen(toList(), held -> new Choice(
            held.get(0).typeCode(),
            held.get(0).type() + (active.contains(held.get(0).typeCode()) ? " (active): " : ": ")
                + held.stream().map(Subscriber::words).collect(joining(", "))))))
        .values().stream()
        .toList();
  }

  @Override
  public Optional<Choice> find(Optional<WorkOrder> order, String value) {
    return choices(order, "", Integer.MAX_VALUE).stream()
        .filter(choice -> choice.value().equals(value) || choice.label().equals(value))
        .findFirst();
  }

  @Override
  public String expectation() {
    return "must be a notification that a contact of the building holds";
  }
}
