package org.jobline.lifecycle.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.Rules;
import org.jobline.platform.time.OpeningHours;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.Schedule;
import org.springframework.stereotype.Component;

/** Makes schedules of what was asked for. */
@Component
public class Schedules {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  /** No SLA leaves so much time; the desk asks about the same days beside the field (forms/reading/dates.js). */
  private static final int USUAL_DAYS_AHEAD = 90;

  private final ReferenceData referenceData;
  private final Clock clock;

  Schedules(ReferenceData referenceData, Clock clock) {
    this.referenceData = referenceData;
    this.clock = clock;
  }

  /**
   * @param site where the contractor is wanted
   * @return empty when no kind of schedule was chosen
   * @throws InvalidFieldsException when a date is missing, in the past or before the other, or one far ahead, or an
   *     appointment on days the site is closed, was not confirmed
   */
  public Optional<Schedule> of(WantedSchedule wanted, String site) {
    Optional<Schedule> schedule = wanted.kind().map(kind -> switch (kind) {
      case UP_TO -> new Schedule(kind, null, wanted.to().map(to -> future("scheduleTo", "Finish", to)).orElse(null));
      case EXACT -> new Schedule(kind, from(wanted), null);
      case START_AND_FINISH -> startAndFinish(wanted);
    });
    if (!wanted.isFarConfirmed()) {
      schedule.ifPresent(set -> refuseFar(set, site));
    }
    if (!wanted.isClosedConfirmed()) {
      schedule.filter(set -> set.from() != null).ifPresent(appointment -> refuseClosed(appointment, site));
    }
    return schedule;
  }

  private Schedule startAndFinish(WantedSchedule wanted) {
    Instant from = from(wanted);
    Instant to = wanted.to().orElseThrow(() ->
        new InvalidFieldsException("scheduleTo", "Finish is required for this schedule."));
    if (!to.isAfter(from)) {
      throw new InvalidFieldsException("scheduleTo", "Finish must be after Start.");
    }
    return new Schedule(Schedule.Kind.START_AND_FINISH, from, to);
  }

  private Instant from(WantedSchedule wanted) {
    return future("scheduleFrom", "Start", wanted.from().orElseThrow(() ->
        new InvalidFieldsException("scheduleFrom", "Start is required for this schedule.")));
  }

  private Instant future(String field, String label, Instant time) {
    Rules.notInThePast(field, label, time, clock);
    return time;
  }

  private void refuseFar(Schedule schedule, String site) {
    Instant latest = schedule.to() == null ? schedule.from() : schedule.to();
    if (latest == null) {
      return;
    }
    ZoneId zone = referenceData.openingHours(site).zone();
    LocalDate day = LocalDate.ofInstant(latest, zone);
    if (day.isAfter(LocalDate.ofInstant(clock.instant(), zone).plusDays(USUAL_DAYS_AHEAD))) {
      throw new InvalidFieldsException("confirmFar", DAY.format(day) + " is more than " + USUAL_DAYS_AHEAD
          + " days ahead. Correct the date, or tick to book it anyway.");
    }
  }

  private void refuseClosed(Schedule appointment, String site) {
    OpeningHours hours = referenceData.openingHours(site);
    LocalDate first = LocalDate.ofInstant(appointment.from(), hours.zone());
    LocalDate last = appointment.to() == null ? first : LocalDate.ofInstant(appointment.to(), hours.zone());
    if (!hours.isUnknown() && first.datesUntil(last.plusDays(1)).allMatch(day -> hours.on(day).isEmpty())) {
      throw new InvalidFieldsException("confirmClosed", "The site is closed on " + DAY.format(first)
          + (last.equals(first) ? "" : " and until " + DAY.format(last))
          + ". Pick another time, or tick to book it anyway.");
    }
  }
}
