package org.jobline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jobline.JoblineApplication;

/** The application as somebody runs it on a bare machine: a process of its own, with its own PostgreSQL server. */
final class JoblineProcess implements AutoCloseable {

  private static final File LOG = Path.of("target", "jobline-processes.log").toFile();
  private static final Duration START_TIMEOUT = Duration.ofMinutes(4);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

  /** The class path of the tests brings an OpenID provider, which the application is not. */
  private static final String WITHOUT_PROVIDER = "--spring.autoconfigure.exclude="
      + "org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration,"
      + "org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration";

  private final Path folder;
  private final int port;
  private final List<String> arguments;
  private final HttpClient http = HttpClient.newHttpClient();
  private Process process;

  JoblineProcess(Path folder, String... arguments) throws IOException {
    this.folder = folder;
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
    this.arguments = List.of(arguments);
  }

  Path folder() {
    return folder;
  }

  ServerFolder database() {
    return new ServerFolder(folder.resolve("postgres"));
  }

  URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** Begins to start. */
  void launch() throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-Xmx768m", "-Duser.timezone=UTC", "-cp", productClassPath(),
        JoblineApplication.class.getName(),
        "--server.port=" + port, "--jobline.embedded-database.directory=" + folder, WITHOUT_PROVIDER));
    command.addAll(arguments);
    process = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG)).start();
  }

  private static String productClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Starts until it answers. @return how long that took */
  Duration start() throws IOException {
    Instant begun = Instant.now();
    launch();
    Instant deadline = begun.plus(START_TIMEOUT);
    while (!isReady()) {
      assertThat(process.isAlive()).as("application runs, see " + LOG).isTrue();
      assertThat(Instant.now()).as("start of the application, see " + LOG).isBefore(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
    return Duration.between(begun, Instant.now());
  }

  private boolean isReady() {
    try {
      return http.send(HttpRequest.newBuilder(address("/actuator/health/readiness")).timeout(Duration.ofSeconds(5)).build(),
          HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends without a chance to say goodbye. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Asks it to end, as a system does that shuts down. @return how long that took */
  Duration stop() {
    Instant asked = Instant.now();
    process.destroy();
    try {
      if (!process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        new ProcessBuilder("kill", "-QUIT", String.valueOf(process.pid())).start().waitFor();
        throw new AssertionError("The application did not end on SIGTERM; what its threads do stands in " + LOG);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Duration.between(asked, Instant.now());
  }

  @Override
  public void close() {
    kill();
    database().clear();
  }
}
