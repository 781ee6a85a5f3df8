package org.jobline.money.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jobline.money.cost.CostService;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** What may be invoiced without finance being asked: what is expected, and the client's tolerance. */
@Component
class AccrualLimit {

  private final InvoiceRepository repository;
  private final InvoiceService invoices;
  private final CostService costs;

  AccrualLimit(InvoiceRepository repository, InvoiceService invoices, CostService costs) {
    this.repository = repository;
    this.invoices = invoices;
    this.costs = costs;
  }

  /** @param more what comes on top of what was invoiced */
  boolean isExceeded(WorkOrder order, BigDecimal more) {
    BigDecimal percent = repository.tolerancePercent(order.client()).orElse(BigDecimal.ZERO).add(new BigDecimal(100));
    BigDecimal max = costs.accrual(order.number()).multiply(percent).movePointLeft(2).setScale(2, RoundingMode.DOWN);
    return invoices.net(order.number()).add(more).compareTo(max) > 0;
  }
}
