package org.jobline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jobline.fixture.ServedDemoTest;
import org.jobline.fixture.TemporaryFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files on a real connection: how they come in, what is refused, how they go out. */
@ServedDemoTest
class DocumentsOverHttpTest {

  private static final int MAX_PIECE = 2 << 20;
  private static final int LARGE = 25 << 20;
  /** All but those of what fits into the room a thread has left. */
  private static final List<String> ALLOCATIONS =
      List.of("jdk.ObjectAllocationOutsideTLAB", "jdk.ObjectAllocationInNewTLAB");
  private static final String HOSTILE = "<img src=x onerror=alert(1)>";
  private static final String REFUSED = "422 invalid-fields file";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired ObjectMapper json;
  @TempDir Path folder;
  private byte[] largestAllowed = {};

  private final HttpClient http = HttpClient.newHttpClient();
  private String order;

  @BeforeEach
  void logAnOrder() throws Exception {
    order = logged();
  }

  private String logged() throws Exception {
    JsonNode answer = json.readTree(http.send(request("agent", "/api/work-orders")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("""
            {"type": "REACTIVE", "site": "S-014", "workType": "FAB", "priority": "P1", "confirmDuplicate": true,
             "description": "A tile has come off", "contact": {"name": "Sue"}}""")).build(), BodyHandlers.ofString())
        .body());
    return answer.path("number").asText();
  }

  private HttpRequest.Builder request(String user, String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (user != null) {
      request.header("Authorization",
          "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8)));
    }
    return request;
  }

  private String path(String rest) {
    return "/api/work-orders/" + order + rest;
  }

  private HttpResponse<String> send(
      String user, String path, String name, Map<String, String> more, InputStream content) throws Exception {
    StringBuilder head = new StringBuilder();
    more.forEach((key, value) -> head.append("--x\r\nContent-Disposition: form-data; name=\"").append(key)
        .append("\"\r\n\r\n").append(value).append("\r\n"));
    head.append("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"").append(name)
        .append("\"\r\nContent-Type: application/pdf\r\n\r\n");
    return http.send(request(user, path)
        .header("Content-Type", "multipart/form-data; boundary=x")
        .POST(BodyPublishers.ofInputStream(() -> new SequenceInputStream(stream(head.toString()),
            new SequenceInputStream(content, stream("\r\n--x--\r\n"))))).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> upload(String name, byte[] content) throws Exception {
    return send("agent", path("/uploads"), name, Map.of(), new ByteArrayInputStream(content));
  }

  private HttpResponse<InputStream> get(String user, String path) throws Exception {
    return http.send(request(user, path).build(), BodyHandlers.ofInputStream());
  }

  private HttpResponse<String> perform(String body) throws Exception {
    return http.send(request("agent", path("/actions/documents")).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String summary(HttpResponse<String> answer) throws IOException {
    JsonNode content = json.readTree(answer.body());
    return answer.statusCode() + " " + content.path("type").asText().replaceFirst(".*/", "") + " "
        + String.join(",", content.path("errors").findValuesAsText("field"));
  }

  private long uploads() {
    return jdbc.sql("select count(*) from upload where order_number = ?").param(order).query(Long.class).single();
  }

  /** A text that nobody has in memory. */
  private static InputStream large() {
    return new InputStream() {
      private int left = LARGE;

      @Override
      public int read() {
        return left-- > 0 ? 'a' + left % 26 : -1;
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        int count = Math.min(length, left);
        for (int i = 0; i < count; i++) {
          target[offset + i] = (byte) ('a' + --left % 26);
        }
        return count == 0 ? -1 : count;
      }
    };
  }

  /** The largest piece of memory that anybody asks for meanwhile, server and client. */
  private <T> T withoutLargePieces(Callable<T> doing) throws Exception {
    Path file = folder.resolve("allocations.jfr");
    T result;
    try (Recording recording = new Recording()) {
      ALLOCATIONS.forEach(event -> recording.enable(event).withoutThreshold());
      recording.start();
      // nothing else need be large enough to be seen
      largestAllowed = new byte[MAX_PIECE - 1024];
      result = doing.call();
      recording.stop();
      recording.dump(file);
    }
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    assertThat(events).as("allocations that were seen")
        .anyMatch(event -> event.getLong("allocationSize") >= largestAllowed.length);
    assertThat(events).filteredOn(event -> event.getLong("allocationSize") > MAX_PIECE).isEmpty();
    return result;
  }

  @Test
  void a_file_of_25_megabytes_goes_in_and_out_in_constant_memory() throws Exception {
    byte[] witness = withLargePiece();
    HttpResponse<String> uploaded = withoutLargePieces(() ->
        send("agent", path("/uploads"), "large.txt", Map.of(), large()));
    assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
    JsonNode upload = json.readTree(uploaded.body());
    assertThat(upload.path("size").asInt()).isEqualTo(LARGE);
    assertThat(upload.path("fileName").asText()).isEqualTo("large.txt");
    assertThat(upload.path("contentType").asText()).isEqualTo("text/plain");
    String id = upload.path("id").asText();
    assertThat(perform("{\"what\":\"add\",\"type\":\"Report\",\"file\":\"" + id + "\"}").statusCode()).isEqualTo(200);
    long same = withoutLargePieces(() -> {
      try (InputStream content = get("agent", path("/documents/" + id + "/content")).body();
          InputStream sent = large()) {
        return firstDifference(content, sent);
      }
    });
    assertThat(same).isEqualTo(-1);
    assertThat(witness).hasSize(LARGE);
  }

  /** That the measure measures. */
  private byte[] withLargePiece() throws Exception {
    Path file = folder.resolve("witness.jfr");
    try (Recording recording = new Recording()) {
      ALLOCATIONS.forEach(event -> recording.enable(event).withoutThreshold());
      recording.start();
      byte[] piece = new byte[LARGE];
      recording.stop();
      recording.dump(file);
      assertThat(RecordingFile.readAllEvents(file))
          .anyMatch(event -> event.getLong("allocationSize") >= LARGE);
      return piece;
    }
  }

  private static long firstDifference(InputStream one, InputStream other) throws IOException {
    for (long position = 0;; position += 8192) {
      byte[] left = one.readNBytes(8192);
      if (!Arrays.equals(left, other.readNBytes(8192))) {
        return position;
      }
      if (left.length == 0) {
        return -1;
      }
    }
  }

  @Test
  void one_byte_more_is_refused() throws Exception {
    HttpResponse<String> answer = send("agent", path("/uploads"), "large.txt", Map.of(),
        new SequenceInputStream(large(), stream("x")));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("too-large").contains("25 MB");
    assertThat(uploads()).isZero();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("scan.pdf", new byte[0]),
        Arguments.of("scan.pdf", new byte[] {'M', 'Z', 0, 1, 2}),
        Arguments.of("scan.pdf", new byte[] {0x7f, 'E', 'L', 'F', 2}),
        Arguments.of("bomb.zip", zip("zeros", new byte[30 << 20])),
        Arguments.of("slip.zip", zip("../../etc/cron.d/x", bytes("x"))),
        Arguments.of("../../etc/passwd", bytes("x")),
        Arguments.of("C:/Windows/win.ini", bytes("x")),
        Arguments.of("x".repeat(201), bytes("x")),
        Arguments.of("..", bytes("x")));
  }

  private static byte[] zip(String name, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void forbidden_file_is_refused_with_the_field_named(String name, byte[] content) throws Exception {
    assertThat(summary(upload(name, content))).isEqualTo(REFUSED);
    assertThat(summary(send("agent", path("/documents"), name, Map.of("type", "Report"),
        new ByteArrayInputStream(content)))).isEqualTo(REFUSED);
    assertThat(uploads()).isZero();
    assertThat(json.readTree(get("agent", path("/documents")).body())).isEmpty();
    assertThat(json.readTree(get("agent", path("/events")).body())).hasSize(1);
  }

  @Test
  void an_upload_without_a_file_or_for_an_order_there_is_not_is_refused() throws Exception {
    assertThat(summary(http.send(request("agent", path("/uploads"))
        .header("Content-Type", "multipart/form-data; boundary=x")
        .POST(BodyPublishers.ofString("--x--\r\n")).build(), BodyHandlers.ofString()))).isEqualTo(REFUSED);
    assertThat(send("agent", "/api/work-orders/R-999999/uploads", "a.txt", Map.of(), stream("a")).statusCode())
        .isEqualTo(404);
    assertThat(summary(send("agent", "/api/work-orders/X-1/uploads", "a.txt", Map.of(), stream("a"))))
        .isEqualTo("422 invalid-fields number");
    assertThat(http.send(request("agent", path("/uploads")).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{}")).build(), BodyHandlers.ofString()).statusCode()).isEqualTo(415);
  }

  @Test
  void document_metadata_is_validated() throws Exception {
    assertThat(summary(send("agent", path("/documents"), "a.txt", Map.of("type", "Poem"), stream("a"))))
        .isEqualTo("422 invalid-fields type");
    assertThat(summary(send("agent", path("/documents"), "a.txt", Map.of("type", "Report", "title", "x".repeat(201)),
        stream("a")))).isEqualTo("422 invalid-fields title");
    assertThat(summary(send("agent", path("/documents"), "a.txt", Map.of("type", "Report", "subType", "Damage"),
        stream("a")))).isEqualTo("422 invalid-fields subType");
    assertThat(uploads()).isZero();
    assertThat(json.readTree(get("agent", path("/documents")).body())).isEmpty();
  }

  @Test
  void a_download_is_never_run() throws Exception {
    HttpResponse<String> filed = send("agent", path("/documents"), HOSTILE + ".txt",
        Map.of("type", "Report", "title", HOSTILE), stream("<script>alert(document.cookie)</script>"));
    assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
    JsonNode document = json.readTree(filed.body());
    assertThat(document.path("title").asText()).isEqualTo(HOSTILE);
    assertThat(document.path("fileName").asText()).isEqualTo(HOSTILE + ".txt");
    for (String content : List.of("/content", "/versions/1/content")) {
      HttpResponse<InputStream> answer =
          get("agent", path("/documents/" + document.path("id").asText() + content));
      assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8)).startsWith("<script>");
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
      assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment;");
      assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(answer.headers().allValues("Content-Security-Policy"))
          .containsExactly("sandbox; default-src 'none'; frame-ancestors 'none'");
    }
    assertThat(get("agent", path("/documents/" + document.path("id").asText() + "/versions/2/content")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_name_breaks_no_header() throws Exception {
    HttpResponse<String> filed = send("agent", path("/documents"), "Zoë %22; filename=x; 你好.txt",
        Map.of("type", "Report"), stream("a"));
    assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
    HttpResponse<InputStream> answer =
        get("agent", path("/documents/" + json.readTree(filed.body()).path("id").asText() + "/content"));
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment;").contains("filename*=UTF-8''Zo%C3%AB").matches("\\p{ASCII}*");
  }

  @Test
  void documents_are_for_those_who_see_the_order() throws Exception {
    String id = json.readTree(send("agent", path("/documents"), "a.txt", Map.of("type", "Report"), stream("a")).body())
        .path("id").asText();
    String content = "/documents/" + id + "/content";
    assertThat(get("finance", path(content)).statusCode()).isEqualTo(200);
    assertThat(get(null, path(content)).statusCode()).isEqualTo(401);
    assertThat(get("nobody", path(content)).statusCode()).isEqualTo(401);
    assertThat(get(null, path("/work-order-documents/order-sheet.pdf")).statusCode()).isEqualTo(401);
    assertThat(send(null, path("/uploads"), "a.txt", Map.of(), stream("a")).statusCode()).isEqualTo(401);
    String other = logged();
    assertThat(get("agent", "/api/work-orders/" + other + content).statusCode()).isEqualTo(404);
    assertThat(send("finance", path("/documents"), "a.txt", Map.of("type", "Report"), stream("a")).statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent2", "manager"})
  void upload_belongs_to_its_sender(String user) throws Exception {
    String id = json.readTree(send(user, path("/uploads"), "a.txt", Map.of(), stream("a")).body()).path("id").asText();
    assertThat(summary(perform("{\"what\":\"add\",\"type\":\"Report\",\"file\":\"" + id + "\"}"))).isEqualTo(REFUSED);
  }

  @Test
  void nothing_stays_on_the_disk() throws Exception {
    long before = TemporaryFiles.received();
    upload("a.txt", bytes("a"));
    upload("bomb.zip", zip("zeros", new byte[30 << 20]));
    assertThat(TemporaryFiles.received()).isEqualTo(before);
  }
}
