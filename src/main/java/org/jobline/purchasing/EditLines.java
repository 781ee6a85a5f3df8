package org.jobline.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Other lines than were ordered.
 *
 * @param reason required once the order was submitted
 * @param removed positions
 */
record EditLines(@Nullable String reason, List<NewLine> added, List<ChangedLine> changed, List<Integer> removed) {

  /**
   * @param quantity ordered in all, in units of purchase
   * @param unitPrice for one unit of purchase
   * @param requiredBy null when the order's date counts
   */
  record ChangedLine(int position, BigDecimal quantity, BigDecimal unitPrice, @Nullable LocalDate requiredBy) {}
}
