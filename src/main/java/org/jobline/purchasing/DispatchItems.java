package org.jobline.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param date of all lines without a date of their own
 * @param lines empty for whatever is open and not on its way
 */
record DispatchItems(
    @Nullable LocalDate date,
    List<DispatchedLine> lines,
    @Nullable String carrier,
    @Nullable String trackingNumber,
    @Nullable String notes) {

  /** @param quantity in base units, null for what is open and not on its way */
  record DispatchedLine(int position, @Nullable BigDecimal quantity, @Nullable LocalDate date) {}
}
