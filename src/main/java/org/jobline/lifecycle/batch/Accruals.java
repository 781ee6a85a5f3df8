package org.jobline.lifecycle.batch;

import java.math.BigDecimal;
import org.jobline.order.OrderNumber;

/** Knows what orders are expected to cost; answered where costs are computed. */
public interface Accruals {

  /** In the currency of the order's client. */
  BigDecimal accrual(OrderNumber number);
}
