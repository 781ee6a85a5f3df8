package org.jobline.platform.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of the application's own, for a bare machine and for tests; its data outlives the process. A server
 * that dies is started again on the same port, so that the connection pool finds it.
 */
class EmbeddedDatabase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  /** Also after a crash, when the log of everything since the last checkpoint is read. */
  private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
  private static final int RESTART_ATTEMPTS = 5;

  private final ServerFolder folder;
  private final Settings settings;
  private final Runnable onLoss;
  private final FileChannel lockFile;
  private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
    Thread thread = new Thread(task, "embedded-database");
    thread.setDaemon(true);
    return thread;
  });

  private final EmbeddedPostgres postgres;
  private ServerProcess server;
  private int failedRestarts;
  private volatile boolean closed;

  /**
   * @param directory the server's data is a folder in it
   * @param keep whether the data outlives the server
   * @param durable whether an answer waits until the disk has what was written; without it the next power cut, or the
   *     death of one server process, takes back what was answered
   */
  record Settings(Path directory, boolean keep, boolean durable) {}

  /** @param onLoss what to do when a server that died cannot be started again */
  EmbeddedDatabase(Settings settings, Runnable onLoss) {
    this.settings = settings;
    this.onLoss = onLoss;
    this.folder = new ServerFolder(settings.directory().resolve("postgres"));
    try {
      Files.createDirectories(settings.directory());
      this.lockFile = FileChannel.open(settings.directory().resolve("jobline.lock"), StandardOpenOption.CREATE,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + settings.directory() + " can't be written to", e);
    }
    try {
      lock();
      folder.clear();
      if (!settings.keep()) {
        FileSystemUtils.deleteRecursively(folder.path());
      }
      postgres = start();
      server = folder.server().map(ServerProcess::new).orElseThrow(
          () -> new IOException("The server ended as soon as it had started"));
      var unused = watch.scheduleWithFixedDelay(
          this::restartIfDead, CHECK_INTERVAL.toMillis(), CHECK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      closeLockFile();
      throw new UncheckedIOException("The embedded PostgreSQL server did not start in " + settings.directory(), e);
    } catch (RuntimeException e) {
      closeLockFile();
      throw e;
    }
  }

  /** The system ends the lock with the process, however that ends. */
  private void lock() throws IOException {
    FileLock lock;
    try {
      lock = lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new IllegalStateException("Another Jobline is running on the folder " + settings.directory()
          + ". Stop it first, or give this one a folder of its own: --jobline.embedded-database.directory=…");
    }
  }

  private EmbeddedPostgres start() throws IOException {
    String durable = settings.durable() ? "on" : "off";
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.path().toFile())
        .setCleanDataDirectory(false)
        // its own hook would stop the server while the application still uses it
        .setRegisterShutdownHook(false)
        .setPGStartupWait(START_TIMEOUT)
        // both are off unless said otherwise
        .setServerConfig("fsync", durable)
        .setServerConfig("synchronous_commit", durable)
        .setServerConfig("full_page_writes", durable)
        // nobody uses one, and the one of a killed server keeps the next from starting while its process is not yet gone
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig("max_connections", "100")
        .setServerConfig("timezone", "UTC")
        .setServerConfig("max_wal_size", "2GB")
        .setServerConfig("random_page_cost", "1.1")
        .start();
  }

  private synchronized void restartIfDead() {
    if (closed || server.isRunning()) {
      return;
    }
    log.error("The embedded PostgreSQL server died; restarting it");
    try {
      folder.clear();
      server = server.startAgain(folder, settings.directory().resolve("postgres.log"), START_TIMEOUT);
      failedRestarts = 0;
      log.info("The embedded PostgreSQL server is running again; what was in progress while it was down has failed");
    } catch (IOException | RuntimeException e) {
      log.error("The embedded PostgreSQL server did not restart", e);
      if (++failedRestarts == RESTART_ATTEMPTS) {
        onLoss.run();
      }
    } catch (InterruptedException e) {
      // it is closed meanwhile
      Thread.currentThread().interrupt();
    }
  }

  String url() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public void close() throws IOException {
    closed = true;
    // also ends the wait for a server that is just starting
    watch.shutdownNow();
    synchronized (this) {
      folder.removeForeignPidFile();
      postgres.close();
    }
    if (!settings.keep()) {
      FileSystemUtils.deleteRecursively(folder.path());
    }
    closeLockFile();
  }

  private void closeLockFile() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
