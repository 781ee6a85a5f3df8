package org.jobline.purchasing;

import java.util.Locale;
import java.util.Optional;
import org.jobline.lifecycle.link.LinkService;
import org.jobline.lifecycle.link.Relation;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** Links a purchase to the work order it is said to be for. */
@Component
class WorkLink {

  private static final String FIELD = "workOrder";

  private final Orders orders;
  private final WorkOrders workOrders;
  private final LinkService links;

  WorkLink(Orders orders, WorkOrders workOrders, LinkService links) {
    this.orders = orders;
    this.workOrders = workOrders;
    this.links = links;
  }

  /**
   * @param typed the number of the work order
   * @throws InvalidFieldsException when it is none of the client's, or cancelled
   */
  void link(PurchaseOrder purchase, String typed) {
    Order work = number(typed).flatMap(orders::find)
        .filter(found -> found.client().equals(purchase.order().client()) && workOrders.isWorkOrder(found))
        .orElseThrow(() -> new InvalidFieldsException(
            FIELD, "For work order must be the number of one of the client's work orders, e.g. R-100245."));
    if (work.cancelledAt().isPresent()) {
      throw new InvalidFieldsException(FIELD, work.number() + " has been cancelled. Reinstate it first.");
    }
    links.link(purchase.number(), work.number(), Relation.RELATED);
  }

  private static Optional<OrderNumber> number(String typed) {
    try {
      return Optional.of(new OrderNumber(typed.strip().toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException notANumber) {
      return Optional.empty();
    }
  }
}
