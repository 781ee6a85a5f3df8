package org.jobline.action;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jobline.order.Order;
import org.jobline.platform.error.NotFoundException;
import org.springframework.stereotype.Component;

/**
 * What an order offers, computed from what is deployed and where the order's tokens stand: its open prompts, the
 * message subscriptions of its running instances, and the action sheets that fit its status.
 */
@Component
class Catalogue {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final Diagrams diagrams;
  private final ActionPolicy policy;

  Catalogue(RuntimeService runtime, TaskService tasks, Diagrams diagrams, ActionPolicy policy) {
    this.runtime = runtime;
    this.tasks = tasks;
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
    Set<String> awaited = new HashSet<>();
    places.addAll(subscriptions(order, awaited));
    diagrams.sheets().stream()
        .filter(sheet -> sheet.tells().awaited().isEmpty()
            || !Collections.disjoint(sheet.tells().awaited(), awaited))
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
    for (Task task : tasks.createTaskQuery().processInstanceBusinessKey(order.number().value()).active().list()) {
      diagrams.ofTask(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
          .filter(action -> action.isPrompt() || agent.name().equals(task.getAssignee()))
          .ifPresent(action -> open.add(new Place.OpenTask(action, task.getId())));
    }
    open.sort((a, b) -> Boolean.compare(b.action().isPrompt(), a.action().isPrompt()));
    return open;
  }

  /** @param awaited gets the names of all messages that the order's processes wait for */
  private List<Place> subscriptions(Order order, Set<String> awaited) {
    List<Place> places = new ArrayList<>();
    for (ProcessInstance instance : runtime.createProcessInstanceQuery()
        .processInstanceBusinessKey(order.number().value()).active().list()) {
      runtime.createEventSubscriptionQuery().eventType("message").processInstanceId(instance.getId()).list().forEach(
          subscription -> {
            awaited.add(subscription.getEventName());
            diagrams.ofStart(instance.getProcessDefinitionId(), subscription.getActivityId())
                .ifPresent(action -> places.add(new Place.Subscription(action, subscription.getExecutionId())));
          });
    }
    return places;
  }

  private Optional<Place> subscription(Order order, ActionKey key) {
    for (Execution execution : runtime.createExecutionQuery()
        .processInstanceBusinessKey(order.number().value())
        .messageEventSubscriptionName(key.value())
        .list()) {
      Optional<Place> place = subscriptions(execution, key).filter(found -> found.action().isFor(order));
      if (place.isPresent()) {
        return place;
      }
    }
    return Optional.empty();
  }

  private Optional<Place> subscriptions(Execution execution, ActionKey key) {
    String definition = runtime.createProcessInstanceQuery()
        .processInstanceId(execution.getProcessInstanceId()).singleResult().getProcessDefinitionId();
    return runtime.createEventSubscriptionQuery().eventType("message").eventName(key.value())
        .executionId(execution.getId()).list().stream()
        .flatMap(subscription -> diagrams.ofStart(definition, subscription.getActivityId()).stream())
        .<Place>map(action -> new Place.Subscription(action, execution.getId()))
        .findFirst();
  }
}
