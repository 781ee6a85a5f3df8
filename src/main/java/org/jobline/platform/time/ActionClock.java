package org.jobline.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * The time of whatever is being done. It is the engine's clock, so that timers and records agree, except within
 * {@link #at}, where an importer does at once what happened long ago.
 */
public final class ActionClock extends Clock {

  private final Supplier<Instant> present;
  private final ThreadLocal<Instant> past;
  private final ZoneId zone;

  public ActionClock(Supplier<Instant> present) {
    this(present, new ThreadLocal<>(), ZoneOffset.UTC);
  }

  private ActionClock(Supplier<Instant> present, ThreadLocal<Instant> past, ZoneId zone) {
    this.present = present;
    this.past = past;
    this.zone = zone;
  }

  /** Does something on this thread as of another time. */
  public <T> T at(Instant instant, Supplier<T> doing) {
    Instant before = past.get();
    past.set(instant);
    try {
      return doing.get();
    } finally {
      if (before == null) {
        past.remove();
      } else {
        past.set(before);
      }
    }
  }

  @Override
  public Instant instant() {
    Instant instant = past.get();
    return instant == null ? present.get() : instant;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new ActionClock(present, past, zone);
  }
}
