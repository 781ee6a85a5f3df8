package org.jobline.purchasing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param supplierReference null when the supplier has not said one
 * @param deliveryDate of all lines without a date of their own, null when nobody said
 */
record AcknowledgeOrder(
    @Nullable String supplierReference,
    @Nullable LocalDate deliveryDate,
    List<PromisedLine> dates,
    List<RefusedLine> refused) {

  /** A line the supplier does not deliver. */
  record RefusedLine(int position, String reason) {}
}
