package org.jobline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** What happens to the server of a bare machine when something is killed, copied or started twice. */
class EmbeddedDatabaseTest {

  /** The property that says where the server's programs are unpacked; to do it again takes longer than to start one. */
  private static final String PROGRAMS = "ot.epg.working-dir";

  @TempDir
  private Path directory;

  private EmbeddedDatabase database(Path folder) {
    return new EmbeddedDatabase(new EmbeddedDatabase.Settings(folder, true, true), () -> {
      throw new AssertionError("The server was not started again");
    });
  }

  private static JdbcClient client(EmbeddedDatabase database) {
    return JdbcClient.create(new DriverManagerDataSource(database.url()));
  }

  private static List<String> remembered(EmbeddedDatabase database) {
    return client(database).sql("select what from remembered order by what").query(String.class).list();
  }

  private static ProcessHandle serverIn(Path folder) {
    return new ServerFolder(folder.resolve("postgres")).server().orElseThrow();
  }

  @Test
  void answer_is_given_when_the_disk_has_it() {
    new ApplicationContextRunner()
        .withUserConfiguration(EmbeddedDatabaseConfiguration.class)
        .withPropertyValues("jobline.embedded-database.directory=" + directory)
        .run(product -> {
          JdbcClient jdbc = JdbcClient.create(product.getBean(DataSource.class));
          for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(jdbc.sql("show " + setting).query(String.class).single()).as(setting).isEqualTo("on");
          }
        });
  }

  @Test
  void copy_of_the_folder_works_beside_the_first() throws IOException {
    Path first = directory.resolve("first");
    Path second = directory.resolve("second");
    try (EmbeddedDatabase original = database(first)) {
      client(original).sql("create table remembered (what text); checkpoint").update();
      FileSystemUtils.copyRecursively(first, second);
      try (EmbeddedDatabase copy = database(second)) {
        client(copy).sql("insert into remembered values ('in the copy')").update();
        client(original).sql("insert into remembered values ('in the first')").update();
        assertThat(remembered(copy)).containsExactly("in the copy");
        assertThat(remembered(original)).containsExactly("in the first");
      }
      assertThat(remembered(original)).as("after the copy was closed").containsExactly("in the first");
    }
  }

  @Test
  void process_that_has_the_number_of_a_dead_server_is_left_alone() throws IOException {
    database(directory).close();
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Files.write(directory.resolve("postgres/postmaster.pid"),
          List.of(String.valueOf(stranger.pid()), directory.resolve("postgres").toString()));
      try (EmbeddedDatabase database = database(directory)) {
        assertThat(client(database).sql("select 1").query(Integer.class).single()).isEqualTo(1);
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void second_on_the_same_folder_is_refused_and_the_first_goes_on() throws IOException {
    try (EmbeddedDatabase first = database(directory)) {
      assertThatThrownBy(() -> database(directory)).hasMessageContaining("Another Jobline is running on the folder");
      assertThat(client(first).sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }
  }

  @Test
  void server_of_a_killed_application_is_replaced_and_what_it_answered_is_kept() throws Exception {
    Process application = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
        "-D" + PROGRAMS + "=" + System.getProperty(PROGRAMS, System.getProperty("java.io.tmpdir")),
        "-cp", System.getProperty("java.class.path"), KilledApplication.class.getName(), directory.toString())
        .redirectErrorStream(true).start();
    String said = new String(application.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(application.waitFor()).as(said).isEqualTo(KilledApplication.KILLED);
    ProcessHandle left = serverIn(directory);
    try (EmbeddedDatabase next = database(directory)) {
      assertThat(remembered(next)).containsExactly("answered");
      assertThat(serverIn(directory).pid()).isNotEqualTo(left.pid());
    }
  }

  /** Stops without a goodbye, as a killed process does. */
  static final class KilledApplication {

    static final int KILLED = 9;

    private KilledApplication() {}

    public static void main(String[] arguments) {
      EmbeddedDatabase database = new EmbeddedDatabase(
          new EmbeddedDatabase.Settings(Path.of(arguments[0]), true, true), () -> {});
      client(database).sql("create table remembered as select 'answered' as what").update();
      Runtime.getRuntime().halt(KILLED);
    }
  }

  @Test
  void dead_server_is_started_again_and_the_pool_finds_it() throws IOException {
    try (EmbeddedDatabase database = database(directory); HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(database.url());
      JdbcClient jdbc = JdbcClient.create(pool);
      jdbc.sql("create table remembered as select 'answered' as what").update();
      ProcessHandle server = serverIn(directory);
      server.destroyForcibly();
      await().atMost(Duration.ofMinutes(1)).ignoreExceptionsInstanceOf(DataAccessException.class).untilAsserted(() ->
          assertThat(jdbc.sql("select what from remembered").query(String.class).list()).containsExactly("answered"));
      assertThat(serverIn(directory).pid()).isNotEqualTo(server.pid());
    }
  }

  @Test
  void closing_is_quick_when_the_server_is_dead() throws IOException {
    EmbeddedDatabase database = database(directory);
    serverIn(directory).destroyForcibly();
    database.close();
    try (EmbeddedDatabase next = database(directory)) {
      assertThat(client(next).sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }
  }
}
