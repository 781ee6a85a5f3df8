package org.jobline.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * When the events of a case happen in the life of its order. Logs hold dates that are missing, impossible or earlier
 * than the event before; within an order time only goes on.
 */
final class CaseTime {

  /** Outside of these a date is a slip of the pen, and neither the database nor a calendar is troubled with it. */
  static final Instant MIN = Instant.parse("1900-01-01T00:00:00Z");

  static final Instant MAX = Instant.parse("2199-12-31T00:00:00Z");

  private static final Duration INSTANT_LATER = Duration.ofMillis(1);

  private CaseTime() {}

  /** When the order is logged: with the first event whose time can be read. */
  static Instant ofLogging(LogCase logCase) {
    return logCase.events().stream()
        .map(LogEvent::at)
        .filter(Objects::nonNull)
        .findFirst()
        .map(CaseTime::withinReason)
        .orElse(MIN);
  }

  /**
   * @param before when the event before it happened; null for the first
   * @param logged when the order was logged
   */
  static Instant of(LogEvent event, Instant before, Instant logged) {
    Instant noted = event.at() == null ? null : withinReason(event.at());
    if (before == null) {
      return noted == null || noted.isBefore(logged) ? logged : noted;
    }
    return noted != null && noted.isAfter(before) ? noted : before.plus(INSTANT_LATER);
  }

  /** Whether an order's time had to differ from what the log says. */
  static boolean corrected(LogEvent event, Instant used) {
    return !used.equals(event.at());
  }

  private static Instant withinReason(Instant at) {
    if (at.isBefore(MIN)) {
      return MIN;
    }
    return at.isAfter(MAX) ? MAX : at.truncatedTo(ChronoUnit.MILLIS);
  }
}
