package org.jobline.invoice;

import java.util.Map;
import org.jobline.workorder.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** Invoices and stages as clients see them. */
@Component
class InvoiceDetail implements OrderDetail {

  private final Invoices invoices;

  InvoiceDetail(Invoices invoices) {
    this.invoices = invoices;
  }

  record StageView(String date, String amount) {}

  @Override
  public void describe(WorkOrder order, Map<String, Object> description) {
    description.put("invoices", invoices.of(order.number()));
    description.put("stagedPayments", invoices.stages(order.number()).stages().stream()
        .map(stage -> new StageView(stage.date().toString(), stage.amount().toPlainString()))
        .toList());
  }
}
