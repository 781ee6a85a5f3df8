package org.jobline.purchasing;

import java.util.Set;
import java.util.function.BiFunction;
import org.jobline.action.Agent;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Goods on their way, in and out, and what is no longer expected of them. Each is a document of its own. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class DeliveryService {

  private static final Set<String> MAY_KEEP = Set.of("finance");

  private final PurchaseChanges changes;
  private final CurrentAction current;
  private final ApplicationEventPublisher events;

  DeliveryService(PurchaseChanges changes, CurrentAction current, ApplicationEventPublisher events) {
    this.changes = changes;
    this.current = current;
    this.events = events;
  }

  Movement dispatch(OrderNumber number, DispatchItems command) {
    Movement dispatched = record(number, (order, now) -> order.dispatch(command, now));
    events.publishEvent(new ItemsDispatched(number));
    return dispatched;
  }

  /** @throws InvalidFieldsException when more is kept than the agent may keep, or something is wrong with a line */
  Movement receive(OrderNumber number, ReceiptOfItems command) {
    return record(number, PurchaseChanges.Cause.OVER_DELIVERY, (order, now) -> {
      Agent agent = current.agent();
      if (order.needsFinance(command) && !agent.hasOneOf(MAY_KEEP) && !agent.equals(Agent.SYSTEM)) {
        throw new InvalidFieldsException(Findings.LINES,
            "More came than the tolerance allows. Send the surplus back, or ask finance to keep it.");
      }
      return order.receive(command, now);
    });
  }

  Movement sendBack(OrderNumber number, ReturnItems command) {
    return record(number, (order, now) -> order.sendBack(command, now));
  }

  Movement endRemaining(OrderNumber number, RemainingNotRequired command) {
    return record(number, (order, now) -> order.endRemaining(command, now));
  }

  /** Nobody wants any more what nobody ever got. */
  void cancelUnwanted(OrderNumber number) {
    changes.change(number, (order, now) -> order.cancelUnwanted(now));
  }

  Movement requireAgain(OrderNumber number, RequireAgain command) {
    return record(number, (order, now) -> order.requireAgain(command, now));
  }

  Movement undo(OrderNumber number, UndoDocument command) {
    return record(number, (order, now) -> order.undo(command, now));
  }

  /** All that is wanted has come. */
  void complete(OrderNumber number) {
    changes.change(number, (order, now) -> order.complete(now));
  }

  /** Something is to come again. */
  void reopen(OrderNumber number) {
    changes.change(number, (order, now) -> order.reopen());
  }

  private Movement record(OrderNumber number, BiFunction<PurchaseOrder, Recorded, Movement> command) {
    return record(number, PurchaseChanges.Cause.ITEMS, command);
  }

  private Movement record(
      OrderNumber number, PurchaseChanges.Cause cause, BiFunction<PurchaseOrder, Recorded, Movement> command) {
    Movement movement = changes.apply(number, cause, command);
    current.note(movement.number());
    return movement;
  }
}
