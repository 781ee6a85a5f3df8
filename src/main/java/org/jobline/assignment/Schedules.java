package org.jobline.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jobline.action.Fields;
import org.jobline.estate.Estate;
import org.jobline.problem.InvalidFields;
import org.jobline.problem.Rules;
import org.jobline.time.OpeningHours;
import org.jobline.workorder.Schedule;
import org.springframework.stereotype.Component;

/** Reads the schedule fields that logging and allocating share. */
@Component
public class Schedules {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK);

  private final Estate estate;
  private final Clock clock;

  Schedules(Estate estate, Clock clock) {
    this.estate = estate;
    this.clock = clock;
  }

  /**
   * @param site where the resource is wanted
   * @return empty when no kind of schedule was chosen
   * @throws InvalidFields when a date is missing, in the past or before the other, or an appointment on days the site
   *     is closed was not confirmed
   */
  public Optional<Schedule> read(Fields fields, String site) {
    Optional<Schedule> schedule = fields.text("scheduleKind").map(Schedule.Kind::ofLabel).map(kind -> switch (kind) {
      case UP_TO -> new Schedule(
          kind, null, fields.instant("scheduleTo").map(to -> future("scheduleTo", to)).orElse(null));
      case EXACT -> new Schedule(kind, from(fields), null);
      case START_AND_FINISH -> startAndFinish(fields);
    });
    if (!fields.ticked("confirmClosed")) {
      schedule.filter(set -> set.from() != null).ifPresent(appointment -> refuseClosed(appointment, site));
    }
    return schedule;
  }

  private Schedule startAndFinish(Fields fields) {
    Instant from = from(fields);
    Instant to = fields.requiredInstant("scheduleTo", "must be filled in for start and finish.");
    if (!to.isAfter(from)) {
      throw new InvalidFields("scheduleTo", "must be after the start.");
    }
    return new Schedule(Schedule.Kind.START_AND_FINISH, from, to);
  }

  private Instant from(Fields fields) {
    return future("scheduleFrom", fields.requiredInstant("scheduleFrom", "must be filled in for this schedule."));
  }

  private Instant future(String field, Instant time) {
    Rules.notInThePast(field, time, clock);
    return time;
  }

  private void refuseClosed(Schedule appointment, String site) {
    OpeningHours hours = estate.openingHours(site);
    LocalDate first = LocalDate.ofInstant(appointment.from(), hours.zone());
    LocalDate last = appointment.to() == null ? first : LocalDate.ofInstant(appointment.to(), hours.zone());
    if (!hours.isUnknown() && first.datesUntil(last.plusDays(1)).allMatch(day -> hours.on(day).isEmpty())) {
      throw new InvalidFields("confirmClosed", "must be ticked to make the appointment nevertheless: the site is closed"
          + " on " + DAY.format(first) + (last.equals(first) ? "." : ", and until " + DAY.format(last) + "."));
    }
  }
}
