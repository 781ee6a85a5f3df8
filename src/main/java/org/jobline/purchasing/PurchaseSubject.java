package org.jobline.purchasing;

import java.util.List;
import java.util.Optional;
import org.jobline.order.Order;
import org.jobline.order.OrderSubject;
import org.springframework.stereotype.Component;

/** A purchasing order is about what is bought. */
@Component
class PurchaseSubject implements OrderSubject {

  private static final int NAMED = 2;

  private final PurchaseOrders purchases;

  PurchaseSubject(PurchaseOrders purchases) {
    this.purchases = purchases;
  }

  @Override
  public Optional<String> of(Order order) {
    return purchases.findOf(order).map(bought -> words(bought.lines().stream().map(PurchaseLine::description).toList()));
  }

  /** @param items what is bought, line by line */
  static String words(List<String> items) {
    int others = items.size() - NAMED;
    return String.join(", ", items.subList(0, Math.min(NAMED, items.size())))
        + (others > 0 ? " and " + others + " more" : "");
  }
}
