package org.jobline.cost;

import org.jobline.workorder.OrderNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether an order was settled by a final invoice. Whoever records invoices knows, and asks for costs himself. */
@Component
class FinalInvoices {

  private final ObjectProvider<SettledOrders> settled;

  FinalInvoices(ObjectProvider<SettledOrders> settled) {
    this.settled = settled;
  }

  boolean exists(OrderNumber number) {
    return settled.stream().anyMatch(orders -> orders.isSettled(number));
  }
}
