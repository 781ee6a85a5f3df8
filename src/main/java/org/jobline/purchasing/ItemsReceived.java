package org.jobline.purchasing;

import java.util.List;
import org.jobline.order.OrderNumber;

/**
 * Goods have come.
 *
 * @param deliveryNotes uploads of the agent: what came with the goods, photographed
 */
public record ItemsReceived(OrderNumber order, List<String> deliveryNotes) {

  public ItemsReceived {
    deliveryNotes = List.copyOf(deliveryNotes);
  }
}
