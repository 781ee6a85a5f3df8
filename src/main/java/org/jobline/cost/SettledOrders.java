package org.jobline.cost;

import org.jobline.workorder.OrderNumber;

/** Knows the orders a final invoice was recorded for. */
public interface SettledOrders {

  boolean isSettled(OrderNumber number);
}
