package org.jobline.platform.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When a building or a contractor is open, by the clock on its own wall.
 *
 * @param week spans of each weekday; a weekday without an entry is closed
 * @param closedDays days that are closed whatever the weekday says
 */
public record OpeningHours(ZoneId zone, Map<DayOfWeek, List<Span>> week, Set<LocalDate> closedDays) {

  /**
   * @param closes midnight means the end of the day
   */
  public record Span(LocalTime opens, LocalTime closes) {

    public Span {
      if (!closes.equals(LocalTime.MIDNIGHT) && !closes.isAfter(opens)) {
        throw new IllegalArgumentException("A span closes after it opens, not from " + opens + " to " + closes);
      }
    }
  }

  /** A stretch of time, its end not included. */
  public record Period(Instant from, Instant to) {

    private boolean contains(Instant instant) {
      return !instant.isBefore(from) && instant.isBefore(to);
    }
  }

  public OpeningHours {
    week = Map.copyOf(week);
    closedDays = Set.copyOf(closedDays);
  }

  /** The same hours by the clock of another place. */
  public OpeningHours at(ZoneId place) {
    return new OpeningHours(place, week, closedDays);
  }

  /** Whether nobody has said when it is open: not one weekday has a span. */
  public boolean isUnknown() {
    return week.values().stream().allMatch(List::isEmpty);
  }

  public boolean isOpen(Instant instant) {
    return on(LocalDate.ofInstant(instant, zone)).stream().anyMatch(period -> period.contains(instant));
  }

  /** How long it is open from one instant to a later one. */
  public Duration openBetween(Instant from, Instant to) {
    LocalDate last = LocalDate.ofInstant(to, zone);
    Duration open = Duration.ZERO;
    for (LocalDate day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
      for (Period period : on(day)) {
        Instant begin = period.from().isBefore(from) ? from : period.from();
        Instant end = period.to().isAfter(to) ? to : period.to();
        open = end.isAfter(begin) ? open.plus(Duration.between(begin, end)) : open;
      }
    }
    return open;
  }

  /** What is open on a day of the local calendar; an hour that summer time skips is not open. */
  public List<Period> on(LocalDate day) {
    if (closedDays.contains(day)) {
      return List.of();
    }
    return week.getOrDefault(day.getDayOfWeek(), List.of()).stream()
        .map(span -> new Period(
            instant(day.atTime(span.opens())),
            instant(span.closes().equals(LocalTime.MIDNIGHT)
                ? day.plusDays(1).atStartOfDay()
                : day.atTime(span.closes()))))
        .filter(period -> period.to().isAfter(period.from()))
        .toList();
  }

  /** An hour that occurs twice means its first occurrence; one that never occurs, the moment it was skipped. */
  private Instant instant(LocalDateTime wall) {
    ZoneRules rules = zone.getRules();
    List<ZoneOffset> offsets = rules.getValidOffsets(wall);
    return offsets.isEmpty() ? rules.getTransition(wall).getInstant() : wall.toInstant(offsets.get(0));
  }
}
