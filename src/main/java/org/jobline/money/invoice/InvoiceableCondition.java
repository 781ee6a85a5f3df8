package org.jobline.money.invoice;

import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** Something may still be invoiced by a contractor, and nothing waits. */
@Component
class InvoiceableCondition implements OfferCondition {

  private final InvoiceService invoices;
  private final WorkOrders workOrders;

  InvoiceableCondition(InvoiceService invoices, WorkOrders workOrders) {
    this.invoices = invoices;
    this.workOrders = workOrders;
  }

  @Override
  public String name() {
    return "invoiceable";
  }

  @Override
  public boolean holds(Order order) {
    return workOrders.isWorkOrder(order)
        && !invoices.isSettled(order.number()) && invoices.waiting(order.number()).isEmpty();
  }

  @Override
  public String refusalReason() {
    return "it has a final invoice, or one waiting for finance";
  }
}
