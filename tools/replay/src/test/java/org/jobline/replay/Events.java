package org.jobline.replay;

import java.time.Instant;

/** Log events for tests, all by Anna about PROD1. */
final class Events {

  static final Instant NOON = Instant.parse("2012-05-01T12:00:00Z");

  private Events() {}

  /** @param what name and transition as in {@code Accepted / In Progress} */
  static LogEvent event(String what, String group, Instant at) {
    String[] parts = what.split(" / ", 2);
    return new LogEvent(parts[0], parts[1], group, "Anna", "Sweden", "PROD1", "High", at);
  }
}
