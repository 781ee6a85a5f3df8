package org.jobline.sla;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How soon a client wants an order of some priority attended to: a row of the decision table {@code sla-targets}.
 *
 * @param aroundTheClock whether every hour counts, or opening hours only
 * @param operational while the equipment still works
 * @param down while it does not
 */
record SlaTargets(boolean aroundTheClock, Durations operational, Durations down) {

  private static final String AROUND_THE_CLOCK = "around the clock";
  private static final String OPENING_HOURS = "opening hours";

  /** Null: there is no such target. */
  record Durations(@Nullable Duration respond, @Nullable Duration temporaryFix, @Nullable Duration fix) {

    static final Durations NONE = new Durations(null, null, null);
  }

  static SlaTargets of(Map<String, Object> row) {
    String clock = (String) row.get("clock");
    if (!AROUND_THE_CLOCK.equals(clock) && !OPENING_HOURS.equals(clock)) {
      throw new IllegalStateException("In sla-targets the clock counts \"" + OPENING_HOURS + "\" or \""
          + AROUND_THE_CLOCK + "\", not \"" + clock + "\"");
    }
    return new SlaTargets(
        AROUND_THE_CLOCK.equals(clock),
        new Durations(
            duration(row, "respondOperational"), duration(row, "temporaryFixOperational"),
            duration(row, "fixOperational")),
        new Durations(duration(row, "respondDown"), duration(row, "temporaryFixDown"), duration(row, "fixDown")));
  }

  private static @Nullable Duration duration(Map<String, Object> row, String column) {
    return Optional.ofNullable((String) row.get(column)).map(Duration::parse).orElse(null);
  }
}
