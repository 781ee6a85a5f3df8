package org.jobline.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the supplier asks to be paid.
 *
 * @param lines empty when only a total is known
 * @param total without VAT; null when there are lines
 * @param deliveryCharge without VAT; part of a total
 * @param isFinal whether no other is expected after it
 */
record NewPurchaseInvoice(
    @Nullable String number,
    LocalDate dated,
    List<BilledLine> lines,
    @Nullable BigDecimal total,
    BigDecimal deliveryCharge,
    BigDecimal vat,
    boolean isFinal) {

  /**
   * @param quantity in base units
   * @param unitPrice for one unit of purchase
   */
  record BilledLine(int position, BigDecimal quantity, BigDecimal unitPrice) {}
}
