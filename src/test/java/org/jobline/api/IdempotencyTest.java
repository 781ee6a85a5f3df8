package org.jobline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.ApiClient.performing;
import static org.jobline.fixture.ApiClient.post;
import static org.jobline.fixture.Given.aCall;
import static org.jobline.fixture.Given.with;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.ApiClient.Answer;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HelpdeskTest
class IdempotencyTest {

  private static final String NOTES = "add-notes-public";

  private final Given given;
  private final ApiClient api;
  private final IdempotencyStore store;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final String key = UUID.randomUUID().toString();

  IdempotencyTest(
      Given given, ApiClient api, IdempotencyStore store, JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.given = given;
    this.api = api;
    this.store = store;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  private Answer note(OrderUnderTest order, String text) {
    return api.call(post(performing(order.number(), NOTES), with("text", text)).header("Idempotency-Key", key));
  }

  private long kept() {
    return jdbc.sql("select count(*) from idempotency_key where key = ?").param(key).query(Long.class).single();
  }

  private static void assertSame(Answer again, Answer first) {
    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.type()).isEqualTo(first.type());
    assertThat(again.location()).isEqualTo(first.location());
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void a_repeated_action_is_done_once_and_answered_the_same() {
    OrderUnderTest order = given.aLoggedOrder();
    int events = order.events().size();
    Answer first = note(order, "Gate code 1234 – ask Zoë");
    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    List<Object> picture = order.picture();
    assertSame(note(order, "Gate code 1234 – ask Zoë"), first);
    assertThat(order.events()).hasSize(events + 1);
    assertThat(order.picture()).isEqualTo(picture);
  }

  @Test
  void answer_is_the_same_with_and_without_a_key() {
    OrderUnderTest one = given.anAssignedOrder();
    OrderUnderTest other = given.anAssignedOrder();
    Answer with = api.call(post(performing(one.number(), "accept-job"), "{}").header("Idempotency-Key", key));
    Answer without = api.call(post(performing(other.number(), "accept-job"), "{}"));
    assertThat(with.status()).isEqualTo(without.status()).isEqualTo(200);
    assertThat(with.content().get("status")).isEqualTo(without.content().get("status"));
    assertThat(keys(with)).isEqualTo(keys(without)).isNotEmpty();
    assertThat(one.status()).isEqualTo("2.00");
  }

  private static List<Object> keys(Answer answer) {
    List<Object> keys = new ArrayList<>();
    ((List<?>) answer.content().get("actions")).forEach(offer -> keys.add(((Map<?, ?>) offer).get("key")));
    return keys;
  }

  @Test
  void a_repeated_call_logs_one_order() {
    AbstractMockHttpServletRequestBuilder<?> call = post("/api/work-orders", aCall()).header("Idempotency-Key", key);
    Answer first = api.call(call);
    assertThat(first.status()).as(first.toString()).isEqualTo(201);
    assertThat(first.location()).isEqualTo("/api/work-orders/" + first.content().get("number"));
    List<Long> everything = given.everything();
    assertSame(api.call(call), first);
    assertThat(given.everything()).isEqualTo(everything);
  }

  @Test
  void opening_again_is_answered_with_the_same_task() {
    OrderUnderTest order = given.anAssignedOrder();
    AbstractMockHttpServletRequestBuilder<?> open =
        post(performing(order.number(), NOTES) + "/open", "{}").header("Idempotency-Key", key);
    Answer first = api.call(open);
    assertThat(first.status()).isEqualTo(201);
    assertSame(api.call(open), first);
  }

  @Test
  void a_refused_request_leaves_nothing_and_can_be_corrected_under_its_key() {
    OrderUnderTest order = given.aLoggedOrder();
    List<Object> picture = order.picture();
    assertThat(note(order, "").status()).isEqualTo(422);
    assertThat(kept()).isZero();
    assertThat(order.picture()).isEqualTo(picture);
    assertThat(note(order, "").status()).isEqualTo(422);
    assertThat(note(order, "Gate code 1234").status()).isEqualTo(200);
    assertThat(order.events()).hasSize(2);
  }

  @Test
  void unavailable_action_is_refused_each_time() {
    OrderUnderTest order = given.aLoggedOrder();
    for (int i = 0; i < 2; i++) {
      Answer answer = api.call(post(performing(order.number(), "accept-job"), "{}").header("Idempotency-Key", key));
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.problem()).isEqualTo("action-not-offered");
    }
    assertThat(kept()).isZero();
  }

