package org.jobline.platform.security;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets only one node at a time see to what must exist once: each looks first, and would find nothing. */
@Component
public class ClusterLock {

  /** The advisory lock's name in the database; any number that nothing else uses. */
  private static final long LOCK = 0x4A4F424C494E45L;

  private final TransactionTemplate transaction;
  private final JdbcTemplate jdbc;

  ClusterLock(TransactionTemplate transaction, JdbcTemplate jdbc) {
    this.transaction = transaction;
    this.jdbc = jdbc;
  }

  /** In one transaction, after whoever else is at it. */
  public void run(Runnable doing) {
    transaction.executeWithoutResult(status -> {
      jdbc.query("select pg_advisory_xact_lock(?)", result -> {}, LOCK);
      doing.run();
    });
  }
}
