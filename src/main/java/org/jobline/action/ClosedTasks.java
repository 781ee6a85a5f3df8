package org.jobline.action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobline.order.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** What the system closed although an agent had it open, to tell him. */
@Repository
public class ClosedTasks {

  private static final Duration KEPT = Duration.ofDays(7);
  private static final int MAX_TOLD = 20;

  private final JdbcClient jdbc;
  private final Clock clock;

  ClosedTasks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What was closed.
   *
   * @param label of the action that was open
   * @param status number and name of the status in which the order no longer offered it
   * @param cause the action that led there and who did it; null when nobody did
   */
  public record Closed(String order, String action, String label, String status, @Nullable String cause, Instant at) {

    String words() {
      return "%s on %s was closed: the order is now %s%s.".formatted(
          label, order, status, cause == null ? "" : " (" + cause + ")");
    }
  }

  void remember(String task, String agent, Order order, ActionDefinition action, Optional<String> cause) {
    jdbc.sql("""
        insert into closed_task (task, agent, order_number, action, label, status, cause, closed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(task, agent, order.number().value(), action.key().value(), action.label(), order.status().toString(),
            cause.orElse(null), Timestamp.from(clock.instant()))
        .update();
  }

  Optional<Closed> find(String task) {
    return jdbc.sql("select * from closed_task where task = ?").param(task).query(ClosedTasks::read).optional();
  }

  /** The latest of an agent's since then, newest first. */
  public List<Closed> since(String agent, Instant time) {
    return jdbc.sql("select * from closed_task where agent = ? and closed_at > ? order by closed_at desc limit ?")
        .params(agent, Timestamp.from(time), MAX_TOLD).query(ClosedTasks::read).list();
  }

  private static Closed read(ResultSet row, int index) throws SQLException {
    return new Closed(row.getString("order_number"), row.getString("action"), row.getString("label"),
        row.getString("status"), row.getString("cause"), row.getTimestamp("closed_at").toInstant());
  }

  void forget(String agent) {
    jdbc.sql("delete from closed_task where agent = ?").param(agent).update();
  }

  @Scheduled(cron = "0 40 3 * * *")
  void forgetOld() {
    jdbc.sql("delete from closed_task where closed_at < ?").param(Timestamp.from(clock.instant().minus(KEPT))).update();
  }
}
