package org.jobline.desk.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.ApiClient.post;
import static org.jobline.fixture.Given.with;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** Who has an order open is told with what has changed. */
@HelpdeskTest
class OrderReadersTest {

  private static final Agent COLLEAGUE = new Agent("zoe", Set.of("helpdesk"));

  private final Given given;
  private final ApiClient api;
  private final IdentityService identity;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  OrderReadersTest(
      Given given, ApiClient api, IdentityService identity, JdbcClient jdbc, TransactionTemplate transactions) {
    this.given = given;
    this.api = api;
    this.identity = identity;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  private Map<String, Object> ask(Agent agent, Object number, String... known) {
    ApiClient.Answer answer = api.call(agent, post("/api/pulse", with("user", agent.name(),
        "order", with("number", number.toString(), "alsoLooking", List.of(known)))));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.content();
  }

  @SuppressWarnings("unchecked")
  private List<String> alsoLooking(Agent agent, OrderUnderTest order) {
    Map<String, Object> news = (Map<String, Object>) ask(agent, order.number()).get("order");
    return (List<String>) news.getOrDefault("alsoLooking", List.of());
  }

  private List<String> noted() {
    return jdbc.sql("select agent || ' ' || order_number from order_reader order by 1").query(String.class).list();
  }

  private static void passes(Duration time) {
    ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
  }

  @Test
  void colleagues_with_the_order_open_are_named_and_nobody_is_to_themselves() {
    User zoe = identity.newUser("zoe");
    zoe.setFirstName("Zoë, A+B");
    zoe.setLastName("Öst");
    identity.saveUser(zoe);
    try {
      OrderUnderTest order = given.aLoggedOrder();
      assertThat(alsoLooking(COLLEAGUE, order)).isEmpty();
      assertThat(alsoLooking(COLLEAGUE, order)).isEmpty();
      assertThat(alsoLooking(Given.AGENT, order)).containsExactly("Zoë, A+B Öst");
      assertThat(alsoLooking(COLLEAGUE, order)).containsExactly("agent");
      assertThat(alsoLooking(new Agent("fiona", Set.of("finance")), given.aLoggedOrder())).isEmpty();
    } finally {
      identity.deleteUser("zoe");
    }
    assertThat(noted()).noneMatch(row -> row.startsWith("zoe "));
  }

  @Test
  void names_the_page_shows_already_are_not_told_again_and_nobody_is() {
    OrderUnderTest order = given.aLoggedOrder();
    alsoLooking(COLLEAGUE, order);
    assertThat(ask(Given.AGENT, order.number(), "zoe").get("order")).isEqualTo(Map.of("changed", true));
    passes(OrderReaders.PRESENCE.plusSeconds(1));
    assertThat(ask(Given.AGENT, order.number(), "zoe").get("order"))
        .isEqualTo(Map.of("changed", true, "alsoLooking", List.of()));
  }

  @Test
  void an_agent_who_only_reads_the_order_is_not_noted() {
    OrderUnderTest order = given.aLoggedOrder();
    api.call(COLLEAGUE, MockMvcRequestBuilders.get("/api/work-orders/" + order.number()));
    assertThat(alsoLooking(Given.AGENT, order)).isEmpty();
    ask(Given.AGENT, "R-999999");
    assertThat(noted()).noneMatch(row -> row.endsWith(" R-999999"));
    assertThat(api.call(new Agent("olga", Set.of("process-owner")),
        post("/api/pulse", with("order", with("number", order.number().value())))).status()).isEqualTo(403);
    assertThat(noted()).noneMatch(row -> row.startsWith("olga "));
  }

  @Test
  void a_page_that_is_closed_is_soon_forgotten() {
    OrderUnderTest order = given.aLoggedOrder();
    alsoLooking(COLLEAGUE, order);
    passes(OrderReaders.PRESENCE.minusSeconds(1));
    assertThat(alsoLooking(Given.AGENT, order)).containsExactly("zoe");
    passes(Duration.ofSeconds(2));
    assertThat(alsoLooking(Given.AGENT, order)).isEmpty();
    OrderUnderTest next = given.aLoggedOrder();
    alsoLooking(COLLEAGUE, next);
    assertThat(noted()).contains("zoe " + next.number()).doesNotContain("zoe " + order.number());
  }

  @Test
  void a_page_that_stays_open_is_written_down_only_now_and_then() {
    passes(Duration.ZERO);
    OrderUnderTest order = given.aLoggedOrder();
    alsoLooking(COLLEAGUE, order);
    Instant first = seenAt(order);
    passes(Duration.ofSeconds(5));
    alsoLooking(COLLEAGUE, order);
    assertThat(seenAt(order)).isEqualTo(first);
    passes(Duration.ofSeconds(5));
    alsoLooking(COLLEAGUE, order);
    assertThat(seenAt(order)).isEqualTo(first.plusSeconds(10));
  }

  @Test
  void a_page_does_not_wait_for_another_of_the_same_agent() {
    OrderUnderTest first = given.aLoggedOrder();
    OrderUnderTest second = given.aLoggedOrder();
    alsoLooking(COLLEAGUE, first);
    passes(OrderReaders.PRESENCE.plusSeconds(1));
    transactions.executeWithoutResult(status -> {
      jdbc.sql("select 1 from order_reader where agent = 'zoe' and order_number = ? for update")
          .param(first.number().value()).query(Integer.class).single();
      assertThat(CompletableFuture.supplyAsync(() -> alsoLooking(COLLEAGUE, second)))
          .succeedsWithin(Duration.ofSeconds(10));
    });
    assertThat(noted()).contains("zoe " + second.number());
  }

  private Instant seenAt(OrderUnderTest order) {
    return jdbc.sql("select seen_at from order_reader where agent = 'zoe' and order_number = ?")
        .param(order.number().value()).query((row, index) -> row.getTimestamp(1).toInstant()).single();
  }
}
