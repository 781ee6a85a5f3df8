package org.jobline.referencedata.estate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jobline.platform.time.OpeningHours;
import org.jobline.platform.time.OpeningHours.Span;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OpeningHoursRepository {

  private static final int MINUTES_OF_A_DAY = 24 * 60;

  private final JdbcClient jdbc;

  OpeningHoursRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  OpeningHours ofSite(String code, ZoneId zone) {
    return read("site", code, zone);
  }

  OpeningHours ofContractor(String code, ZoneId zone) {
    return read("resource", code, zone);
  }

  private OpeningHours read(String owner, String code, ZoneId zone) {
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    // in minutes, because a driver's time of day cannot be 24:00
    jdbc.sql("select weekday, extract(epoch from opens)::int / 60 as opens, extract(epoch from closes)::int / 60"
            + " as closes from opening_hours where " + owner + " = ? order by weekday, opens")
        .param(code)
        .query(row -> {
          week.computeIfAbsent(DayOfWeek.of(row.getInt("weekday")), day -> new ArrayList<>())
              .add(new Span(timeOfDay(row.getInt("opens")), timeOfDay(row.getInt("closes"))));
        });
    Set<LocalDate> closed = new HashSet<>(jdbc.sql("select day from closed_day where " + owner + " = ?")
        .param(code)
        .query(LocalDate.class)
        .list());
    return new OpeningHours(zone, week, closed);
  }

  private static LocalTime timeOfDay(int minutes) {
    return LocalTime.ofSecondOfDay(minutes % MINUTES_OF_A_DAY * 60L);
  }
}
