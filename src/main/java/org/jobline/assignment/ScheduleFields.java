package org.jobline.assignment;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jobline.action.Fields;
import org.jobline.problem.InvalidFields;
import org.jobline.problem.Rules;
import org.jobline.workorder.Schedule;

/** Reads the three schedule fields that logging and allocating share. */
public final class ScheduleFields {

  private ScheduleFields() {}

  /**
   * @return empty when no kind of schedule was chosen
   * @throws InvalidFields when a date is missing, in the past or before the other
   */
  public static Optional<Schedule> read(Fields fields, Clock clock) {
    return fields.text("scheduleKind").map(Schedule.Kind::ofLabel).map(kind -> switch (kind) {
      case UP_TO -> new Schedule(kind, null, fields.instant("scheduleTo").map(to -> future("scheduleTo", to, clock)).orElse(null));
      case EXACT -> new Schedule(kind, from(fields, clock), null);
      case START_AND_FINISH -> startAndFinish(fields, clock);
    });
  }

  private static Schedule startAndFinish(Fields fields, Clock clock) {
    Instant from = from(fields, clock);
    Instant to = fields.requiredInstant("scheduleTo", "must be filled in for start and finish.");
    if (!to.isAfter(from)) {
      throw new InvalidFields("scheduleTo", "must be after the start.");
    }
    return new Schedule(Schedule.Kind.START_AND_FINISH, from, to);
  }

  private static Instant from(Fields fields, Clock clock) {
    return future("scheduleFrom", fields.requiredInstant("scheduleFrom", "must be filled in for this schedule."), clock);
  }

  private static Instant future(String field, Instant time, Clock clock) {
    Rules.notInThePast(field, time, clock);
    return time;
  }
}
