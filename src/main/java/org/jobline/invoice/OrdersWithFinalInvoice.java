package org.jobline.invoice;

import org.jobline.cost.SettledOrders;
import org.jobline.workorder.OrderNumber;
import org.springframework.stereotype.Component;

/** Orders whose final invoice was accepted. */
@Component
class OrdersWithFinalInvoice implements SettledOrders {

  private final Invoices invoices;

  OrdersWithFinalInvoice(Invoices invoices) {
    this.invoices = invoices;
  }

  @Override
  public boolean isSettled(OrderNumber number) {
    return invoices.isSettled(number);
  }
}
