package org.jobline.money.cost;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jobline.platform.time.OpeningHours;
import org.jobline.referencedata.contractor.Agreement.RecallCharge;
import org.jobline.referencedata.contractor.Rate;
import org.jobline.referencedata.contractor.RateCard;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with a contractor.
 *
 * @param contractor its code; null when nobody is known
 * @param reactive its rates for attendance
 * @param day its day rates; empty unless the visit is charged by the day
 * @param hours its working hours, by the clock of the site; the days it is closed are the bank holidays
 * @param recallCharge what a recall costs
 * @param comprehensive nothing is charged, whatever is done
 */
record Tariff(
    @Nullable String contractor, RateCard reactive, RateCard day, OpeningHours hours, RecallCharge recallCharge,
    boolean comprehensive) {

  /** Of nobody: only parts cost something. */
  static final Tariff NONE = new Tariff(null, RateCard.EMPTY, RateCard.EMPTY,
      new OpeningHours(ZoneOffset.UTC, Map.of(), Set.of()), RecallCharge.FULL, false);

  Optional<Rate> attendanceAt(Instant instant, Attendance attendance) {
    return reactive.at(moment(instant, attendance));
  }

  Optional<Rate> dayAt(Instant instant, Attendance attendance) {
    return day.at(moment(instant, attendance));
  }

  private Rate.Moment moment(Instant instant, Attendance attendance) {
    LocalDate today = LocalDate.ofInstant(instant, zone());
    return new Rate.Moment(today, hours.closedDays().contains(today), hours.isOpen(instant), attendance.response(),
        attendance.withinSla());
  }

  /** The instants from one to a later one at which another rate may begin, both included. */
  List<Instant> cuts(Instant from, Instant to) {
    Set<Instant> cuts = new TreeSet<>(List.of(from, to));
    LocalDate last = LocalDate.ofInstant(to, zone());
    for (LocalDate today = LocalDate.ofInstant(from, zone()); !today.isAfter(last); today = today.plusDays(1)) {
      cuts.add(today.atStartOfDay(zone()).toInstant());
      hours.on(today).forEach(period -> {
        cuts.add(period.from());
        cuts.add(period.to());
      });
    }
    return cuts.stream().filter(cut -> !cut.isBefore(from) && !cut.isAfter(to)).toList();
  }

  ZoneId zone() {
    return hours.zone();
  }
}
