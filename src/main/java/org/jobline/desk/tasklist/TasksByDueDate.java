package org.jobline.desk.tasklist;

import org.jobline.platform.security.ClusterLock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The index every list of Tasklist is read by: without it the engine sorts all open tasks to show fifteen. Made here and
 * not by a migration, because the engine creates its tables after ours.
 */
@Component
class TasksByDueDate implements ApplicationRunner {

  private final JdbcClient jdbc;
  private final ClusterLock oneAtATime;

  TasksByDueDate(JdbcClient jdbc, ClusterLock oneAtATime) {
    this.jdbc = jdbc;
    this.oneAtATime = oneAtATime;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    oneAtATime.run(
        () -> jdbc.sql("create index if not exists task_due_date on act_ru_task (due_date_)").update());
  }
}
