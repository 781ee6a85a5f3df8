package org.jobline.action;

import java.util.Collection;
import java.util.Optional;
import org.jobline.order.Order;
import org.jobline.platform.engine.SystemAuthentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Closes what agents have opened and the order no longer offers (domain/agent-actions.md, Two people on one order). */
@Component
class StaleTasks {

  private final OpenedTasks opened;
  private final ActionPolicy policy;
  private final StageOfTask stages;
  private final ClosedTasks closed;
  private final SystemAuthentication system;

  StaleTasks(
      OpenedTasks opened, ActionPolicy policy, StageOfTask stages, ClosedTasks closed,
      @Lazy SystemAuthentication system) {
    this.opened = opened;
    this.policy = policy;
    this.stages = stages;
    this.closed = closed;
    this.system = system;
  }

  /**
   * A lock passes, so what is only locked stays open.
   *
   * @param orders taken for changing, which an action has just been done on
   * @param cause what is still to get its event; empty when it has been written
   */
  void close(Collection<Order> orders, Optional<ActionInProgress> cause) {
    orders.forEach(order -> system.call(() -> {
      opened.of(order).stream()
          .filter(held -> !held.action().isPrompt()
              && (!policy.isOffered(held.action(), order) || stages.isOver(held, order)))
          .forEach(held -> close(held, order, cause.filter(action -> order.equals(action.order()))));
      return null;
    }));
  }

  private void close(OpenedTasks.Held held, Order order, Optional<ActionInProgress> cause) {
    String agent = held.task().getAssignee();
    opened.discard(held, "no longer available");
    closed.remember(held.task().getId(), agent, order, held.action(),
        cause.map(action -> action.label() + " by " + action.agent().name()));
    cause.ifPresent(action -> action.note(held.action().label() + ", which " + agent + " had open, was closed"));
  }
}
