package org.jobline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.aCall;
import static org.jobline.fixture.Given.with;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jobline.fixture.Desk;
import org.jobline.fixture.Desk.Answer;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@HelpdeskTest
@Import(Desk.class)
class IdempotencyTest {

  private static final String ORDERS = "/api/work-orders";

  private final Given given;
  private final Desk desk;
  private final JdbcClient jdbc;
  private final IdempotencyStore store;

  IdempotencyTest(Given given, Desk desk, JdbcClient jdbc, IdempotencyStore store) {
    this.given = given;
    this.desk = desk;
    this.jdbc = jdbc;
    this.store = store;
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }

  private Answer post(String user, String key, String path, Map<String, Object> body) {
    return desk.send(user, desk.call(HttpMethod.POST, path).header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON).content(desk.written(body)));
  }

  private Answer post(String key, String path, Map<String, Object> body) {
    return post(Desk.AMY, key, path, body);
  }

  private static String action(OrderUnderTest order, String key) {
    return ORDERS + "/" + order.number() + "/actions/" + key;
  }

  private long kept(String key) {
    return jdbc.sql("select count(*) from idempotency_key where key = ?").param(key).query(Long.class).single();
  }

  private static void isTheSame(Answer first, Answer repeated) {
    assertThat(repeated.status()).isEqualTo(first.status());
    assertThat(repeated.body()).isEqualTo(first.body());
    assertThat(repeated.response().getContentType()).isEqualTo(first.response().getContentType());
    assertThat(repeated.response().getHeader("Location")).isEqualTo(first.response().getHeader("Location"));
  }

  @Test
  void an_order_is_logged_once_and_the_first_answer_repeated() {
    String key = newKey();
    Answer first = post(key, ORDERS, aCall());
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.response().getHeader("Location")).isNotBlank();
    List<Long> before = given.everything();
    isTheSame(first, post(key, ORDERS, aCall()));
    isTheSame(first, post(key, ORDERS, aCall()));
    assertThat(given.everything()).isEqualTo(before);
  }

  @Test
  void an_action_is_done_once_although_the_order_would_offer_it_again() {
    OrderUnderTest order = given.aLoggedOrder();
    String key = newKey();
    Answer first = post(key, action(order, "add-notes-public"), with("text", "é ✓"));
    assertThat(first.status()).as("%s", first).isEqualTo(200);
    isTheSame(first, post(key, action(order, "add-notes-public"), with("text", "é ✓")));
    assertThat(order.events()).hasSize(2);
  }

  @Test
  void an_action_done_before_is_answered_as_then_although_the_order_has_moved_on() {
    OrderUnderTest order = given.anAssignedOrder();
    String key = newKey();
    Answer first = post(key, action(order, "accept-job"), with());
    order.perform("start-job-field-team", with("engineer", "Eve", "attending", 1));
    isTheSame(first, post(key, action(order, "accept-job"), with()));
    assertThat(order.status()).isEqualTo("3.00");
  }

  @Test
  void opening_is_repeated_without_a_body_too() {
    OrderUnderTest order = given.anAssignedOrder();
    String key = newKey();
    Answer first = desk.send(Desk.AMY, desk.call(HttpMethod.POST, action(order, "no-answer/open"))
        .header("Idempotency-Key", key));
    assertThat(first.status()).as("%s", first).isEqualTo(201);
    isTheSame(first, desk.send(Desk.AMY, desk.call(HttpMethod.POST, action(order, "no-answer/open"))
        .header("Idempotency-Key", key)));
  }

  @Test
  void without_a_key_a_repetition_is_done_again() {
    OrderUnderTest order = given.aLoggedOrder();
    desk.post(action(order, "add-notes-public"), with("text", "a"));
    desk.post(action(order, "add-notes-public"), with("text", "a"));
    assertThat(order.events()).hasSize(3);
  }

  @Test
  void a_key_of_another_request_is_refused() {
    OrderUnderTest order = given.aLoggedOrder();
    OrderUnderTest other = given.aLoggedOrder();
    String key = newKey();
    post(key, action(order, "add-notes-public"), with("text", "a"));
    for (Answer answer : List.of(
        post(key, action(order, "add-notes-public"), with("text", "b")),
        post(key, action(order, "add-notes-private"), with("text", "a")),
        post(key, action(order, "add-notes-public") + "?x=1", with("text", "a")),
        post(key, action(other, "add-notes-public"), with("text", "a")))) {
      assertThat(answer.status()).as("%s", answer).isEqualTo(422);
      assertThat(answer.problem()).isEqualTo("idempotency-key-reused");
      assertThat(answer.response().getContentType()).startsWith("application/problem+json");
    }
    assertThat(order.events()).hasSize(2);
    assertThat(other.events()).hasSize(1);
  }

  @Test
  void each_user_has_keys_of_his_own() {
    OrderUnderTest order = given.aLoggedOrder();
    String key = newKey();
    post(Desk.AMY, key, action(order, "add-notes-public"), with("text", "a"));
    Answer ben = post(Desk.BEN, key, action(order, "add-notes-public"), with("text", "a"));
    assertThat(ben.body().path("event").path("agent").asText()).isEqualTo(Desk.BEN);
    assertThat(order.events()).hasSize(3);
  }

  @Test
  void a_refused_request_may_be_corrected_under_the_same_key() {
    OrderUnderTest order = given.aLoggedOrder();
    String key = newKey();
    assertThat(post(key, action(order, "add-notes-public"), with("text", "")).status()).isEqualTo(422);
    assertThat(post(key, action(order, "assign"), with()).status()).isEqualTo(409);
    assertThat(post(key, ORDERS + "/R-999999/actions/assign", with()).status()).isEqualTo(404);
    assertThat(kept(key)).isZero();
    assertThat(post(key, action(order, "add-notes-public"), with("text", "a")).status()).isEqualTo(200);
    assertThat(order.events()).hasSize(2);
  }

  static List<String> impossibleKeys() {
    return List.of("", " ", "with blank", "x".repeat(201), "schlüssel", "tab\tin");
  }

  @ParameterizedTest
  @MethodSource("impossibleKeys")
  void a_key_must_be_short_and_visible(String key) {
    OrderUnderTest order = given.aLoggedOrder();
    Answer answer = post(key, action(order, "add-notes-public"), with("text", "a"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-idempotency-key");
    assertThat(answer.body().path("detail").asText()).contains("Idempotency-Key");
    assertThat(order.events()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "'; drop table idempotency_key; --"})
  void a_visible_key_may_be_anything(String key) {
    OrderUnderTest order = given.aLoggedOrder();
    String visible = key.replace(' ', '_') + newKey();
    post(visible, action(order, "add-notes-public"), with("text", "a"));
    post(visible, action(order, "add-notes-public"), with("text", "a"));
    assertThat(order.events()).hasSize(2);
  }

  @Test
  void a_key_is_not_kept_for_somebody_unknown() {
    OrderUnderTest order = given.aLoggedOrder();
    String key = newKey();
    Answer answer = desk.sendAsNobody(desk.call(HttpMethod.POST, action(order, "add-notes-public"))
        .header("Idempotency-Key", key).contentType(MediaType.APPLICATION_JSON).content("{\"text\":\"a\"}"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(kept(key)).isZero();
  }

  @Test
  void the_same_request_twice_at_the_same_instant_is_done_once() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 20; i++) {
        OrderUnderTest order = given.aLoggedOrder();
        String key = newKey();
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<Answer>> answers = new ArrayList<>();
        for (int client = 0; client < 2; client++) {
          answers.add(clients.submit(() -> {
            start.await(30, TimeUnit.SECONDS);
            return post(key, action(order, "add-notes-public"), with("text", "a"));
          }));
        }
        Answer one = answers.get(0).get(60, TimeUnit.SECONDS);
        Answer other = answers.get(1).get(60, TimeUnit.SECONDS);
        assertThat(one.status()).as("%s", one).isEqualTo(200);
        isTheSame(one, other);
        assertThat(order.events()).hasSize(2);
      }
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void two_requests_with_keys_of_their_own_that_exclude_each_other_are_not_both_done() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 10; i++) {
        OrderUnderTest order = given.anAssignedOrder();
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<Answer>> answers = new ArrayList<>();
        for (String user : List.of(Desk.AMY, Desk.BEN)) {
          answers.add(clients.submit(() -> {
            start.await(30, TimeUnit.SECONDS);
            return post(user, newKey(), action(order, "accept-job"), with());
          }));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Answer> answer : answers) {
          Answer got = answer.get(60, TimeUnit.SECONDS);
          statuses.add(got.status());
          if (got.status() != 200) {
            assertThat(got.problem()).isIn("changed-meanwhile", "action-not-offered");
          }
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(order.status()).isEqualTo("2.00");
      }
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void a_document_is_filed_once() {
    OrderUnderTest order = given.aLoggedOrder();
    String key = newKey();
    Answer first = upload(order, key);
    assertThat(first.status()).as("%s", first).isEqualTo(201);
    isTheSame(first, upload(order, key));
    assertThat(order.events()).hasSize(2);
  }

  private Answer upload(OrderUnderTest order, String key) {
    return desk.send(Desk.AMY, MockMvcRequestBuilders.multipart(ORDERS + "/" + order.number() + "/documents")
        .file(new MockMultipartFile("file", "scan.txt", "text/plain", "as required".getBytes()))
        .part(new MockPart("type", "Photo".getBytes()))
        .header("Idempotency-Key", key));
  }

  @Test
  void answers_are_kept_for_a_week() {
    OrderUnderTest order = given.aLoggedOrder();
    String key = newKey();
    post(key, action(order, "add-notes-public"), with("text", "a"));
    order.waits(Duration.ofDays(6));
    store.forgetOld();
    assertThat(kept(key)).isOne();
    order.waits(Duration.ofDays(1).plusMinutes(1));
    store.forgetOld();
    assertThat(kept(key)).isZero();
  }
}
