package org.jobline.purchasing;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods that arrived.
 *
 * @param isInFull whether everything that is open has come; then no lines are given
 * @param returns what is sent back in the same breath, to be replaced unless it was too many
 * @param seenDocuments how many documents the order had when the agent looked at it, null when nobody has looked
 */
record ReceiptOfItems(
    @Nullable String deliveryNote,
    boolean isInFull,
    List<ReceivedLine> lines,
    List<ReturnedItem> returns,
    @Nullable Integer seenDocuments) {

  /**
   * @param quantity in base units
   * @param isSurplusKept whether what is more than open and not returned counts as ordered
   */
  record ReceivedLine(int position, BigDecimal quantity, boolean isSurplusKept) {}
}
