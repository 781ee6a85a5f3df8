package org.jobline.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jobline.order.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether an agent may do an action on an order now. Asked on every way in, when a task is made and when it is completed. */
@Component
class ActionPolicy {

  private final Diagrams diagrams;
  private final Map<String, OfferCondition> conditions;
  private final List<ActionRestriction> entitlements;
  private final AwaitedMessages awaited;
  private final SiteTime siteTime;
  private final Agents agents;

  ActionPolicy(
      Diagrams diagrams, List<OfferCondition> conditions, List<ActionRestriction> entitlements, AwaitedMessages awaited,
      SiteTime siteTime, Agents agents) {
    this.agents = agents;
    this.diagrams = diagrams;
    this.awaited = awaited;
    this.entitlements = entitlements;
    this.siteTime = siteTime;
    this.conditions = conditions.stream().collect(Collectors.toMap(OfferCondition::name, Function.identity()));
  }

  /**
   * @throws AwaitingAuthorisationException when the order is locked
   * @throws ActionNotAvailableException when status, type or condition do not fit, or the order does not wait for its
   *     outcome
   * @throws NotPermittedException when the agent has none of the action's roles, or is not entitled to it
   */
  void check(ActionDefinition action, Order order, Agent agent) {
    if (order.locked() && !action.whileLocked()) {
      throw new AwaitingAuthorisationException(action.label(), order, siteTime.of(order.site()));
    }
    if (!action.isFor(order) || !isAwaited(action, order)) {
      throw notOffered(action.key(), order, null);
    }
    if (!conditionHolds(action, order)) {
      throw notOffered(action.key(), order, condition(action).refusalReason());
    }
    if (!mayDo(action, agent)) {
      throw new NotPermittedException(agent, action.label(), action.roles());
    }
    notEntitled(action, order, agent).ifPresent(why -> {
      throw new NotPermittedException(agent, action.label(), why);
    });
  }

  /**
   * The same for the agent who has submitted it, unless it was checked in this transaction.
   *
   * @return who does it
   */
  Agent check(ActionDefinition action, Order order, Optional<PendingSubmission> submission) {
    Agent agent = agents.submitting(submission);
    if (submission.filter(pending -> pending.isAllowedOn(order)).isEmpty()) {
      check(action, order, agent);
    }
    return agent;
  }

  /** Whether the order offers it to somebody, once it is no longer locked. */
  boolean isOffered(ActionDefinition action, Order order) {
    return action.isFor(order) && conditionHolds(action, order);
  }

  /** Whether {@link #check} would pass on an order that waits for what the action comes to. */
  boolean isAllowed(ActionDefinition action, Order order, Agent agent) {
    return (!order.locked() || action.whileLocked())
        && action.isFor(order)
        && mayDo(action, agent)
        && conditionHolds(action, order)
        && notEntitled(action, order, agent).isEmpty();
  }

  /** What {@link #check} would refuse the action for, as a sentence; empty when it would pass. */
  Optional<String> reasonRefused(ActionDefinition action, Order order, Agent agent) {
    if (order.locked() && !action.whileLocked()) {
      return Optional.of("Waiting for authorisation.");
    }
    if (!action.isFor(order)) {
      return Optional.of("The order is at " + order.status() + ".");
    }
    if (!isAwaited(action, order)) {
      return Optional.of("Orders of this type have no such step.");
    }
    if (!conditionHolds(action, order)) {
      return Optional.of(sentence(condition(action).refusalReason()));
    }
    if (!mayDo(action, agent)) {
      return Optional.of(sentence(action.roles().stream().sorted().collect(Collectors.joining(" or ")) + " only"));
    }
    return notEntitled(action, order, agent).map(ActionPolicy::sentence);
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  private Optional<String> notEntitled(ActionDefinition action, Order order, Agent agent) {
    return entitlements.stream()
        .filter(entitlement -> entitlement.action().equals(action.key()))
        .flatMap(entitlement -> entitlement.refusal(order, agent).stream())
        .findFirst();
  }

  ActionNotAvailableException notOffered(ActionKey key, Order order, @Nullable String why) {
    List<ActionDefinition> places = diagrams.places(key);
    String label = places.isEmpty() ? key.value() : places.get(0).label();
    String offeredIn = places.stream()
        .map(place -> place.offeredIn().toString())
        .map(statuses -> statuses.isEmpty() ? "any status" : statuses)
        .distinct()
        .collect(Collectors.joining("; "));
    return new ActionNotAvailableException(label, order, offeredIn, why);
  }

  /** Whether somebody is there to go on when the action is done. */
  private boolean isAwaited(ActionDefinition action, Order order) {
    Set<String> messages = action.tells().awaited();
    return messages.isEmpty() || awaited.includeOneOf(messages, order);
  }

  private static boolean mayDo(ActionDefinition action, Agent agent) {
    return agent.hasOneOf(action.roles()) || agent.groups().contains("admin");
  }

  private boolean conditionHolds(ActionDefinition action, Order order) {
    return action.condition() == null || condition(action).holds(order);
  }

  private OfferCondition condition(ActionDefinition action) {
    OfferCondition condition = conditions.get(action.condition());
    if (condition == null) {
      throw new IllegalStateException("The diagram offers " + action.key() + " if \"" + action.condition()
          + "\"; the conditions are " + conditions.keySet());
    }
    return condition;
  }
}
