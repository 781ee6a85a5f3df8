package org.jobline.action;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who was told of others' changes when he completed a task: sent again, his submission is meant to overwrite them. */
@Repository
class ToldChanges {

  private static final Duration KEPT = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final Clock clock;

  ToldChanges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The last event the agent was told of at this task; 0 for none. */
  int lastEvent(String task, String agent) {
    return jdbc.sql("select event from told_change where task = ? and agent = ?").params(task, agent)
        .query(Integer.class).optional().orElse(0);
  }

  /** In a transaction of its own: that of the submission is refused. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void remember(String task, String agent, int event) {
    jdbc.sql("""
        insert into told_change (task, agent, event, told_at) values (?, ?, ?, ?)
        on conflict (task, agent) do update set event = excluded.event, told_at = excluded.told_at""")
        .params(task, agent, event, Timestamp.from(clock.instant())).update();
  }

  void forget(String agent) {
    jdbc.sql("delete from told_change where agent = ?").param(agent).update();
  }

  @Scheduled(cron = "0 35 3 * * *")
  void forgetOld() {
    jdbc.sql("delete from told_change where told_at < ?").param(Timestamp.from(clock.instant().minus(KEPT))).update();
  }
}
