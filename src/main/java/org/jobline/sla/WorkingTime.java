package org.jobline.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jobline.platform.time.OpeningHours;
import org.jobline.platform.time.OpeningHours.Period;

/**
 * Time as an SLA counts it: it runs while at least one of the calendars is open, and stands still only when all are
 * closed, or while the order is cancelled (domain/clock-and-mail.md). A pure function of calendars and pauses.
 */
public final class WorkingTime {

  private static final WorkingTime AROUND_THE_CLOCK = new WorkingTime(List.of(), List.of());
  // whole days per step; long enough that a target of hours is found in one
  private static final int STEP_DAYS = 7;

  // none: around the clock
  private final List<OpeningHours> calendars;
  private final List<Period> pauses;

  private WorkingTime(List<OpeningHours> calendars, List<Period> pauses) {
    this.calendars = calendars;
    this.pauses = pauses;
  }

  public static WorkingTime aroundTheClock() {
    return AROUND_THE_CLOCK;
  }

  /**
   * Counts while one of these is open. Where nobody has entered any hours time runs around the clock: a target that
   * comes too early is seen, one that never comes is not.
   */
  public static WorkingTime whileOpen(List<OpeningHours> calendars) {
    return new WorkingTime(calendars.stream().filter(hours -> !hours.isUnknown()).toList(), List.of());
  }

  /** The same, but standing still during these, whatever is open. */
  public WorkingTime except(List<Period> pauses) {
    return new WorkingTime(calendars, List.copyOf(pauses));
  }

  /**
   * When an appointment is that cannot be kept because it lies in a pause: as much later as time was left to it when
   * the pause began. Any other instant stays what it is.
   */
  public Instant afterPauses(Instant appointment) {
    WorkingTime running = except(List.of());
    return pauses.stream()
        .filter(pause -> !appointment.isBefore(pause.from()) && appointment.isBefore(pause.to()))
        .findFirst()
        .map(pause -> due(pause.from(), running.between(pause.from(), appointment)))
        .orElse(appointment);
  }

  /**
   * The first instant at which that much time has run since the start; for zero the first open instant.
   *
   * @throws IllegalArgumentException when the duration is negative
   */
  public Instant due(Instant start, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("Time does not run backwards: " + duration);
    }
    if (calendars.isEmpty() && pauses.isEmpty()) {
      return start.plus(duration);
    }
    Duration left = duration;
    for (Instant from = start; ; from = from.plus(Duration.ofDays(STEP_DAYS))) {
      for (Period open : open(from, from.plus(Duration.ofDays(STEP_DAYS)))) {
        Duration length = Duration.between(open.from(), open.to());
        if (left.compareTo(length) <= 0) {
          return open.from().plus(left);
        }
        left = left.minus(length);
      }
    }
  }

  /** How much time runs from one instant to another; negative when the second is the earlier one. */
  public Duration between(Instant from, Instant to) {
    if (to.isBefore(from)) {
      return between(to, from).negated();
    }
    return open(from, to).stream()
        .map(period -> Duration.between(period.from(), period.to()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * The instant at which a share of the time up to a due instant is used up. Where no time runs in between, as with
   * an appointment out of hours, the share is that of the elapsed time.
   *
   * @param share between 0 and 1
   */
  public Instant usedUp(double share, Instant start, Instant due) {
    if (!due.isAfter(start)) {
      return due;
    }
    Duration total = between(start, due);
    return total.isZero()
        ? start.plus(part(share, Duration.between(start, due)))
        : due(start, part(share, total));
  }

  private static Duration part(double share, Duration of) {
    return Duration.ofSeconds(Math.round(of.toSeconds() * share));
  }

  /** The open periods within the limits, in order and without overlap. */
  private List<Period> open(Instant from, Instant to) {
    List<Period> open = calendars.isEmpty() ? List.of(new Period(from, to)) : openByCalendars(from, to);
    for (Period pause : pauses) {
      open = open.stream().flatMap(period -> without(pause, period)).toList();
    }
    return open;
  }

  private static Stream<Period> without(Period pause, Period period) {
    Instant before = pause.from().isBefore(period.to()) ? pause.from() : period.to();
    Instant after = pause.to().isAfter(period.from()) ? pause.to() : period.from();
    return Stream.of(new Period(period.from(), before), new Period(after, period.to()))
        .filter(part -> part.to().isAfter(part.from()));
  }

  private List<Period> openByCalendars(Instant from, Instant to) {
    List<Period> periods = new ArrayList<>();
    for (OpeningHours hours : calendars) {
      LocalDate last = LocalDate.ofInstant(to, hours.zone());
      for (LocalDate day = LocalDate.ofInstant(from, hours.zone()); !day.isAfter(last); day = day.plusDays(1)) {
        for (Period period : hours.on(day)) {
          Instant begin = period.from().isBefore(from) ? from : period.from();
          Instant end = period.to().isAfter(to) ? to : period.to();
          if (end.isAfter(begin)) {
            periods.add(new Period(begin, end));
          }
        }
      }
    }
    periods.sort(Comparator.comparing(Period::from));
    return merge(periods);
  }

  private static List<Period> merge(List<Period> sorted) {
    List<Period> merged = new ArrayList<>();
    for (Period period : sorted) {
      Period last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last == null || period.from().isAfter(last.to())) {
        merged.add(period);
      } else if (period.to().isAfter(last.to())) {
        merged.set(merged.size() - 1, new Period(last.from(), period.to()));
      }
    }
    return merged;
  }
}
