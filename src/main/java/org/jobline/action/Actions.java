package org.jobline.action;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jobline.order.Order;
import org.jobline.order.OrderCard;
import org.jobline.order.OrderEvent;
import org.jobline.order.OrderMark;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.engine.AsSystem;
import org.jobline.platform.error.ChangedFields;
import org.jobline.platform.error.ChangedMeanwhile;
import org.jobline.platform.error.InvalidFields;
import org.jobline.platform.error.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Does agent actions; every call is one transaction. */
@Service
public class Actions {

  private static final Set<String> MANAGERS = Set.of("manager", "admin");

  private final Orders orders;
  private final Catalogue catalogue;
  private final WhyNot whyNot;
  private final Guard guard;
  private final OpenedTasks opened;
  private final Performing performing;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final Agents agents;
  private final OrderCard card;
  private final AsSystem asSystem;

  Actions(
      Orders orders, Catalogue catalogue, WhyNot whyNot, Guard guard, OpenedTasks opened, Performing performing,
      RuntimeService runtime, TaskService tasks, Agents agents, OrderCard card, AsSystem asSystem) {
    this.orders = orders;
    this.catalogue = catalogue;
    this.whyNot = whyNot;
    this.guard = guard;
    this.opened = opened;
    this.performing = performing;
    this.runtime = runtime;
    this.tasks = tasks;
    this.agents = agents;
    this.card = card;
    this.asSystem = asSystem;
  }

  /** What is offered to the agent on this order now, prompts first. */
  @Transactional(readOnly = true)
  public List<Offer> offered(Agent agent, OrderNumber number) {
    Order order = orders.get(number);
    return asSystem.call(() -> catalogue.offers(order, agent));
  }

  /** As {@link #offered}, but when it fails, a transaction it is part of is not lost. */
  @Transactional(propagation = Propagation.NESTED)
  public List<Offer> offeredNext(Agent agent, OrderNumber number) {
    return offered(agent, number);
  }

  /** What is not, and why. */
  @Transactional(readOnly = true)
  public List<NotOffered> notOffered(Agent agent, OrderNumber number) {
    Order order = orders.get(number);
    return asSystem.call(() -> whyNot.of(order, agent, catalogue.offers(order, agent)));
  }

  /**
   * Opens and completes an action.
   *
   * @throws NotFound when there is no such order, or no such action in any diagram
   * @throws ActionNotOffered when the order does not offer it now
   * @throws AwaitingAuthorisation when the order is locked
   * @throws NotPermitted when it is not for the agent's groups
   * @throws InvalidFields when the form or a rule of the domain refuses a field
   * @throws ChangedMeanwhile when somebody else changes the order at the same instant
   */
  @Transactional
  public Performed perform(Agent agent, OrderNumber number, ActionKey key, Submission submission) {
    return asSystem.call(() -> {
      Order order = orders.lockUnlessBusy(number);
      Catalogue.Place place = catalogue.place(order, key, agent);
      guard.check(place.action(), order, agent);
      OrderEvent event = performing.announcing(
          new Performing.Announcement(key, agent, submission, true),
          () -> {
            goAhead(place, order, false);
            performing.finish();
            return performing.recorded(key);
          })
          .orElseThrow(() -> new IllegalStateException(key + " was performed without its user task being completed"));
      return new Performed(event, order.status());
    });
  }

  /**
   * As {@link #perform}, by an agent who says what he has seen of the order.
   *
   * @param mark the {@link OrderMark} of the order or the form
   * @throws ChangedFields when another action has since changed what this one would overwrite
   * @throws OrderMark.Unknown when the order never had this mark
   */
  @Transactional
  public Performed performIfUnchanged(
      Agent agent, OrderNumber number, ActionKey key, Submission submission, String mark) {
    int seen = OrderMark.lastEvent(mark).orElseThrow(() -> new OrderMark.Unknown(number, mark));
    if (seen >= orders.get(number).nextEvent()) {
      throw new OrderMark.Unknown(number, mark);
    }
    return perform(agent, number, key, submission.openedOn(seen));
  }

