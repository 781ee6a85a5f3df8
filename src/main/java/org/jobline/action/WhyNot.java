package org.jobline.action;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.order.Order;
import org.jobline.order.StatusCode;
import org.springframework.stereotype.Component;

/** Tells, of what an order does not offer, what stands in the way and where it is offered. */
@Component
class WhyNot {

  private final Diagrams diagrams;
  private final Guard guard;
  private final LifecycleStatuses statuses;

  WhyNot(Diagrams diagrams, Guard guard, LifecycleStatuses statuses) {
    this.diagrams = diagrams;
    this.guard = guard;
    this.statuses = statuses;
  }

  /** All actions of the order's type but those offered, by label. */
  List<NotOffered> of(Order order, Agent agent, Collection<Offer> offered) {
    Set<String> keys = offered.stream().map(Offer::key).collect(Collectors.toSet());
    return diagrams.newest().stream()
        .filter(action -> action.types().isEmpty() || action.types().contains(order.type().name()))
        .filter(action -> !keys.contains(action.key().value()))
        .collect(Collectors.groupingBy(action -> action.key().value(), TreeMap::new, Collectors.toList()))
        .values().stream()
        .map(places -> describe(places, order, agent))
        .filter(action -> !action.offeredIn().isEmpty())
        .sorted(Comparator.comparing(NotOffered::label))
        .toList();
  }

  private NotOffered describe(List<ActionDefinition> places, Order order, Agent agent) {
    ActionDefinition place = places.stream().filter(action -> action.isFor(order)).findFirst().orElse(places.get(0));
    return new NotOffered(
        place.key().value(),
        place.label(),
        places.stream().flatMap(action -> action.menus().stream()).distinct().toList(),
        guard.obstacle(place, order, agent).orElse("Already done, or open with a colleague."),
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
