package org.jobline.lifecycle.batch;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jobline.action.ActionLog;
import org.jobline.action.CurrentAction;
import org.jobline.lifecycle.link.Relation;
import org.jobline.order.OrderNumber;
import org.jobline.platform.engine.ProcessMessage;
import org.jobline.platform.engine.ProcessMessages;
import org.jobline.platform.error.ChangedMeanwhileException;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one order of those that were held. Nobody who releases waits for an order that somebody else is changing: two
 * who release from either end would wait for each other.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class BatchReleaseService {

  private final BatchHoldService holds;
  private final WorkOrders orders;
  private final ParentOrders parents;
  private final ProcessMessages messages;
  private final CurrentAction current;
  private final ActionLog log;

  BatchReleaseService(
      BatchHoldService holds, WorkOrders orders, ParentOrders parents, ProcessMessages messages, CurrentAction current,
      ActionLog log) {
    this.holds = holds;
    this.orders = orders;
    this.parents = parents;
    this.messages = messages;
    this.current = current;
    this.log = log;
  }

  /**
   * An agent's choice.
   *
   * @param chosen all that are held when it is empty
   * @throws InvalidFieldsException when the order itself is not among them
   * @throws ChangedMeanwhileException when somebody else is changing one of them at this instant
   */
  void release(OrderNumber number, Collection<OrderNumber> chosen) {
    WorkOrder order = orders.lock(number);
    List<OrderNumber> held = holds.beside(order).stream().map(WorkOrder::number).toList();
    if (!chosen.isEmpty() && !chosen.contains(number)) {
      throw new InvalidFieldsException("orders", "Tick " + number + " as well: it's the order you are releasing.");
    }
    release(order, held.stream()
        .filter(candidate -> chosen.isEmpty() || chosen.contains(candidate))
        .map(orders::lockOrFail)
        .toList());
  }

  /** The rule's doing: whatever is held and free at this instant; the rest waits on. */
  void releaseAll(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    List<OrderNumber> held = holds.beside(order).stream().map(WorkOrder::number).toList();
    List<WorkOrder> free = held.stream().flatMap(other -> orders.tryLock(other).stream()).toList();
    log.beginSystemActionIfNone(order.order(), BatchSteps.BATCH_RELEASE, "Batch Release");
    release(order, free);
  }

  private void release(WorkOrder order, List<WorkOrder> chosen) {
    // taken now: what was seen before may have been released meanwhile
    List<WorkOrder> children = chosen.stream()
        .filter(child -> !child.locked() && holds.of(child.order()).isPresent())
        .toList();
    if (!children.contains(order)) {
      throw new ChangedMeanwhileException(order.number().value());
    }
    OrderNumber parent = parents.log(order.type(), children);
    log.logOnRelatedOrder(orders.lock(parent).order(), Relation.BATCHED_IN.there() + " " + words(children));
    current.note(Relation.BATCHED_IN.here() + " " + parent + ", with " + words(children));
    for (WorkOrder child : children) {
      String statusBefore = child.status().code().value();
      parents.takeOver(parent, child);
      if (child != order) {
        messages.send(ProcessMessage.BATCHED, child.number().value());
        log.logOnRelatedOrder(child.order(), statusBefore, Relation.BATCHED_IN.here() + " " + parent);
      }
    }
  }

  private static String words(List<WorkOrder> batch) {
    return batch.stream().map(child -> child.number().value()).collect(Collectors.joining(", "));
  }
}
