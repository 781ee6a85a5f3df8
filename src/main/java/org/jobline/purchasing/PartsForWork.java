package org.jobline.purchasing;

import java.util.List;
import java.util.stream.Collectors;
import org.jobline.action.CurrentAction;
import org.jobline.lifecycle.link.LinkService;
import org.jobline.lifecycle.visit.WaitingForParts;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells work orders that wait for parts that these have come. */
@Service
class PartsForWork {

  private final LinkService links;
  private final Orders orders;
  private final PurchasesForWork purchases;
  private final WaitingForParts waiting;
  private final CurrentAction current;

  PartsForWork(
      LinkService links, Orders orders, PurchasesForWork purchases, WaitingForParts waiting, CurrentAction current) {
    this.links = links;
    this.orders = orders;
    this.purchases = purchases;
    this.waiting = waiting;
    this.current = current;
  }

  /** @throws org.jobline.platform.error.ChangedMeanwhileException when a colleague is changing one at this instant */
  @Transactional(propagation = Propagation.MANDATORY)
  void tellDelivered(OrderNumber delivered) {
    links.linkedTo(delivered).stream().map(orders::get).filter(waiting::isWaiting)
        .map(work -> orders.lockOrFail(work.number())).forEach(work -> tell(work, delivered));
  }

  private void tell(Order work, OrderNumber delivered) {
    List<OrderNumber> toCome = purchases.of(work).stream()
        .filter(other -> other.isAnyLineOpen() && other.order().cancelledAt().isEmpty())
        .map(PurchaseOrder::number).toList();
    if (toCome.isEmpty()) {
      waiting.arrived(work, "parts of " + delivered + " have come, plan the visit");
    } else {
      waiting.partlyArrived(work, "parts of " + delivered + " have come, still open: "
          + toCome.stream().map(OrderNumber::value).collect(Collectors.joining(", ")));
    }
    current.note("parts for " + work.number() + " have come");
  }
}
