package org.jobline.purchasing;

/** Why the desk gets in touch with a supplier without being asked. */
enum ChaseReason {
  NOT_ACKNOWLEDGED("order not acknowledged"),
  DELIVERY_SOON("delivery due soon"),
  DELIVERY_OVERDUE("delivery overdue"),
  CREDIT_NOTE_MISSING("credit note missing");

  private final String occasion;

  ChaseReason(String occasion) {
    this.occasion = occasion;
  }

  /** As the decision table calls it. */
  String occasion() {
    return occasion;
  }

  /** Whether the supplier is late with something, rather than about to be asked. */
  boolean isReminded() {
    return this != DELIVERY_SOON;
  }
}
