package org.jobline.money.cost;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jobline.referencedata.contractor.Agreement.RecallCharge;
import org.jobline.referencedata.contractor.Rate;
import org.jspecify.annotations.Nullable;

/**
 * What visits cost by the rates of whose they were (domain/money.md, Accrual): for each a call-out fee, then time on
 * site × engineers × hourly rate, then parts. Time under another rate, after working hours or on another day, is charged
 * at that one; what is charged at one rate is rounded up to its unit once per visit. The call-out fee, and the hours it
 * covers, are those of the moment the visit began. Days for which a day rate holds are paid by the day, the rest of the
 * visit by the hour. Who comes back after completing the work, on site or remotely, comes for a recall; whoever else
 * comes then, for a visit. Who resumes his visit after a short break is still there on the call-out and the hours it
 * covers.
 *
 * @param charges what is added up, in the order of the visits
 * @param parts what was put in, also where a contract covers it and it is no charge
 */
record CalculatedCost(List<Charge> charges, BigDecimal parts) {

  private static final Comparator<Attendance> IN_ORDER = Comparator
      .comparing(Attendance::from).thenComparing(Attendance::to).thenComparing(Attendance::completed);

  /** To the penny. */
  BigDecimal total() {
    return charges.stream().map(Charge::amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
  }

  /** Something was done: a visit that completed the work has ended, or it was fixed remotely. */
  private record Completion(Instant at, @Nullable String contractor) {}

  /**
   * @param attendances visits that have ended, in any order
   * @param remoteFixes in the order they were made
   * @param site the zone of the site, in which a recall on the day of the stop is one on the same day
   */
  static CalculatedCost of(List<Attendance> attendances, List<RemoteFix> remoteFixes, ZoneId site) {
    return new Calculation(site, remoteFixes).of(attendances.stream().sorted(IN_ORDER).toList());
  }

  private static final class Calculation {

    private final ZoneId site;
    private final DateTimeFormatter when;
    private final DayWork dayWork;
    private final List<Charge> charges = new ArrayList<>();
    private final Deque<RemoteFix> remoteFixes;
    private @Nullable Completion lastCompleted;
    private Duration coverLeft = Duration.ZERO;

    private Calculation(ZoneId site, List<RemoteFix> remoteFixes) {
      this.site = site;
      this.remoteFixes = new ArrayDeque<>(remoteFixes);
      this.when = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK).withZone(site);
      this.dayWork = new DayWork(site);
    }

    private CalculatedCost of(List<Attendance> attendances) {
      for (Attendance attendance : attendances) {
        while (!remoteFixes.isEmpty() && !remoteFixes.peek().fixedAt().isAfter(attendance.from())) {
          RemoteFix fix = remoteFixes.remove();
          lastCompleted = new Completion(fix.fixedAt(), fix.contractor());
        }
        charge(attendance);
        if (attendance.completed()) {
          lastCompleted = new Completion(attendance.to(), attendance.tariff().contractor());
        }
      }
      dayWork.charges().forEach(this::add);
      return new CalculatedCost(List.copyOf(charges),
          attendances.stream().map(Attendance::parts).reduce(new BigDecimal("0.00"), BigDecimal::add));
    }

    private void charge(Attendance attendance) {
      String at = ", " + when.format(attendance.from());
      if (attendance.tariff().comprehensive()) {
        charges.add(new Charge("Visit" + at + ", covered by the contract", BigDecimal.ZERO));
        return;
      }
      if (isRecall(attendance) && attendance.tariff().recallCharge() == RecallCharge.PARTS_ONLY) {
        charges.add(new Charge("Recall" + at + ", free of charge", BigDecimal.ZERO));
      } else {
        chargeWork(attendance, dayWork.add(attendance), at);
      }
      add(new Charge("Parts" + at, attendance.parts()));
    }

    private void add(Charge charge) {
      if (charge.isSomething()) {
        charges.add(charge);
      }
    }

    private boolean isRecall(Attendance attendance) {
      return recalledAfter(attendance).isPresent();
    }

    /** What the contractor completed last, if it was the last to complete anything. */
    private Optional<Completion> recalledAfter(Attendance attendance) {
      return Optional.ofNullable(lastCompleted)
          .filter(completion -> Objects.equals(completion.contractor(), attendance.tariff().contractor()));
    }

    private boolean hasCallOut(Attendance attendance) {
      if (attendance.resumed()) {
        return false;
      }
      return recalledAfter(attendance)
          .map(completion -> attendance.tariff().recallCharge() == RecallCharge.FULL
              && !day(completion.at()).equals(day(attendance.from())))
          .orElse(true);
    }

    private LocalDate day(Instant instant) {
      return LocalDate.ofInstant(instant, site);
    }

    private void chargeWork(Attendance attendance, Set<LocalDate> paidByTheDay, String at) {
      Optional<Rate> begun = hasCallOut(attendance) && !paidByTheDay.contains(day(attendance.from()))
          ? attendance.tariff().attendanceAt(attendance.from(), attendance) : Optional.empty();
      begun.ifPresent(rate -> add(new Charge("Call-out" + at, rate.callOutFee())));
      if (!attendance.resumed()) {
        coverLeft = begun.map(Rate::timeIncluded).orElse(Duration.ZERO);
      }
      timeByRate(attendance, paidByTheDay)
          .forEach((rate, time) -> add(Charge.ofTime(time, attendance.engineers(), rate, at)));
    }

    /** Time on site beyond what the call-out fee covers, which is what comes first. */
    private Map<Rate, Duration> timeByRate(Attendance attendance, Set<LocalDate> paidByTheDay) {
      Map<Rate, Duration> time = new LinkedHashMap<>();
      List<Instant> cuts = attendance.tariff().cuts(attendance.from(), attendance.to());
      for (int i = 1; i < cuts.size(); i++) {
        Instant begin = cuts.get(i - 1);
        if (!paidByTheDay.contains(day(begin))) {
          Duration piece = Duration.between(begin, cuts.get(i));
          Duration paid = piece.compareTo(coverLeft) > 0 ? piece.minus(coverLeft) : Duration.ZERO;
          coverLeft = coverLeft.minus(piece.minus(paid));
          if (!paid.isZero()) {
            attendance.tariff().attendanceAt(begin, attendance)
                .ifPresent(rate -> time.merge(rate, paid, Duration::plus));
          }
        }
      }
      return time;
    }
  }
}
