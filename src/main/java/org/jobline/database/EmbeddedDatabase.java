package org.jobline.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL server of the application's own, for a bare machine and for tests; its data outlives the process. */
class EmbeddedDatabase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private final EmbeddedPostgres postgres;

  EmbeddedDatabase(Path directory, boolean keep) {
    try {
      Files.createDirectories(directory);
      Path data = directory.toAbsolutePath().normalize().resolve("postgres");
      stopServerLeftBehind(data);
      postgres = EmbeddedPostgres.builder()
          .setDataDirectory(data.toFile())
          .setCleanDataDirectory(!keep)
          // its own hook would stop the server while the application still uses it
          .setRegisterShutdownHook(false)
          .setPGStartupWait(Duration.ofSeconds(60))
          .setServerConfig("shared_buffers", "256MB")
          .setServerConfig("max_connections", "100")
          .setServerConfig("timezone", "UTC")
          .setServerConfig("max_wal_size", "2GB")
          .setServerConfig("random_page_cost", "1.1")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL server did not start in " + directory, e);
    }
  }

  /**
   * A killed application leaves its server running, which would refuse a second one on the same data.
   */
  private static void stopServerLeftBehind(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    String pid = Files.readAllLines(pidFile).get(0).strip();
    ProcessHandle.of(Long.parseLong(pid))
        .filter(process -> process.info().command().orElse("").contains("postgres"))
        .ifPresent(process -> {
          log.info("Stopping the PostgreSQL server {} that an earlier run left behind", pid);
          process.destroy();
          try {
            process.onExit().get(15, TimeUnit.SECONDS);
          } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
          } catch (ExecutionException e) {
            throw new IllegalStateException(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    Files.deleteIfExists(pidFile);
  }

  String url() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
