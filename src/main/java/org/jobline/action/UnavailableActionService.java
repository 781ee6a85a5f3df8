package org.jobline.action;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.order.StatusCode;
import org.jobline.platform.engine.SystemAuthentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells, of what an order does not offer, what stands in the way and where it is offered. */
@Service
public class UnavailableActionService {

  private final Orders orders;
  private final Catalogue catalogue;
  private final ActionsOfTypes actions;
  private final ActionPolicy policy;
  private final LifecycleStatuses statuses;
  private final SystemAuthentication system;

  UnavailableActionService(
      Orders orders, Catalogue catalogue, ActionsOfTypes actions, ActionPolicy policy, LifecycleStatuses statuses,
      SystemAuthentication system) {
    this.orders = orders;
    this.catalogue = catalogue;
    this.actions = actions;
    this.policy = policy;
    this.statuses = statuses;
    this.system = system;
  }

  /** All actions of the order's type but those offered to the agent, by label. */
  @Transactional(readOnly = true)
  public List<UnavailableAction> of(Agent agent, OrderNumber number) {
    Order order = orders.get(number);
    return system.call(() -> of(order, agent));
  }

  private List<UnavailableAction> of(Order order, Agent agent) {
    Set<String> keys = catalogue.offers(order, agent).stream().map(AvailableAction::key).collect(Collectors.toSet());
    return actions.of(order.type()).stream()
        .filter(places -> !keys.contains(places.get(0).key().value()))
        .map(places -> describe(places, order, agent))
        .filter(action -> !action.offeredIn().isEmpty())
        .sorted(Comparator.comparing(UnavailableAction::label))
        .toList();
  }

  private UnavailableAction describe(List<ActionDefinition> places, Order order, Agent agent) {
    ActionDefinition place = places.stream().filter(action -> action.isFor(order)).findFirst().orElse(places.get(0));
    return new UnavailableAction(
        place.key().value(),
        place.label(),
        places.stream().flatMap(action -> action.menus().stream()).distinct().toList(),
        policy.reasonRefused(place, order, agent).orElse("Already done, or open with a colleague."),
        offeredIn(places, order));
  }

  private List<String> offeredIn(List<ActionDefinition> places, Order order) {
    Map<String, String> names = statuses.of(order.type());
    return Stream.concat(names.keySet().stream(), Stream.of(order.status().code().value()))
        .distinct()
        .sorted()
        .filter(number -> places.stream().anyMatch(place -> place.isFor(new StatusCode(number), order.type())))
        .map(number -> (number + " " + names.getOrDefault(number, order.status().name())).strip())
        .toList();
  }
}
