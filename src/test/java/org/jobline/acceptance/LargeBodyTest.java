package org.jobline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jobline.fixture.ServedDemoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A body of 30 MB on a real connection, which the server must answer although it does not want it. */
@ServedDemoTest
class LargeBodyTest {

  private static final int SIZE = 30 << 20;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private List<Long> before;

  @BeforeEach
  void count() {
    before = rows();
  }

  private HttpResponse<String> send(String path, String type, boolean withKey, BodyPublisher body) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", "Basic "
            + Base64.getEncoder().encodeToString("agent:agent".getBytes(StandardCharsets.UTF_8)))
        .header("Content-Type", type)
        .POST(body);
    if (withKey) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private void assertTooLarge(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("https://jobline.org/problems/too-large");
    assertThat(rows()).isEqualTo(before);
  }

  private List<Long> rows() {
    return Stream.of("orders", "order_event", "idempotency_key")
        .map(table -> jdbc.sql("select count(*) from " + table).query(Long.class).single()).toList();
  }

  private static byte[] json() {
    byte[] body = new byte[SIZE];
    Arrays.fill(body, (byte) 'x');
    byte[] head = "{\"description\":\"".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, body, 0, head.length);
    body[SIZE - 2] = '"';
    body[SIZE - 1] = '}';
    return body;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_call_of_30_megabytes_is_refused(boolean withKey) throws Exception {
    assertTooLarge(send("/api/work-orders", "application/json", withKey, BodyPublishers.ofByteArray(json())));
  }

  @Test
  void also_when_it_does_not_say_its_length() throws Exception {
    assertTooLarge(send("/api/work-orders", "application/json", false,
        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json()))));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_document_of_30_megabytes_is_refused(boolean withKey) throws Exception {
    InputStream head = text("--x\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nReport\r\n"
        + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n");
    InputStream tail = text("\r\n--x--\r\n");
    assertTooLarge(send("/api/work-orders/R-100000/documents", "multipart/form-data; boundary=x", withKey,
        BodyPublishers.ofInputStream(() -> new SequenceInputStream(head,
            new SequenceInputStream(new ByteArrayInputStream(json()), tail)))));
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }
}
