package org.jobline.platform.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A client that takes orders from the call to their completion, one after the other, and remembers what was answered.
 * Whatever was not answered it sends again with the same Idempotency-Key until it is.
 */
final class Clerk implements Callable<Map<String, List<String>>> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration RETRY_INTERVAL = Duration.ofMillis(250);
  private static final String CREDENTIALS = Base64.getEncoder().encodeToString(
      "agent:agent".getBytes(StandardCharsets.UTF_8));

  private final JoblineProcess application;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String name;
  private final Map<String, List<String>> answered = new LinkedHashMap<>();
  private volatile boolean goesHome;
  private final AtomicInteger said = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();

  Clerk(JoblineProcess application, String name) {
    this.application = application;
    this.name = name;
  }

  /** Finishes the order in hand and ends. */
  void goHome() {
    goesHome = true;
  }

  int repeated() {
    return repeated.get();
  }

  /** What was answered until now. */
  Map<String, List<String>> answered() {
    synchronized (answered) {
      Map<String, List<String>> copy = new LinkedHashMap<>();
      answered.forEach((number, words) -> copy.put(number, List.copyOf(words)));
      return copy;
    }
  }

  int said() {
    return said.get();
  }

  /** By the number of the order, the words of each action that was answered, in the order of the answers. */
  @Override
  public Map<String, List<String>> call() {
    while (!goesHome) {
      takeOneOrder();
    }
    return answered();
  }

  void takeOneOrder() {
    String words = words();
    String number = post("/api/work-orders", Map.of(
        "type", "REACTIVE", "site", "S-014", "workType", "FAB", "priority", "P2", "description", words,
        "contact", Map.of("name", "Sue"), "confirmDuplicate", true)).path("number").asText();
    synchronized (answered) {
      answered.put(number, new ArrayList<>(List.of(words)));
    }
    perform(number, "allocate-resource", "notes", Map.of("resource", "RES-16", "scheduleKind", "up to SLA"));
    perform(number, "assign", "notes", Map.of("how", "by e-mail"));
    perform(number, "add-notes-public", "text", Map.of());
    perform(number, "accept-job", "notes", Map.of());
    perform(number, "start-job-field-team", "notes", Map.of("engineer", "Eve", "attending", 1));
    perform(number, "add-notes-public", "text", Map.of());
    perform(number, "stop-job", "notes", Map.of("stoppedAt", Instant.now().toString(), "outcome", "completed"));
  }

  private void perform(String number, String action, String field, Map<String, Object> fields) {
    String words = words();
    Map<String, Object> body = new LinkedHashMap<>(fields);
    body.put(field, words);
    post("/api/work-orders/" + number + "/actions/" + action, body);
    synchronized (answered) {
      answered.get(number).add(words);
    }
  }

  private String words() {
    return name + " says " + said.incrementAndGet();
  }

  static String get(JoblineProcess application, String path) {
    try {
      HttpResponse<String> answer = HttpClient.newHttpClient().send(
          HttpRequest.newBuilder(application.address(path)).header("Authorization", "Basic " + CREDENTIALS).build(),
          HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(path + " is answered by " + answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The words clerks said on the order, as its timeline has them. */
  static List<String> recorded(JoblineProcess application, String number) {
    try {
      List<String> words = new ArrayList<>();
      JSON.readTree(get(application, "/api/work-orders/" + number + "/events")).forEach(event -> {
        if (event.path("agent").asText().equals("agent")) {
          JsonNode fields = event.path("fields");
          words.add(Stream.of("notes", "text", "description").map(fields::path).filter(JsonNode::isTextual)
              .findFirst().map(JsonNode::asText).orElse("(nothing)"));
        }
      });
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode post(String path, Map<String, Object> body) {
    try {
      HttpRequest request = HttpRequest.newBuilder(application.address(path))
          .header("Authorization", "Basic " + CREDENTIALS)
          .header("Content-Type", "application/json")
          .header("Idempotency-Key", UUID.randomUUID().toString())
          .timeout(Duration.ofSeconds(30))
          .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))).build();
      while (true) {
        try {
          HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
          if (answer.statusCode() / 100 == 2) {
            return JSON.readTree(answer.body());
          }
          String problem = answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
          if (answer.statusCode() != 503 && !problem.contains("changed-meanwhile")) {
            throw new AssertionError(path + " " + body + " was refused: " + problem);
          }
        } catch (IOException e) {
          // whether it was done nobody knows
        }
        repeated.incrementAndGet();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(RETRY_INTERVAL.toMillis()));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
