package org.jobline.correspondence;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jobline.workorder.Schedule;

/** Words a schedule in the time of the recipient, and says which time that is. */
final class ScheduleInMail {

  private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.UK);

  private ScheduleInMail() {}

  static String words(Schedule schedule, ZoneId zone) {
    return switch (schedule.kind()) {
      case UP_TO -> schedule.to() == null ? "as soon as agreed" : "by " + time(schedule.to(), zone) + in(zone);
      case EXACT -> "at " + time(schedule.from(), zone) + in(zone);
      case START_AND_FINISH ->
          "between " + time(schedule.from(), zone) + " and " + time(schedule.to(), zone) + in(zone);
    };
  }

  private static String in(ZoneId zone) {
    return " (" + zone.getId() + ")";
  }

  private static String time(Instant instant, ZoneId zone) {
    return FORMAT.format(instant.atZone(zone));
  }
}
