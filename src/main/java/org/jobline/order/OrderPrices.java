package org.jobline.order;

import java.math.BigDecimal;

/** Takes what orders come to whose type knows it itself, such as what was bought; answered where costs are kept. */
public interface OrderPrices {

  /**
   * From now on the order comes to this, delivery and all. If that has risen above a limit, the order is locked when
   * the action ends; what is decided is told by {@link PriceAuthorised} and {@link PriceRefused}.
   *
   * @param kind what it changed by, as the table {@code authorisation-rules} calls it: purchase total, over-delivery or
   *     delivery charge
   * @param total in the currency of the order's client, from 0
   */
  void set(OrderNumber order, String kind, BigDecimal total);
}
