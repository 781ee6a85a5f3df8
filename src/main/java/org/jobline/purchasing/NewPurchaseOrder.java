package org.jobline.purchasing;

import java.time.LocalDate;
import java.util.List;
import org.jobline.order.NewOrder;
import org.jspecify.annotations.Nullable;

/**
 * What is to be bought, as an agent logs it; codes refer to the reference data and were checked before.
 *
 * @param supplier null while nobody has chosen one
 * @param currency ISO 4217 code of all its amounts
 * @param deliveryLocation where at the site it is delivered, null when nobody said
 * @param requestedDate null when nobody said
 */
record NewPurchaseOrder(
    NewOrder ofEveryOrder,
    @Nullable String supplier,
    PurchaseTerms terms,
    String currency,
    @Nullable String deliveryLocation,
    @Nullable LocalDate requestedDate,
    @Nullable String costCode,
    @Nullable String reason,
    List<NewLine> lines) {}
