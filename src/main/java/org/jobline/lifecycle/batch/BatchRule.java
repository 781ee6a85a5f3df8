package org.jobline.lifecycle.batch;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which small jobs wait for others in the same building, and how long (domain/statuses.md, 0.06).
 *
 * @param ordersAtMost one more than these releases them all; null for any number
 * @param valueAtMost they are released when they are expected to cost more together; in the client's currency, null for
 *     any cost
 * @param daysAtMost an order that was held so long releases them all
 */
record BatchRule(
    String code, String name, @Nullable Integer ordersAtMost, @Nullable BigDecimal valueAtMost, int daysAtMost) {

  boolean isExceededBy(int orders, BigDecimal value) {
    return ordersAtMost != null && orders > ordersAtMost
        || valueAtMost != null && value.compareTo(valueAtMost) > 0;
  }

  Instant releaseAt(Instant heldSince) {
    return heldSince.plus(Duration.ofDays(daysAtMost));
  }
}
