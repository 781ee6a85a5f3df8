package org.jobline.replay;

import java.util.Map;

/** What a purchase log says happened, as far as it stands for something an agent does. */
enum PurchaseActivity {
  ORDERED,
  CONFIRMED,
  QUANTITY_CHANGED,
  PRICE_CHANGED,
  RECEIVED,
  RECEIPT_CANCELLED,
  DELETED,
  INVOICED,
  OTHER;

  private static final Map<String, PurchaseActivity> BY_NAME = Map.ofEntries(
      Map.entry("SRM: Ordered", ORDERED),
      Map.entry("Release Purchase Order", ORDERED),
      Map.entry("Create Purchase Order Item", ORDERED),
      Map.entry("Receive Order Confirmation", CONFIRMED),
      Map.entry("Update Order Confirmation", CONFIRMED),
      Map.entry("Change Quantity", QUANTITY_CHANGED),
      Map.entry("Change Price", PRICE_CHANGED),
      Map.entry("Record Goods Receipt", RECEIVED),
      Map.entry("Record Service Entry Sheet", RECEIVED),
      Map.entry("Cancel Goods Receipt", RECEIPT_CANCELLED),
      Map.entry("Delete Purchase Order Item", DELETED),
      Map.entry("Record Invoice Receipt", INVOICED),
      Map.entry("Clear Invoice", INVOICED));

  /** What is not known stands for nothing, and becomes a note. */
  static PurchaseActivity of(String what) {
    return BY_NAME.getOrDefault(what, OTHER);
  }
}