  /**
   * Opens an action as a task of the agent's; opening it twice gives the same task, and a task that a colleague has taken
   * stays his. Throws as {@link #perform} does.
   *
   * @return the id of the task
   */
  @Transactional
  public String open(Agent agent, OrderNumber number, ActionKey key, @Nullable Channel channel) {
    return asSystem.call(() -> {
      Order order = orders.lock(number);
      Catalogue.Place place = catalogue.place(order, key, agent);
      guard.check(place.action(), order, agent);
      if (channel != null && !place.action().menus().contains(channel)) {
        throw new InvalidFields("channel", "must be one of " + place.action().menus() + ".");
      }
      if (place instanceof Catalogue.Place.OpenTask open) {
        takeUnlessTaken(open.taskId(), agent);
        return open.taskId();
      }
      Submission onlyChannel = new Submission(Map.of(), channel, null);
      performing.announcing(new Performing.Announcement(key, agent, onlyChannel, false), () -> {
        goAhead(place, order, true);
        return null;
      });
      return opened.onDemand(order, key, agent.name())
          .map(held -> held.task().getId())
          .orElseThrow(() -> new IllegalStateException(key + " was started but left no task"));
    });
  }

  /**
   * Takes back what the agent opened on demand; nothing is recorded.
   *
   * @throws NotFound when the agent has no such task open
   */
  @Transactional
  public void discard(Agent agent, OrderNumber number, ActionKey key) {
    asSystem.call(() -> {
      Order order = orders.lock(number);
      OpenedTasks.Held held = opened.onDemand(order, key, agent.name())
          .orElseThrow(() -> new NotFound("open task of yours for", key.value()));
      opened.discard(held, "discarded by " + agent.name());
      return null;
    });
  }

  /**
   * Gives back what somebody else holds: a prompt is his group's again, what he opened on demand goes. Nothing is
   * recorded.
   *
   * @throws NotPermitted when the agent is no manager
   * @throws NotFound when nobody of that name holds it
   */
  @Transactional
  public void giveBack(Agent manager, OrderNumber number, ActionKey key, String holder) {
    asSystem.call(() -> {
      opened.giveBack(heldBy(holder, manager, number, key), "given back by " + manager.name());
      return null;
    });
  }

  /**
   * Has somebody else go on with what one agent holds.
   *
   * @throws NotPermitted when the agent is no manager, or the action is not for the other
   * @throws NotFound when nobody of that name holds it
   * @throws InvalidFields when the other has no login
   */
  @Transactional
  public void reassign(Agent manager, OrderNumber number, ActionKey key, String holder, String other) {
    asSystem.call(() -> {
      OpenedTasks.Held held = heldBy(holder, manager, number, key);
      Agent taker = agents.named(other).orElseThrow(() -> new InvalidFields("to", "must be a user who can log in."));
      guard.check(held.action(), orders.lock(number), taker);
      tasks.setAssignee(held.task().getId(), taker.name());
      return null;
    });
  }

  private OpenedTasks.Held heldBy(String holder, Agent manager, OrderNumber number, ActionKey key) {
    if (!manager.hasOneOf(MANAGERS)) {
      throw new NotPermitted("Only a manager can take back or pass on what a colleague has open.");
    }
    return opened.of(orders.lock(number), key, holder)
        .orElseThrow(() -> new NotFound("open task of " + holder + " for", key.value()));
  }

  /** The form of an action that is offered. Throws as {@link #perform} does. */
  @Transactional(readOnly = true)
  ActionDefinition definition(Agent agent, OrderNumber number, ActionKey key) {
    return asSystem.call(() -> {
      Order order = orders.get(number);
      ActionDefinition action = catalogue.place(order, key, agent).action();
      guard.check(action, order, agent);
      return action;
    });
  }

  private void goAhead(Catalogue.Place place, Order order, boolean withCard) {
    if (place instanceof Catalogue.Place.OpenTask open) {
      tasks.complete(open.taskId());
    } else if (place instanceof Catalogue.Place.Subscription subscription) {
      runtime.messageEventReceived(subscription.action().message(), subscription.executionId());
    } else {
      runtime.createMessageCorrelation(place.action().message())
          .processInstanceBusinessKey(order.number().value())
          .processDefinitionId(place.action().processDefinitionId())
          .setVariables(withCard ? card.of(order) : Map.of())
          .correlateStartMessage();
    }
  }

  private void takeUnlessTaken(String taskId, Agent agent) {
    if (tasks.createTaskQuery().taskId(taskId).taskUnassigned().count() > 0) {
      tasks.setAssignee(taskId, agent.name());
    }
  }
}
