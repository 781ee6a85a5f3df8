package org.jobline.action;

import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.engine.SystemAuthentication;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets managers take back and pass on what agents have open; nothing is recorded. */
@Service
class HeldTaskService {

  private static final Set<String> MANAGERS = Set.of("manager", "admin");

  private final Orders orders;
  private final OpenedTasks opened;
  private final ActionPolicy policy;
  private final TaskService tasks;
  private final Agents agents;
  private final SystemAuthentication system;

  HeldTaskService(
      Orders orders, OpenedTasks opened, ActionPolicy policy, TaskService tasks, Agents agents,
      SystemAuthentication system) {
    this.orders = orders;
    this.opened = opened;
    this.policy = policy;
    this.tasks = tasks;
    this.agents = agents;
    this.system = system;
  }

  /**
   * Gives back what somebody else holds: a prompt is their group's again, what they opened on demand goes.
   *
   * @throws NotPermittedException when the agent is no manager
   * @throws NotFoundException when nobody of that name holds it
   */
  @Transactional
  public void giveBack(Agent manager, OrderNumber number, ActionKey key, String holder) {
    system.call(() -> {
      opened.giveBack(heldBy(holder, manager, number, key), "given back by " + manager.name());
      return null;
    });
  }

  /**
   * Has somebody else go on with what one agent holds.
   *
   * @throws NotPermittedException when the agent is no manager, or the action is not for the other
   * @throws NotFoundException when nobody of that name holds it
   * @throws InvalidFieldsException when the other has no login
   */
  @Transactional
  public void reassign(Agent manager, OrderNumber number, ActionKey key, String holder, String other) {
    system.call(() -> {
      OpenedTasks.Held held = heldBy(holder, manager, number, key);
      Agent taker = agents.named(other)
          .orElseThrow(() -> new InvalidFieldsException("to", "must be a user who can log in."));
      policy.check(held.action(), orders.lock(number), taker);
      tasks.setAssignee(held.task().getId(), taker.name());
      return null;
    });
  }

  private OpenedTasks.Held heldBy(String holder, Agent manager, OrderNumber number, ActionKey key) {
    if (!manager.hasOneOf(MANAGERS)) {
      throw new NotPermittedException("Only a manager can take back or pass on what a colleague has open.");
    }
    return opened.of(orders.lock(number), key, holder)
        .orElseThrow(() -> new NotFoundException("open task of " + holder + " for", key.value()));
  }
}
