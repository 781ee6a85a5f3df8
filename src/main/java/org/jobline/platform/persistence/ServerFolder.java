package org.jobline.platform.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data folder of one PostgreSQL server, and the processes that work in it. The number in its {@code postmaster.pid}
 * is not to be trusted alone: after a crash it may be another program's, and in a copied folder it is the server's of
 * the original.
 */
final class ServerFolder {

  private static final Logger log = LoggerFactory.getLogger(ServerFolder.class);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

  private final Path data;

  ServerFolder(Path data) {
    this.data = data.toAbsolutePath().normalize();
  }

  Path path() {
    return data;
  }

  /** Where the server that runs here answers. */
  String url() {
    String port = recorded(3).orElseThrow(() -> new IllegalStateException("No server runs in " + data));
    return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
  }

  /** The server that runs on this very folder. */
  Optional<ProcessHandle> server() {
    return recordedProcess().filter(this::serves);
  }

  /**
   * Ends what an earlier run left in this folder, so that a new server can have it: a killed application leaves its
   * server running, a killed server the processes of its connections.
   */
  void clear() {
    server().ifPresent(server -> {
      log.info("Stopping the PostgreSQL server {} that an earlier run left in {}", server.pid(), data);
      stop(server);
    });
    processes().forEach(ServerFolder::stop);
    removeForeignPidFile();
    closeToOthers();
  }

  /** A copied or unpacked folder may be open to others, which PostgreSQL refuses. */
  private void closeToOthers() {
    PosixFileAttributeView view = Files.getFileAttributeView(data, PosixFileAttributeView.class);
    if (view == null || !Files.exists(data)) {
      return;
    }
    try {
      view.setPermissions(PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + data + " cannot be closed to other users", e);
    }
  }

  /**
   * Without this a server would not start while the process of that number lives, and stopping it would end that process.
   * PostgreSQL itself finds a server of this folder by its shared memory, with or without the file.
   */
  void removeForeignPidFile() {
    if (server().isPresent()) {
      return;
    }
    try {
      Files.deleteIfExists(pidFile());
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + pidFile() + " of a server that is gone cannot be removed", e);
    }
  }

  private Path pidFile() {
    return data.resolve("postmaster.pid");
  }

  private Optional<ProcessHandle> recordedProcess() {
    try {
      return recorded(0).map(Long::parseLong).flatMap(ProcessHandle::of);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A line of the file in which a server notes its process and its folder; none while it is just starting. */
  private Optional<String> recorded(int line) {
    try {
      List<String> lines = Files.exists(pidFile()) ? Files.readAllLines(pidFile()) : List.of();
      return lines.stream().skip(line).findFirst().map(String::strip);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + pidFile() + " cannot be read", e);
    }
  }

  private boolean serves(ProcessHandle process) {
    return isPostgres(process) && (worksHere(process) || isRecordedHere() && wasStartedHere(process));
  }

  /** Not so in a copy of another folder. */
  private boolean isRecordedHere() {
    return recorded(1).map(Path::of).filter(this::isHere).isPresent();
  }

  /** Windows does not show how a program was started. */
  private boolean wasStartedHere(ProcessHandle process) {
    List<String> arguments = List.of(process.info().arguments().orElse(new String[0]));
    int option = arguments.indexOf("-D");
    return arguments.isEmpty()
        || option >= 0 && option + 1 < arguments.size() && isHere(Path.of(arguments.get(option + 1)));
  }

  /** Every PostgreSQL process makes the data folder its working directory, which Linux shows. */
  private boolean worksHere(ProcessHandle process) {
    return isHere(Path.of("/proc", String.valueOf(process.pid()), "cwd"));
  }

  private boolean isHere(Path other) {
    try {
      return Files.exists(other) && Files.exists(data) && Files.isSameFile(other, data);
    } catch (IOException e) {
      // somebody else's process
      return false;
    }
  }

  /** All of a server, those of its connections too; they outlive a killed server for a moment. Known on Linux only. */
  Stream<ProcessHandle> processes() {
    return ProcessHandle.allProcesses().filter(ServerFolder::isPostgres).filter(this::worksHere);
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command()
        .map(command -> Path.of(command).getFileName().toString())
        .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
        .isPresent();
  }

  /** Ended, but nobody has asked how: it has a number still, and no program. */
  static boolean isZombie(ProcessHandle process) {
    return process.info().command().isEmpty();
  }

  private static void stop(ProcessHandle process) {
    process.destroy();
    if (!ends(process)) {
      process.destroyForcibly();
      if (!ends(process)) {
        throw new IllegalStateException("PostgreSQL process " + process.pid() + " cannot be stopped");
      }
    }
  }

  private static boolean ends(ProcessHandle process) {
    long deadline = System.nanoTime() + STOP_TIMEOUT.toNanos();
    while (process.isAlive() && !isZombie(process)) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_INTERVAL.toMillis()));
    }
    return true;
  }
}
