package org.jobline.sla;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jobline.platform.time.OpeningHours.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When clocks stood still although somebody was open. */
@Repository
class SlaPauses {

  private final JdbcClient jdbc;

  SlaPauses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Period> of(long clock) {
    return jdbc.sql("select began_at, ended_at from sla_pause where clock = ? order by began_at").param(clock)
        .query((row, index) -> new Period(
            row.getTimestamp("began_at").toInstant(), row.getTimestamp("ended_at").toInstant()))
        .list();
  }

  void add(long clock, Instant from, Instant to) {
    jdbc.sql("insert into sla_pause (clock, began_at, ended_at) values (?, ?, ?)")
        .params(clock, Timestamp.from(from), Timestamp.from(to)).update();
  }
}
