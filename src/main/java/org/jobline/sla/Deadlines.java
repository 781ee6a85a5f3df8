package org.jobline.sla;

import java.time.Duration;
import java.time.Instant;
import org.jobline.workorder.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * By when an order is to be attended to and fixed: a pure function of what was agreed, its schedule and the calendars.
 *
 * @param respondFrom whoever begins before is early; null: any time up to the due instant will do
 * @param respond null where neither agreed nor scheduled, as the others
 */
record Deadlines(
    @Nullable Instant respondFrom, @Nullable Instant respond, @Nullable Instant temporaryFix, @Nullable Instant fix) {

  /** @param tolerance how much earlier or later than an exact appointment still keeps it */
  static Deadlines of(
      Instant start, SlaTargets.Durations agreed, @Nullable Schedule schedule, Duration tolerance, WorkingTime time) {
    Deadlines unscheduled = new Deadlines(
        null, due(time, start, agreed.respond()), due(time, start, agreed.temporaryFix()),
        due(time, start, agreed.fix()));
    return schedule == null ? unscheduled : unscheduled.scheduled(schedule, tolerance, time);
  }

  private static @Nullable Instant due(WorkingTime time, Instant start, @Nullable Duration agreed) {
    return agreed == null ? null : time.due(start, agreed);
  }

  /** A schedule later than what was agreed moves the fixes by as much: nothing is due before the visit may begin. */
  private Deadlines scheduled(Schedule schedule, Duration tolerance, WorkingTime time) {
    Instant from = begin(schedule, tolerance, time);
    Instant to = end(schedule, tolerance, time);
    if (to == null) {
      return this;
    }
    Duration later = respond != null && to.isAfter(respond) ? time.between(respond, to) : Duration.ZERO;
    return new Deadlines(from, to, moved(temporaryFix, later, from, time), moved(fix, later, from, time));
  }

  private static @Nullable Instant moved(
      @Nullable Instant due, Duration later, @Nullable Instant notBefore, WorkingTime time) {
    if (due == null) {
      return null;
    }
    Instant moved = later.isZero() ? due : time.due(due, later);
    return notBefore != null && moved.isBefore(notBefore) ? notBefore : moved;
  }

  private static @Nullable Instant begin(Schedule schedule, Duration tolerance, WorkingTime time) {
    return switch (schedule.kind()) {
      case UP_TO -> null;
      case START_AND_FINISH -> time.afterPauses(schedule.finish()).equals(schedule.finish())
          ? schedule.start() : time.afterPauses(schedule.start());
      case EXACT -> time.afterPauses(schedule.start()).minus(tolerance);
    };
  }

  /** Null when the schedule leaves that to the SLA. */
  private static @Nullable Instant end(Schedule schedule, Duration tolerance, WorkingTime time) {
    return switch (schedule.kind()) {
      case UP_TO -> schedule.to() == null ? null : time.afterPauses(schedule.to());
      case START_AND_FINISH -> time.afterPauses(schedule.finish());
      case EXACT -> time.afterPauses(schedule.start()).plus(tolerance);
    };
  }
}
