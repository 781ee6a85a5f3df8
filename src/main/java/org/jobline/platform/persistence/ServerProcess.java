package org.jobline.platform.persistence;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server that was seen running, and how to start it again as it was. */
final class ServerProcess {

  private final ProcessHandle process;
  private final Path program;

  ServerProcess(ProcessHandle process) {
    this(process, Path.of(process.info().command().orElseThrow()));
  }

  private ServerProcess(ProcessHandle process, Path program) {
    this.process = process;
    this.program = program;
  }

  boolean isRunning() {
    return process.isAlive() && !ServerFolder.isZombie(process);
  }

  /** With the same options, as it noted them in its folder: also on the same port, so that connection pools find it. */
  ServerProcess startAgain(ServerFolder folder, Path log, Duration timeout) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      // PostgreSQL refuses to be run by root
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(List.of(
        program.resolveSibling("pg_ctl").toString(), "-D", folder.path().toString(), "-l", log.toString(),
        "-w", "-t", String.valueOf(timeout.toSeconds()), "restart"));
    Process start = new ProcessBuilder(command)
        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try {
      if (start.waitFor() != 0) {
        throw new IOException("pg_ctl ended with " + start.exitValue() + "; see " + log);
      }
    } finally {
      start.destroy();
    }
    return new ServerProcess(
        folder.server().orElseThrow(() -> new IOException("The server ended at once; see " + log)), program);
  }
}