  @Test
  void a_key_is_for_one_request_only() {
    OrderUnderTest order = given.aLoggedOrder();
    OrderUnderTest other = given.aLoggedOrder();
    note(order, "Gate code 1234");
    List<Object> picture = List.of(order.picture(), other.picture());
    for (Answer answer : List.of(note(order, "Gate code 4321"), note(other, "Gate code 1234"))) {
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.type()).isEqualTo("application/problem+json");
      assertThat(answer.problem()).isEqualTo("idempotency-key-reused");
    }
    assertThat(List.<Object>of(order.picture(), other.picture())).isEqualTo(picture);
  }

  @Test
  void the_query_belongs_to_the_request() {
    OrderUnderTest order = given.aLoggedOrder();
    note(order, "Gate code 1234");
    Answer answer = api.call(post(performing(order.number(), NOTES) + "?again=yes", with("text", "Gate code 1234"))
        .header("Idempotency-Key", key));
    assertThat(answer.problem()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void requests_under_keys_of_their_own_that_exclude_each_other_are_not_both_done() throws Exception {
    for (int i = 0; i < 10; i++) {
      OrderUnderTest order = given.anAssignedOrder();
      CountDownLatch start = new CountDownLatch(2);
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      for (Agent agent : List.of(Given.AGENT, Given.COLLEAGUE)) {
        answers.add(CompletableFuture.supplyAsync(() -> {
          start.countDown();
          await(start);
          return api.call(agent, post(performing(order.number(), "accept-job"), "{}")
              .header("Idempotency-Key", UUID.randomUUID().toString()));
        }, task -> new Thread(task).start()));
      }
      List<Integer> statuses = new ArrayList<>();
      for (CompletableFuture<Answer> answer : answers) {
        statuses.add(answer.get(60, TimeUnit.SECONDS).status());
      }
      assertThat(statuses).containsExactlyInAnyOrder(200, 409);
      assertThat(order.status()).isEqualTo("2.00");
    }
  }

  @Test
  void two_agents_may_use_the_same_key() {
    OrderUnderTest order = given.aLoggedOrder();
    note(order, "Gate code 1234");
    Answer colleague = api.call(Given.COLLEAGUE,
        post(performing(order.number(), NOTES), with("text", "Gate code 1234")).header("Idempotency-Key", key));
    assertThat(colleague.status()).isEqualTo(200);
    assertThat(order.events()).hasSize(3);
  }

  @Test
  void without_a_key_the_same_request_is_done_again() {
    OrderUnderTest order = given.aLoggedOrder();
    for (int i = 0; i < 2; i++) {
      assertThat(api.call(post(performing(order.number(), NOTES), with("text", "Twice"))).status()).isEqualTo(200);
    }
    assertThat(order.events()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "clé", "\t"})
  void invalid_key_is_refused(String badKey) {
    refusesKey(badKey);
  }

  @Test
  void a_key_has_at_most_200_characters() {
    refusesKey("k".repeat(201));
    OrderUnderTest order = given.aLoggedOrder();
    String longest = (key + "k".repeat(200)).substring(0, 200);
    assertThat(api.call(post(performing(order.number(), NOTES), with("text", "Hello"))
        .header("Idempotency-Key", longest)).status()).isEqualTo(200);
  }

  private void refusesKey(String badKey) {
    OrderUnderTest order = given.aLoggedOrder();
    Answer answer = api.call(
        post(performing(order.number(), NOTES), with("text", "Hello")).header("Idempotency-Key", badKey));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.type()).isEqualTo("application/problem+json");
    assertThat(answer.problem()).isEqualTo("invalid-idempotency-key");
    assertThat(order.events()).hasSize(1);
  }

  @Test
  void requests_at_the_same_instant_are_done_once_and_all_answered_the_same() throws Exception {
    OrderUnderTest order = given.aLoggedOrder();
    int callers = 4;
    CountDownLatch start = new CountDownLatch(callers);
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      answers.add(CompletableFuture.supplyAsync(() -> {
        start.countDown();
        await(start);
        return note(order, "At once");
      }, task -> new Thread(task).start()));
    }
    Answer first = answers.get(0).get(60, TimeUnit.SECONDS);
    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    for (CompletableFuture<Answer> answer : answers) {
      assertSame(answer.get(60, TimeUnit.SECONDS), first);
    }
    assertThat(order.events()).hasSize(2);
  }

  @Test
  void a_repetition_waits_for_the_first_and_is_done_when_that_fails() throws Exception {
    OrderUnderTest order = given.aLoggedOrder();
    CompletableFuture<Answer> repetition = transaction.execute(first -> {
      store.take(Given.AGENT.name(), key, "of the first");
      CompletableFuture<Answer> waiting =
          CompletableFuture.supplyAsync(() -> note(order, "After all"), task -> new Thread(task).start());
      assertThat(waiting).as("the repetition").isNotDone();
      awaitLockWait();
      assertThat(waiting).as("the repetition").isNotDone();
      first.setRollbackOnly();
      return waiting;
    });
    assertThat(repetition.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
    assertThat(order.events()).hasSize(2);
  }

  /** Returns when some session of the database waits for a transaction to end. */
  private void awaitLockWait() {
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() ->
        jdbc.sql("select count(*) from pg_locks where locktype = 'transactionid' and not granted")
            .query(Long.class).single() > 0);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void an_uploaded_document_is_known_again_by_its_content() {
    OrderUnderTest order = given.aLoggedOrder();
    Answer first = upload(order, "as required");
    assertThat(first.status()).as(first.toString()).isEqualTo(201);
    assertSame(upload(order, "as required"), first);
    assertThat(upload(order, "AS REQUIRED").problem()).isEqualTo("idempotency-key-reused");
    assertThat(order.events()).hasSize(2);
  }

  private Answer upload(OrderUnderTest order, String content) {
    return api.call(MockMvcRequestBuilders.multipart("/api/work-orders/" + order.number() + "/documents")
        .part(new MockPart("file", "scan.txt", content.getBytes(StandardCharsets.UTF_8)))
        .part(new MockPart("type", "Report".getBytes(StandardCharsets.UTF_8)))
        .header("Idempotency-Key", key));
  }

  @Test
  void keys_are_forgotten_after_a_week() {
    remember("old-" + key, Duration.ofDays(7).plusMinutes(1));
    remember("young-" + key, Duration.ofDays(7).minusMinutes(1));
    store.forgetOld();
    assertThat(store.find("agent", "old-" + key)).isEmpty();
    assertThat(store.find("agent", "young-" + key)).isPresent();
  }

  private void remember(String rememberedKey, Duration age) {
    jdbc.sql("insert into idempotency_key (agent, key, fingerprint, created_at) values ('agent', ?, 'x', ?)")
        .params(rememberedKey, Timestamp.from(Instant.now().minus(age))).update();
  }
}
