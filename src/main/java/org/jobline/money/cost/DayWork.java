package org.jobline.money.cost;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jobline.referencedata.contractor.Rate;
import org.jspecify.annotations.Nullable;

/**
 * What is paid by the day: each day on which somebody of a contractor was on site costs its fee per engineer, and hours
 * beyond those the fee covers.
 */
final class DayWork {

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

  private final ZoneId site;
  private final Map<Day, List<Attendance>> onSite = new LinkedHashMap<>();

  /** @param site the zone by which a day ends */
  DayWork(ZoneId site) {
    this.site = site;
  }

  private record Day(LocalDate date, @Nullable String contractor) {}

  /** @return the days on which the attendance is paid by the day, none when nothing like that was agreed */
  Set<LocalDate> add(Attendance attendance) {
    Set<LocalDate> days = new HashSet<>();
    LocalDate last = LocalDate.ofInstant(attendance.to(), site);
    for (LocalDate day = LocalDate.ofInstant(attendance.from(), site); !day.isAfter(last); day = day.plusDays(1)) {
      Attendance part = on(day, attendance);
      // who leaves at midnight has not begun another day
      boolean begun = !part.onSite().isZero() || attendance.onSite().isZero();
      if (begun && attendance.tariff().dayAt(part.from(), attendance).isPresent()) {
        onSite.computeIfAbsent(new Day(day, attendance.tariff().contractor()), none -> new ArrayList<>()).add(part);
        days.add(day);
      }
    }
    return days;
  }

  private Attendance on(LocalDate day, Attendance attendance) {
    Instant midnight = day.atStartOfDay(site).toInstant();
    Instant next = day.plusDays(1).atStartOfDay(site).toInstant();
    return attendance.during(
        attendance.from().isBefore(midnight) ? midnight : attendance.from(),
        attendance.to().isAfter(next) ? next : attendance.to());
  }

  List<Charge> charges() {
    List<Charge> charges = new ArrayList<>();
    onSite.forEach((day, parts) -> {
      Attendance first = parts.get(0);
      first.tariff().dayAt(first.from(), first).ifPresent(rate -> charges.addAll(charge(day, parts, rate)));
    });
    return charges;
  }

  private static List<Charge> charge(Day day, List<Attendance> parts, Rate rate) {
    int engineers = parts.stream().mapToInt(Attendance::engineers).max().orElseThrow();
    String of = ", " + day.date().format(SHOWN);
    Charge fee = new Charge("Day × " + engineers + " at " + rate.callOutFee().toPlainString() + of,
        rate.callOutFee().multiply(BigDecimal.valueOf(engineers)));
    Duration worked = parts.stream()
        .map(part -> part.onSite().multipliedBy(part.engineers()))
        .reduce(Duration.ZERO, Duration::plus);
    Duration beyond = worked.minus(rate.timeIncluded().multipliedBy(engineers));
    return beyond.isNegative() ? List.of(fee) : List.of(fee, Charge.ofTime(beyond, 1, rate, " beyond the day" + of));
  }
}
