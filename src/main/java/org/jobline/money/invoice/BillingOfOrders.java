package org.jobline.money.invoice;

import java.math.BigDecimal;
import org.jobline.money.cost.Billing;
import org.jobline.order.OrderNumber;
import org.springframework.stereotype.Component;

/** What costs have to respect of invoices and staged payments. */
@Component
class BillingOfOrders implements Billing {

  private final InvoiceService invoices;
  private final PaymentStageService stages;

  BillingOfOrders(InvoiceService invoices, PaymentStageService stages) {
    this.invoices = invoices;
    this.stages = stages;
  }

  @Override
  public boolean isSettled(OrderNumber number) {
    return invoices.isSettled(number);
  }

  @Override
  public boolean isInvoiced(OrderNumber number) {
    return invoices.exist(number);
  }

  @Override
  public BigDecimal staged(OrderNumber number) {
    return stages.of(number).sum();
  }
}
