package org.jobline.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobline.replay.Meter;
import org.jobline.replay.Pace;
import org.springframework.boot.DefaultApplicationArguments;

/**
 * Agents who work through the API of a running application, each on one order after the other from the call to what is
 * left to pay: how long an action takes when so many do so at once. Made for the demo data; all is an option,
 * {@code --url=}, {@code --user=}, {@code --password=}, {@code --clients=1,4,16}, {@code --actions=} (of each number of
 * clients), {@code --warm-up=}, {@code --site=}, {@code --work-type=}, {@code --priority=}, {@code --resource=}.
 */
public final class ApiClients {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SETTLE = "set-accrual-to-zero";

  private final HttpClient http = HttpClient.newHttpClient();
  private final PrintStream out;
  private final DefaultApplicationArguments options;
  private final String url;
  private final String login;

  ApiClients(PrintStream out, String... options) {
    this.out = out;
    this.options = new DefaultApplicationArguments(options);
    this.url = option("url", "http://localhost:8080");
    this.login = Base64.getEncoder().encodeToString(
        (option("user", "agent") + ":" + option("password", "agent")).getBytes(StandardCharsets.UTF_8));
  }

  public static void main(String[] args) throws InterruptedException, ExecutionException {
    new ApiClients(System.out, args).run();
  }

  private String option(String name, String otherwise) {
    List<String> values = options.getOptionValues(name);
    return values == null ? otherwise : values.get(0);
  }

  /** @throws ExecutionException when an answer was not what it should be */
  void run() throws InterruptedException, ExecutionException {
    int actions = Integer.parseInt(option("actions", "1000"));
    play(4, Integer.parseInt(option("warm-up", "1000")));
    line("%-8s %9s %9s %9s %9s %9s", "clients", "actions", "actions/s", "p50 ms", "p95 ms", "p99 ms");
    for (String clients : option("clients", "1,4,16").split(",")) {
      Pace pace = play(Integer.parseInt(clients), actions);
      line("%-8s %9d %9.1f %9.1f %9.1f %9.1f", clients, pace.actions(), pace.actionsPerSecond(), pace.p50(),
          pace.p95(), pace.p99());
    }
  }

  private Pace play(int clients, int actions) throws InterruptedException, ExecutionException {
    AtomicInteger begun = new AtomicInteger();
    return Together.play(clients, meter -> {
      while (begun.get() < actions) {
        playOne(meter, begun);
      }
    });
  }

  private void playOne(Meter meter, AtomicInteger begun) {
    JsonNode logged = post(meter, begun, "", Map.of(
        "type", "REACTIVE", "site", option("site", "S-002"), "workType", option("work-type", "HTG"),
        "priority", option("priority", "P2"), "description", "The boiler in the back room is cold again",
        "contact", Map.of("name", "Sue"), "resource", option("resource", "RES-01"),
        "schedule", Map.of("kind", "up to SLA"), "confirmDuplicate", true, "notBatched", true));
    String actions = "/" + logged.path("number").asText() + "/actions/";
    post(meter, begun, actions + "assign", Map.of("how", "by phone", "spokeTo", "Dispatch"));
    post(meter, begun, actions + "accept-job", Map.of("notes", "comes this afternoon"));
    post(meter, begun, actions + "add-notes-public", Map.of("text", "The key is at the neighbour's."));
    post(meter, begun, actions + "start-job-admin", Map.of("reportedBy", "Bob", "start", now(), "attending", 1));
    post(meter, begun, actions + "stop-job", Map.of(
        "stoppedAt", now(), "outcome", "revisit required", "reasons", List.of("parts"), "temporaryFix", false));
    post(meter, begun, actions + "start-job-admin", Map.of("reportedBy", "Bob", "start", now(), "attending", 1));
    JsonNode stopped = post(meter, begun, actions + "stop-job", Map.of("stoppedAt", now(), "outcome", "completed"));
    if (stopped.path("actions").findValuesAsText("key").contains(SETTLE)) {
      post(meter, begun, actions + SETTLE, Map.of("confirm", true));
    }
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private JsonNode post(Meter meter, AtomicInteger begun, String path, Map<String, Object> body) {
    begun.incrementAndGet();
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/work-orders" + path))
          .header("Authorization", "Basic " + login)
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
          .build();
      HttpResponse<String> answer = meter.timed(() -> send(request));
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(request.uri() + " " + body + ": " + answer.statusCode() + " " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException("No answer could be read from " + url, e);
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("Nobody answers at " + url, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + url, e);
    }
  }

  private void line(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }
}
