package org.jobline.money.cost;

import java.math.BigDecimal;
import org.jobline.order.OrderNumber;

/** Knows what orders are paid for; answered where invoices are recorded, which asks for costs in turn. */
public interface Billing {

  /** Whether a final invoice was accepted. */
  boolean isSettled(OrderNumber number);

  /** Whether any invoice was recorded that was not rejected. */
  boolean isInvoiced(OrderNumber number);

  /** What the staged payments of the fixed cost come to, 0 when there are none. */
  BigDecimal staged(OrderNumber number);
}
