package org.jobline.action;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jobline.order.Order;
import org.jobline.platform.engine.OrderTasks;
import org.jobline.platform.error.NotFoundException;
import org.springframework.stereotype.Component;

/**
 * What an order offers, computed from what is deployed and where the order's tokens stand: its open prompts, the
 * message subscriptions of its running instances, and the action sheets that fit its status.
 */
@Component
class Catalogue {

  private final OrderTasks tasks;
  private final AwaitedMessages awaited;
  private final Diagrams diagrams;
  private final ActionPolicy policy;

  Catalogue(OrderTasks tasks, AwaitedMessages awaited, Diagrams diagrams, ActionPolicy policy) {
    this.tasks = tasks;
    this.awaited = awaited;
    this.diagrams = diagrams;
    this.policy = policy;
  }

  /** A place an action can be done at: an open task, a waiting subscription, or a sheet to start. */
  sealed interface Place {
    ActionDefinition action();

    record OpenTask(ActionDefinition action, String taskId) implements Place {}

    record Subscription(ActionDefinition action, String executionId) implements Place {}

    record Sheet(ActionDefinition action) implements Place {}
  }

  /** Everything offered to the agent, prompts first. */
  List<AvailableAction> offers(Order order, Agent agent) {
    Map<ActionKey, AvailableAction> offers = new LinkedHashMap<>();
    List<Place> places = new ArrayList<>(openTasks(order, agent));
    List<AwaitedMessages.Awaited> waiting =
        awaited.of(order).stream().filter(message -> !message.isSuspended()).toList();
    places.addAll(subscriptions(waiting));
    Set<String> messages = waiting.stream().map(AwaitedMessages.Awaited::message).collect(Collectors.toSet());
    diagrams.sheets().stream()
        .filter(sheet -> sheet.tells().awaited().isEmpty()
            || !Collections.disjoint(sheet.tells().awaited(), messages))
        .forEach(sheet -> places.add(new Place.Sheet(sheet)));
    for (Place place : places) {
      if (policy.isAllowed(place.action(), order, agent)) {
        String taskId = place instanceof Place.OpenTask open ? open.taskId() : null;
        offers.putIfAbsent(place.action().key(), AvailableAction.of(place.action(), taskId));
      }
    }
    return List.copyOf(offers.values());
  }

  /**
   * Where the action can be done, open tasks first.
   *
   * @throws ActionNotAvailableException when the order's diagrams have no such place now
   * @throws NotFoundException when no diagram ever has one
   */
  private Place place(Order order, ActionKey key, Agent agent) {
    List<ActionDefinition> drawn = diagrams.places(key);
    Optional<Place> sheet = drawn.stream()
        .filter(action -> action.kind() == ActionDefinition.Kind.SHEET && action.isFor(order))
        .findFirst()
        .map(Place.Sheet::new);
    // what moves orders may be drawn elsewhere in the version of a stage that an order is still in
    boolean onlySheets = !drawn.isEmpty() && drawn.stream().allMatch(action ->
        action.kind() == ActionDefinition.Kind.SHEET && action.tells().messages().isEmpty());
    return openTask(order, key, agent)
        .or(() -> onlySheets ? Optional.empty() : subscription(order, key))
        .or(() -> sheet)
        .orElseThrow(() -> drawn.isEmpty()
            ? new NotFoundException("action", key.value()) : policy.notOffered(key, order, null));
  }

  /** The same, where the guard lets the agent do it now; throws as {@link ActionPolicy#check} does besides. */
  Place allowedPlace(Order order, ActionKey key, Agent agent) {
    Place place = place(order, key, agent);
    policy.check(place.action(), order, agent);
    return place;
  }

  private Optional<Place> openTask(Order order, ActionKey key, Agent agent) {
    return openTasks(order, agent).stream()
        .filter(place -> place.action().key().equals(key) && place.action().isFor(order))
        .findFirst();
  }

  private List<Place> openTasks(Order order, Agent agent) {
    List<Place> open = new ArrayList<>();
    tasks.of(order.number().value()).stream().filter(task -> !task.isSuspended()).forEach(task ->
        diagrams.ofTask(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
            .filter(action -> action.isPrompt() || agent.name().equals(task.getAssignee()))
            .ifPresent(action -> open.add(new Place.OpenTask(action, task.getId()))));
    open.sort((a, b) -> Boolean.compare(b.action().isPrompt(), a.action().isPrompt()));
    return open;
  }

  private List<Place> subscriptions(List<AwaitedMessages.Awaited> awaited) {
    return awaited.stream().flatMap(message -> subscription(message).stream()).toList();
  }

  private Optional<Place> subscription(Order order, ActionKey key) {
    return awaited.of(order).stream()
        .filter(message -> message.message().equals(key.value()))
        .flatMap(message -> subscription(message).stream())
        .filter(place -> place.action().isFor(order))
        .findFirst();
  }

  private Optional<Place> subscription(AwaitedMessages.Awaited message) {
    return diagrams.ofStart(message.processDefinitionId(), message.event())
        .map(action -> new Place.Subscription(action, message.executionId()));
  }
}
