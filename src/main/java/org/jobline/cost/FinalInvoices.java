package org.jobline.cost;

import java.util.List;
import org.jobline.workorder.OrderNumber;
import org.springframework.stereotype.Component;

/** Whether an order was settled by a final invoice. Whoever records invoices knows. */
@Component
class FinalInvoices {

  private final List<SettledOrders> settled;

  FinalInvoices(List<SettledOrders> settled) {
    this.settled = settled;
  }

  boolean exists(OrderNumber number) {
    return settled.stream().anyMatch(orders -> orders.isSettled(number));
  }
}
