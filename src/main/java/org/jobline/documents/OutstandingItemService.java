package org.jobline.documents;

import java.util.List;
import java.util.function.Supplier;
import org.jobline.action.CurrentAction;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.engine.ProcessMessage;
import org.jobline.platform.engine.ProcessMessages;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is still missing of a finished order (domain/statuses.md, 5.x0): what the reference data require for its client
 * and type of work, and nobody has filed.
 */
@Service
public class OutstandingItemService {

  /** The status an order waits in until nothing is outstanding. */

  private final OutstandingItemRepository items;
  private final Orders orders;
  private final WorkOrders workOrders;
  private final ProcessMessages messages;
  private final CurrentAction current;

  OutstandingItemService(
      OutstandingItemRepository items, Orders orders, WorkOrders workOrders, ProcessMessages messages,
      CurrentAction current) {
    this.items = items;
    this.orders = orders;
    this.workOrders = workOrders;
    this.messages = messages;
    this.current = current;
  }

  /** Writes down what the work requires. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void list(OrderNumber number) {
    WorkOrder order = workOrders.lock(number);
    items.required(order.client(), order.workType()).forEach(item -> items.require(number.value(), item));
    List<String> missing = missing(number);
    if (!missing.isEmpty()) {
      current.note("outstanding: " + String.join(", ", missing));
    }
  }

  /** What is missing now. */
  @Transactional(readOnly = true)
  public List<String> missing(OrderNumber number) {
    return items.missing(number.value()).stream().map(RequiredItem::item).distinct().toList();
  }

  /** What is missing now, each with what kind of thing it is: "certificate: Pressure test". */
  @Transactional(readOnly = true)
  public List<String> missingByKind(OrderNumber number) {
    return items.missing(number.value()).stream().map(item -> item.kind() + ": " + item.item()).toList();
  }

  /** Does what may bring something that was missing; then the order that waits for it moves on. */
  @Transactional(propagation = Propagation.MANDATORY)
  <T> T whileFiling(OrderNumber number, Supplier<T> filing) {
    List<RequiredItem> before = items.missing(number.value());
    T filed = filing.get();
    if (!items.missing(number.value()).containsAll(before)) {
      Order order = orders.get(number);
      messages.send(ProcessMessage.OUTSTANDING_ITEM_ARRIVED, number.value(), order.type().lifecycle(),
          order.status().code().withoutType());
    }
    return filed;
  }
}
