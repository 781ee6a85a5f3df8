package org.jobline.purchasing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jobline.lifecycle.link.LinkService;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was bought for a work order: the purchasing orders that are linked to it, whichever way round
 * (domain/purchasing.md, po-link-create). What they cost stands beside the cost of the work and is no part of it.
 */
@Service
@Transactional(readOnly = true)
public class PurchasesForWork {

  private final LinkService links;
  private final Orders orders;
  private final WorkOrders workOrders;
  private final PurchaseOrders purchases;

  PurchasesForWork(LinkService links, Orders orders, WorkOrders workOrders, PurchaseOrders purchases) {
    this.links = links;
    this.orders = orders;
    this.workOrders = workOrders;
    this.purchases = purchases;
  }

  /** In the order in which they were linked; none for an order that is no work order. */
  public List<PurchaseOrder> of(Order order) {
    List<OrderNumber> linked = links.linkedTo(order.number());
    return linked.isEmpty() || !workOrders.isWorkOrder(order) ? List.of()
        : linked.stream().map(orders::get).flatMap(other -> purchases.findOf(other).stream()).toList();
  }

  /** What they cost together, in each currency they are paid in; without VAT. */
  public static List<Money> cost(List<PurchaseOrder> bought) {
    Map<String, Money> sums = new TreeMap<>();
    bought.forEach(order -> sums.merge(order.currency(), order.cost(), Money::plus));
    return List.copyOf(sums.values());
  }
}
