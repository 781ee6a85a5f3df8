package org.jobline.cost;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jobline.resource.Agreement.RecallCharge;
import org.jobline.resource.Rate;

/**
 * What visits cost by the rates of whose they were (domain/money.md, Accrual): for each a call-out fee, then time on site
 * × engineers × hourly rate, then parts. Time under another rate, after working hours or on another day, is charged at that
 * one; what is charged at one rate is rounded up to its unit once per visit. The call-out fee, and the hours it covers,
 * are those of the moment the visit began.
 *
 * @param charges what is added up, in the order of the visits
 */
record CalculatedCost(List<Charge> charges) {

  /** To the penny. */
  BigDecimal total() {
    return charges.stream().map(Charge::amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
  }

  /**
   * @param attendances visits that have ended, in any order
   * @param site the zone of the site, in which a recall on the day of the stop is one on the same day
   */
  static CalculatedCost of(List<Attendance> attendances, ZoneId site) {
    return new Calculation(site).of(attendances.stream()
        .sorted(Comparator.comparing(Attendance::from).thenComparing(Attendance::to)).toList());
  }

  private static final class Calculation {

    private final ZoneId site;
    private final DateTimeFormatter when;
    private final List<Charge> charges = new ArrayList<>();
    private LocalDate lastCompleted;

    private Calculation(ZoneId site) {
      this.site = site;
      this.when = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK).withZone(site);
    }

    private CalculatedCost of(List<Attendance> attendances) {
      List<Attendance> byTheDay = new ArrayList<>();
      for (Attendance attendance : attendances) {
        if (isForPartsOnly(attendance)) {
          charges.add(new Charge("Recall, " + when.format(attendance.from()) + ", free of charge", BigDecimal.ZERO));
        } else if (attendance.isByTheDay()) {
          byTheDay.add(attendance);
        } else {
          charge(attendance);
        }
        add(new Charge("Parts, " + when.format(attendance.from()), attendance.parts()));
        if (attendance.completed()) {
          lastCompleted = LocalDate.ofInstant(attendance.to(), site);
        }
      }
      chargeDays(byTheDay);
      return new CalculatedCost(List.copyOf(charges));
    }

    private void add(Charge charge) {
      if (charge.isSomething()) {
        charges.add(charge);
      }
    }

    private boolean isForPartsOnly(Attendance attendance) {
      return lastCompleted != null && attendance.tariff().recallCharge() == RecallCharge.PARTS_ONLY;
    }

    private void charge(Attendance attendance) {
      boolean recall = lastCompleted != null;
      boolean sameDay = recall && lastCompleted.equals(LocalDate.ofInstant(attendance.from(), site));
      boolean callOut = !recall || attendance.tariff().recallCharge() == RecallCharge.FULL && !sameDay;
      Optional<Rate> begun = attendance.tariff().attendanceAt(attendance.from(), attendance);
      Duration covered = callOut ? begun.map(Rate::hoursIncluded).map(Calculation::hours).orElse(Duration.ZERO)
          : Duration.ZERO;
      if (callOut) {
        begun.ifPresent(rate -> add(new Charge("Call-out, " + when.format(attendance.from()), rate.callOutFee())));
      }
      timeByRate(attendance, covered).forEach((rate, time) ->
          add(Charge.ofTime(time, attendance.engineers(), rate, ", " + when.format(attendance.from()))));
    }

    private static Duration hours(BigDecimal hours) {
      return Duration.ofMinutes(hours.multiply(BigDecimal.valueOf(60)).longValue());
    }

    /** Time on site beyond what the call-out fee covers, which is what comes first. */
    private static Map<Rate, Duration> timeByRate(Attendance attendance, Duration covered) {
      Map<Rate, Duration> time = new LinkedHashMap<>();
      Duration free = covered;
      List<Instant> cuts = attendance.tariff().cuts(attendance.from(), attendance.to());
      for (int i = 1; i < cuts.size(); i++) {
        Duration piece = Duration.between(cuts.get(i - 1), cuts.get(i));
        Duration paid = piece.compareTo(free) > 0 ? piece.minus(free) : Duration.ZERO;
        free = free.minus(piece.minus(paid));
        if (!paid.isZero()) {
          attendance.tariff().attendanceAt(cuts.get(i - 1), attendance)
              .ifPresent(rate -> time.merge(rate, paid, Duration::plus));
        }
      }
      return time;
    }

    /** Each day on which somebody was on site costs its fee per engineer, and hours beyond those it covers. */
    private void chargeDays(List<Attendance> attendances) {
      Map<LocalDate, List<Attendance>> byDay = new TreeMap<>();
      for (Attendance attendance : attendances) {
        LocalDate last = LocalDate.ofInstant(attendance.to(), site);
        for (LocalDate day = LocalDate.ofInstant(attendance.from(), site); !day.isAfter(last); day = day.plusDays(1)) {
          Attendance part = on(day, attendance);
          // who leaves at midnight has not begun another day
          if (!part.onSite().isZero() || attendance.onSite().isZero()) {
            byDay.computeIfAbsent(day, begun -> new ArrayList<>()).add(part);
          }
        }
      }
      byDay.forEach(this::chargeDay);
    }

    private Attendance on(LocalDate day, Attendance attendance) {
      Instant midnight = day.atStartOfDay(site).toInstant();
      Instant next = day.plusDays(1).atStartOfDay(site).toInstant();
      return new Attendance(
          attendance.from().isBefore(midnight) ? midnight : attendance.from(),
          attendance.to().isAfter(next) ? next : attendance.to(),
          attendance.engineers(), attendance.parts(), attendance.completed(), attendance.response(),
          attendance.withinSla(), attendance.tariff());
    }

    private void chargeDay(LocalDate day, List<Attendance> onSite) {
      Attendance first = onSite.get(0);
      first.tariff().dayAt(first.from(), first).ifPresent(rate -> {
        int engineers = onSite.stream().mapToInt(Attendance::engineers).max().orElseThrow();
        String of = ", " + day.format(DateTimeFormatter.ofPattern("d MMM", Locale.UK));
        add(new Charge("Day × " + engineers + " at " + rate.callOutFee().toPlainString() + of,
            rate.callOutFee().multiply(BigDecimal.valueOf(engineers))));
        Duration worked = onSite.stream()
            .map(attendance -> attendance.onSite().multipliedBy(attendance.engineers()))
            .reduce(Duration.ZERO, Duration::plus);
        Duration beyond = worked.minus(hours(rate.hoursIncluded()).multipliedBy(engineers));
        if (!beyond.isNegative()) {
          add(Charge.ofTime(beyond, 1, rate, " beyond the day" + of));
        }
      });
    }
  }
}
