package org.jobline.action;

import java.util.List;
import java.util.Map;
import org.jobline.order.Order;
import org.jobline.order.OrderEvent;
import org.jobline.order.OrderMark;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.engine.SystemAuthentication;
import org.jobline.platform.error.ChangedFieldsException;
import org.jobline.platform.error.ChangedMeanwhileException;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Does agent actions; every call is one transaction. */
@Service
public class ActionService {

  private final Orders orders;
  private final Catalogue catalogue;
  private final ActionStart start;
  private final OpenedTasks opened;
  private final PendingSubmissions pending;
  private final ActionLog log;
  private final SystemAuthentication system;

  ActionService(
      Orders orders, Catalogue catalogue, ActionStart start, OpenedTasks opened, PendingSubmissions pending,
      ActionLog log, SystemAuthentication system) {
    this.orders = orders;
    this.catalogue = catalogue;
    this.start = start;
    this.opened = opened;
    this.pending = pending;
    this.log = log;
    this.system = system;
  }

  /** What is offered to the agent on this order now, prompts first. */
  @Transactional(readOnly = true)
  public List<AvailableAction> offered(Agent agent, OrderNumber number) {
    Order order = orders.get(number);
    return system.call(() -> catalogue.offers(order, agent));
  }

  /** As {@link #offered}, but when it fails, a transaction it is part of is not lost. */
  @Transactional(propagation = Propagation.NESTED)
  public List<AvailableAction> offeredNext(Agent agent, OrderNumber number) {
    return offered(agent, number);
  }

  /**
   * Opens and completes an action.
   *
   * @throws NotFoundException when there is no such order, or no such action in any diagram
   * @throws ActionNotAvailableException when the order does not offer it now
   * @throws AwaitingAuthorisationException when the order is locked
   * @throws NotPermittedException when it is not for the agent's groups
   * @throws InvalidFieldsException when the form or a rule of the domain refuses a field
   * @throws ChangedMeanwhileException when somebody else changes the order at the same instant
   */
  @Transactional
  public ActionResult perform(Agent agent, OrderNumber number, ActionKey key, Submission submission) {
    return system.call(() -> {
      Order order = orders.lockOrFail(number);
      OrderEvent event = pending.with(
          new PendingSubmission(key, order, agent, submission, true),
          () -> {
            start.perform(order, key, agent);
            log.finish();
            return log.recorded(key);
          })
          .orElseThrow(() -> new IllegalStateException(key + " was performed without its user task being completed"));
      return new ActionResult(event, order.status());
    });
  }

  /**
   * As {@link #perform}, by an agent who says what he has seen of the order.
   *
   * @param mark the {@link OrderMark} of the order or the form
   * @throws ChangedFieldsException when another action has since changed what this one would overwrite
   * @throws OrderMark.UnknownMarkException when the order never had this mark
   */
  @Transactional
  public ActionResult performIfUnchanged(
      Agent agent, OrderNumber number, ActionKey key, Submission submission, String mark) {
    int seen = OrderMark.lastEvent(mark).orElseThrow(() -> new OrderMark.UnknownMarkException(number, mark));
    if (seen >= orders.get(number).nextEvent()) {
      throw new OrderMark.UnknownMarkException(number, mark);
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
    return system.call(() -> {
      Order order = orders.lock(number);
      Submission onlyChannel = new Submission(Map.of(), channel, null);
      return pending.with(new PendingSubmission(key, order, agent, onlyChannel, false),
              () -> start.open(order, key, agent, channel))
          .or(() -> opened.onDemand(order, key, agent.name()).map(held -> held.task().getId()))
          .orElseThrow(() -> new IllegalStateException(key + " was started but left no task"));
    });
  }

  /**
   * Takes back what the agent opened on demand; nothing is recorded.
   *
   * @throws NotFoundException when the agent has no such task open
   */
  @Transactional
  public void discard(Agent agent, OrderNumber number, ActionKey key) {
    system.call(() -> {
      Order order = orders.lock(number);
      OpenedTasks.Held held = opened.onDemand(order, key, agent.name())
          .orElseThrow(() -> new NotFoundException("open task of yours for", key.value()));
      opened.discard(held, "discarded by " + agent.name());
      return null;
    });
  }

  /** The form of an action that is offered. Throws as {@link #perform} does. */
  @Transactional(readOnly = true)
  ActionDefinition definition(Agent agent, OrderNumber number, ActionKey key) {
    return system.call(() -> catalogue.allowedPlace(orders.get(number), key, agent).action());
  }
}
