package org.jobline.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line as somebody puts it into an order.
 *
 * @param part its code in the supplier's catalogue, null for free text
 * @param quantity in units of purchase
 * @param unitPrice for one unit of purchase
 * @param vatRate percent
 * @param requiredBy null when the order's date counts
 * @param tolerancePercent null when that of the terms counts
 */
record NewLine(
    @Nullable String part,
    String description,
    UnitOfPurchase unit,
    BigDecimal quantity,
    BigDecimal unitPrice,
    BigDecimal vatRate,
    @Nullable LocalDate requiredBy,
    @Nullable BigDecimal tolerancePercent) {}
