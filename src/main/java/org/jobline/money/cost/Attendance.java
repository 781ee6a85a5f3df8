package org.jobline.money.cost;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A visit that has ended, as far as its price depends on it.
 *
 * @param completed whether the work was done then, so that whoever comes later comes for a recall
 * @param resumed whether it goes on with the one before after a short break, so that nobody was called out again
 * @param response from the call to the first attendance after it; null when prices do not depend on it
 * @param withinSla whether that was in time
 * @param tariff what was agreed with the contractor
 */
record Attendance(
    Instant from,
    Instant to,
    int engineers,
    BigDecimal parts,
    boolean completed,
    boolean resumed,
    @Nullable Duration response,
    boolean withinSla,
    Tariff tariff) {

  /** The part of it from one instant to another. */
  Attendance during(Instant begin, Instant end) {
    return new Attendance(begin, end, engineers, parts, completed, resumed, response, withinSla, tariff);
  }

  Duration onSite() {
    return Duration.between(from, to);
  }
}
