package org.jobline.money.invoice;

import java.util.List;
import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.springframework.stereotype.Component;

/** Invoices and stages as clients see them. */
@Component
class InvoiceDetail implements OrderDetail<InvoiceDetail.InvoicePart> {

  private final InvoiceService invoices;
  private final PaymentStageService stages;

  InvoiceDetail(InvoiceService invoices, PaymentStageService stages) {
    this.invoices = invoices;
    this.stages = stages;
  }

  record InvoicePart(List<Invoice> invoices, List<StagedPaymentView> stagedPayments) {}

  record StagedPaymentView(String date, String amount) {}

  @Override
  public InvoicePart of(Order order) {
    return new InvoicePart(invoices.of(order.number()), stages.of(order.number()).stages().stream()
        .map(stage -> new StagedPaymentView(stage.date().toString(), stage.amount().toPlainString()))
        .toList());
  }
}
