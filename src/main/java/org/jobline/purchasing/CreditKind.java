package org.jobline.purchasing;

/** What a credit note is for; every one is of one kind. */
public enum CreditKind {
  /** Money only. */
  PRICE,
  /** Goods that went back. */
  RETURNED,
  /** Goods that are no longer expected. */
  NOT_DELIVERED
}
