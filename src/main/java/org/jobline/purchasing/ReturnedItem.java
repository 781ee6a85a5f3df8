package org.jobline.purchasing;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Goods that are sent back.
 *
 * @param quantity in base units
 * @param reason required
 * @param authorisationNumber under which the supplier takes them back, required
 */
record ReturnedItem(
    int position,
    BigDecimal quantity,
    @Nullable Reason reason,
    @Nullable String authorisationNumber,
    @Nullable String note) {

  /** Why goods are sent back. */
  public enum Reason {
    DAMAGED, WRONG_ITEM, TOO_MANY, QUALITY, NOT_ORDERED, OTHER;

    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
