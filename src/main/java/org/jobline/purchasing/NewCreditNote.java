package org.jobline.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the supplier pays back of an invoice.
 *
 * @param credits the number of the invoice
 * @param returnNumber the document by which the goods went back, for what was returned
 * @param deliveryCharge what of it is delivery, without VAT
 */
record NewCreditNote(
    @Nullable String number,
    LocalDate dated,
    CreditKind kind,
    @Nullable String credits,
    @Nullable String returnNumber,
    List<CreditedLine> lines,
    BigDecimal deliveryCharge,
    BigDecimal vat) {

  /**
   * @param quantity in base units; null for a price
   * @param amount without VAT; null for what the quantity cost on the invoice
   */
  record CreditedLine(int position, @Nullable BigDecimal quantity, @Nullable BigDecimal amount) {}
}
