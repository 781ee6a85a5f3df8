package org.jobline.purchasing;

import java.util.function.BiFunction;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Goods on their way, in and out, and what is no longer expected of them. Each is a document of its own. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class DeliveryService {

  private final PurchaseChanges changes;
  private final PurchaseOrders orders;
  private final CurrentAction current;

  DeliveryService(PurchaseChanges changes, PurchaseOrders orders, CurrentAction current) {
    this.changes = changes;
    this.orders = orders;
    this.current = current;
  }

  Movement dispatch(OrderNumber number, DispatchItems command) {
    return record(number, (order, now) -> order.dispatch(command, now));
  }

  Movement receive(OrderNumber number, ReceiptOfItems command) {
    return record(number, (order, now) -> order.receive(command, now));
  }

  /** Whether the receipt keeps more than may be kept without finance. */
  boolean needsFinance(OrderNumber number, ReceiptOfItems command) {
    return orders.get(number).needsFinance(command);
  }

  Movement sendBack(OrderNumber number, ReturnItems command) {
    return record(number, (order, now) -> order.sendBack(command, now));
  }

  Movement endRemaining(OrderNumber number, RemainingNotRequired command) {
    return record(number, (order, now) -> order.endRemaining(command, now));
  }

  Movement requireAgain(OrderNumber number, RequireAgain command) {
    return record(number, (order, now) -> order.requireAgain(command, now));
  }

  Movement undo(OrderNumber number, UndoDocument command) {
    return record(number, (order, now) -> order.undo(command, now));
  }

  private Movement record(OrderNumber number, BiFunction<PurchaseOrder, Recorded, Movement> command) {
    Movement movement = changes.apply(number, command);
    current.note(movement.number());
    return movement;
  }
}
