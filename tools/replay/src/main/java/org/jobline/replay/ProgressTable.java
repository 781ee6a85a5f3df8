package org.jobline.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jobline.order.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The progress of one log, in the same database as the orders and in a schema of its own. */
class ProgressTable implements Progress {

  private static final String SCHEMA = "replay";

  private final JdbcClient jdbc;
  private final String log;

  ProgressTable(JdbcClient jdbc, String log) {
    this.jdbc = jdbc;
    this.log = log;
  }

  /** Makes the tables, or brings those of an earlier release up to date. */
  static void prepare(DataSource database) {
    Flyway.configure().dataSource(database).schemas(SCHEMA).locations("classpath:db/replay").load().migrate();
  }

  @Override
  public Optional<CaseProgress> of(LogCase logCase) {
    return jdbc.sql("select position, order_number, events_done, logged_at, last_at from replay.progress"
            + " where log = ? and position = ?")
        .params(log, logCase.position())
        .query(ProgressTable::read)
        .optional();
  }

  @Override
  public CaseProgress logged(LogCase logCase, OrderNumber number, Instant at) {
    jdbc.sql("insert into replay.progress (log, position, case_name, order_number, logged_at) values (?, ?, ?, ?, ?)")
        .params(log, logCase.position(), logCase.name(), number.value(), Timestamp.from(at))
        .update();
    return new CaseProgress(logCase.position(), number, 0, at, null);
  }

  @Override
  public CaseProgress finished(CaseProgress progress, Instant at) {
    CaseProgress next = progress.next(at);
    int changed = jdbc.sql("update replay.progress set events_done = ?, last_at = ?"
            + " where log = ? and position = ? and events_done = ?")
        .params(next.eventsDone(), Timestamp.from(at), log, progress.position(), progress.eventsDone())
        .update();
    if (changed != 1) {
      throw new IllegalStateException("Another replay of the same log works on order " + progress.number());
    }
    return next;
  }

  @Override
  public void refused(CaseProgress progress, Step step, RefusedException refusal) {
    refused(progress.position(), progress.eventsDone() + 1, step.action().value(), refusal);
  }

  @Override
  public void refused(LogCase logCase, RefusedException refusal) {
    jdbc.sql("insert into replay.progress (log, position, case_name) values (?, ?, ?)")
        .params(log, logCase.position(), logCase.name())
        .update();
    refused(logCase.position(), 1, "log", refusal);
  }

  private void refused(int position, int event, String action, RefusedException refusal) {
    jdbc.sql("insert into replay.refusal (log, position, event, action, kind) values (?, ?, ?, ?, ?)")
        .params(log, position, event, action, refusal.kind())
        .update();
  }

  /** Events finished by this run and all before it. */
  int eventsFinished() {
    return jdbc.sql("select coalesce(sum(events_done), 0) from replay.progress where log = ?")
        .param(log)
        .query(Integer.class)
        .single();
  }

  private static CaseProgress read(ResultSet row, int index) throws SQLException {
    String number = row.getString("order_number");
    return new CaseProgress(
        row.getInt("position"), number == null ? null : new OrderNumber(number), row.getInt("events_done"),
        instant(row.getTimestamp("logged_at")), instant(row.getTimestamp("last_at")));
  }

  private static Instant instant(Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
