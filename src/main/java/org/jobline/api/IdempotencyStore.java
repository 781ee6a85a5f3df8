package org.jobline.api;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jobline.platform.engine.UserListener;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Keeps the answers to requests that may be repeated. */
@Repository
class IdempotencyStore implements UserListener {

  private static final Duration KEPT = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final Clock clock;

  IdempotencyStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @param location null when the answer named none */
  record Answer(
      String fingerprint, int status, @Nullable String contentType, @Nullable String location, byte[] body) {}

  /** Takes the key for this transaction; waits while another transaction has it. @return false when it was used */
  boolean take(String agent, String key, String fingerprint) {
    return jdbc.sql("insert into idempotency_key (agent, key, fingerprint, created_at) values (?,?,?,?)"
            + " on conflict do nothing")
        .params(agent, key, fingerprint, Timestamp.from(clock.instant())).update() > 0;
  }

  void keep(String agent, String key, Answer answer) {
    jdbc.sql("update idempotency_key set status = ?, content_type = ?, location = ?, body = ? where agent = ? and key = ?")
        .params(answer.status(), answer.contentType(), answer.location(), answer.body(), agent, key).update();
  }

  Optional<Answer> find(String agent, String key) {
    return jdbc.sql("select * from idempotency_key where agent = ? and key = ?").params(agent, key)
        .query((row, index) -> new Answer(row.getString("fingerprint"), row.getInt("status"),
            row.getString("content_type"), row.getString("location"), row.getBytes("body")))
        .optional();
  }

  /** A later user of that name is somebody else. */
  @Override
  public void removed(String user) {
    jdbc.sql("delete from idempotency_key where agent = ?").param(user).update();
  }

  @Scheduled(cron = "0 30 3 * * *")
  void forgetOld() {
    jdbc.sql("delete from idempotency_key where created_at < ?")
        .param(Timestamp.from(clock.instant().minus(KEPT))).update();
  }
}
