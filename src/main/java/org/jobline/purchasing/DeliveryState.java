package org.jobline.purchasing;

/** How far an order is delivered: always derived from its lines. */
public enum DeliveryState {
  NOTHING_RECEIVED,
  PARTLY_DELIVERED,
  /** No line is open. */
  FULLY_DELIVERED
}
