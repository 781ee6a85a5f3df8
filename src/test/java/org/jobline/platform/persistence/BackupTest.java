package org.jobline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jobline.JoblineApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Backup and restore of the embedded server, by the commands an operator gives (docs/operations.md). */
class BackupTest {

  @TempDir
  private Path directory;

  private EmbeddedDatabase database(Path folder) {
    return new EmbeddedDatabase(new EmbeddedDatabase.Settings(folder, true, true), () -> {});
  }

  private static JdbcClient client(EmbeddedDatabase database) {
    return JdbcClient.create(new DriverManagerDataSource(database.url()));
  }

  private void command(String what, Path backup, Path data) throws Exception {
    JoblineApplication.main(new String[] {
      "--" + what + "=" + backup, "--jobline.embedded-database.directory=" + data});
  }

  /** One transaction after the other, each in two tables: a torn copy would have one without the other. */
  private static Future<?> transfers(
      ExecutorService pool, EmbeddedDatabase database, AtomicLong answered, AtomicBoolean goesOn) {
    return pool.submit(() -> {
      try (SingleConnectionDataSource connection = new SingleConnectionDataSource(database.url(), true)) {
        JdbcClient jdbc = JdbcClient.create(connection);
        while (goesOn.get()) {
          long next = answered.get() + 1;
          jdbc.sql("with one as (insert into one values (:n, repeat('x', 500)) returning n) insert into two select n from one")
              .param("n", next).update();
          answered.set(next);
        }
      }
    });
  }

  @Test
  void backup_taken_under_load_has_every_answer_given_before_it_began() throws Exception {
    Path data = directory.resolve("data");
    Path backup = directory.resolve("backups/monday");
    ExecutorService pool = Executors.newSingleThreadExecutor();
    AtomicLong answered = new AtomicLong();
    AtomicBoolean goesOn = new AtomicBoolean(true);
    long before;
    Files.createDirectories(backup.getParent());
    try (EmbeddedDatabase original = database(data)) {
      JdbcClient jdbc = client(original);
      jdbc.sql("create table one (n bigint primary key, text text); create table two (n bigint primary key)").update();
      Future<?> load = transfers(pool, original, answered, goesOn);
      await().until(() -> answered.get() >= 200);
      before = answered.get();
      command("backup", backup, data);
      goesOn.set(false);
      load.get();
      assertThat(jdbc.sql("select count(*) from pg_replication_slots").query(Long.class).single())
          .as("what keeps the server's log").isZero();
    } finally {
      pool.shutdownNow();
    }
    Path restored = directory.resolve("restored");
    command("restore", backup, restored);
    try (EmbeddedDatabase copy = database(restored)) {
      JdbcClient jdbc = client(copy);
      long last = jdbc.sql("select max(n) from one").query(Long.class).single();
      assertThat(last).isBetween(before, answered.get());
      assertThat(jdbc.sql("select count(*) from one join two using (n)").query(Long.class).single()).isEqualTo(last);
      jdbc.sql("insert into two values (-1)").update();
    }
  }

  @Test
  void server_that_is_stopped_is_backed_up_too() throws Exception {
    Path data = directory.resolve("data");
    try (EmbeddedDatabase original = database(data)) {
      client(original).sql("create table one as select 42 as n").update();
    }
    command("backup", directory.resolve("backup"), data);
    command("restore", directory.resolve("backup"), directory.resolve("restored"));
    try (EmbeddedDatabase copy = database(directory.resolve("restored"))) {
      assertThat(client(copy).sql("select n from one").query(Integer.class).single()).isEqualTo(42);
    }
  }

  @Test
  void nothing_is_overwritten_and_what_is_no_backup_is_not_restored() throws Exception {
    Path data = directory.resolve("data");
    database(data).close();
    Path taken = Files.createDirectories(directory.resolve("taken"));
    Files.writeString(taken.resolve("letter.txt"), "mine");
    assertThatThrownBy(() -> command("backup", taken, data)).hasMessageContaining("already contains something");
    assertThatThrownBy(() -> command("restore", taken, directory.resolve("new"))).hasMessageContaining("no backup in");
    assertThatThrownBy(() -> command("backup", directory.resolve("backup"), directory.resolve("nowhere")))
        .hasMessageContaining("no database in");
    command("backup", directory.resolve("backup"), data);
    assertThatThrownBy(() -> command("restore", directory.resolve("backup"), data))
        .hasMessageContaining("already contains something");
  }

  @Test
  void command_without_a_folder_is_refused() {
    assertThatThrownBy(() -> JoblineApplication.main(new String[] {"--backup"}))
        .hasMessageContaining("--backup needs one folder");
  }
}
