package org.jobline.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How days and times are written for people: "Mon 4 Mar 2030 14:05". */
public final class WrittenTime {

  private static final DateTimeFormatter DAY = format("EEE d MMM yyyy");
  private static final DateTimeFormatter MINUTE = format("EEE d MMM yyyy HH:mm");
  private static final DateTimeFormatter WITHOUT_YEAR = format("EEE d MMM HH:mm");

  private WrittenTime() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.UK);
  }

  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  public static String minute(Instant instant, ZoneId zone) {
    return MINUTE.format(instant.atZone(zone));
  }

  /** Of something that happened or will happen soon. */
  public static String minuteWithoutYear(Instant instant, ZoneId zone) {
    return WITHOUT_YEAR.format(instant.atZone(zone));
  }
}
