package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.Journal;
import org.jobline.order.OrderNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders that have to do with each other. */
@HelpdeskTest
class LinksTest {

  private final Given given;
  private final ApiClient api;
  private final Journal journal;
  private final JdbcClient jdbc;

  LinksTest(Given given, ApiClient api, Journal journal, JdbcClient jdbc) {
    this.given = given;
    this.api = api;
    this.journal = journal;
    this.jdbc = jdbc;
  }

  private static Map<String, Object> to(OrderUnderTest other, String relation) {
    return with("order", other.number().value(), "relation", relation);
  }

  private List<String> links(OrderUnderTest order) {
    JsonNode links = api.get("/api/work-orders/" + order.number()).at("/links");
    return links.findValuesAsText("relation").stream().toList();
  }

  private String id(OrderUnderTest order) {
    return jdbc.sql("select max(id)::text from order_link where ? in (order_number, other_number)")
        .param(order.number().value()).query(String.class).single();
  }

  @ParameterizedTest
  @CsvSource({"0.03, related, related", "3.00, follow-on, followed by", "5.02, duplicate of, has duplicate",
      "1.09, related, related"})
  void a_link_is_seen_from_both_sides(String status, String here, String there) {
    OrderUnderTest order = given.anOrderIn(status);
    OrderUnderTest other = given.aLoggedOrder();
    order.perform("link-existing", to(other, here));
    assertThat(order).hasStatus(status).hasLastEvent("link-existing");
    assertThat(other).hasStatus("0.03").hasLastEvent("link-existing");
    assertThat(order.lastEvent().summary()).contains(here + " " + other.number());
    assertThat(other.lastEvent().summary()).contains(there + " " + order.number());
    assertThat(links(order)).containsExactly(here);
    assertThat(links(other)).containsExactly(there);
    assertThat(journal.verify(java.util.Optional.of(other.number())).valid()).isTrue();
  }

  @Test
  void invalid_link_is_refused() {
    OrderUnderTest order = given.aLoggedOrder();
    OrderUnderTest other = given.aLoggedOrder();
    assertThat(order)
        .refuses("link-existing", with(), "order", "relation")
        .refuses("link-existing", to(order, "related"), "order")
        .refuses("link-existing", with("order", "R-999999", "relation", "related"), "order")
        .refuses("link-existing", to(other, "sibling of"), "relation");
    order.perform("link-existing", to(other, "related"));
    assertThat(order).refuses("link-existing", to(other, "follow-on"), "order");
    assertThat(other).refuses("link-existing", to(order, "related"), "order");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "2.00", "5.02", "0.09"})
  void a_new_order_is_created_for_the_same_site_and_caller(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    order.perform("link-create", with("type", "REACTIVE", "description", "Paint the wall again"));
    assertThat(order).hasStatus(status).hasLastEvent("link-create");
    OrderNumber created = new OrderNumber(
        api.get("/api/work-orders/" + order.number()).at("/links/0/number").asText());
    OrderUnderTest other = given.order(created);
    assertThat(other).hasStatus("0.03");
    assertThat(other.present().site()).isEqualTo(order.present().site());
    assertThat(other.present().contactName()).isEqualTo(order.present().contactName());
    assertThat(other.present().description()).isEqualTo("Paint the wall again");
    assertThat(other.events()).extracting(event -> event.action()).containsExactly("log-work-order", "link-create");
    assertThat(order.events()).filteredOn(event -> event.action().equals("link-create")).hasSize(1);
  }

  @Test
  void only_a_type_that_can_be_logged_is_created() {
    assertThat(given.aLoggedOrder())
        .refuses("link-create", with(), "type", "description")
        .refuses("link-create", with("type", "HOLIDAY", "description", "x"), "type");
  }

  @Test
  void a_link_is_removed_from_either_side() {
    OrderUnderTest order = given.aLoggedOrder();
    OrderUnderTest other = given.aLoggedOrder();
    order.perform("link-existing", to(other, "duplicate of"));
    other.perform("remove-link", with("link", id(other), "reason", "mistaken"));
    assertThat(links(order)).isEmpty();
    assertThat(links(other)).isEmpty();
    assertThat(order).hasLastEvent("remove-link");
    assertThat(order.lastEvent().summary()).contains("no longer linked to " + other.number() + ": mistaken");
  }

  @Test
  void only_a_link_of_the_order_is_removed_with_a_reason() {
    OrderUnderTest order = given.aLoggedOrder();
    assertThat(order).refusesNow("remove-link");
    order.perform("link-existing", to(given.aLoggedOrder(), "related"));
    OrderUnderTest stranger = given.aLoggedOrder().perform("link-existing", to(given.aLoggedOrder(), "related"));
    assertThat(order)
        .refuses("remove-link", with("link", id(stranger), "reason", "x"), "link")
        .refuses("remove-link", with("link", id(order)), "reason");
  }

  @Test
  void an_order_that_waits_for_authorisation_is_neither_linked_nor_unlinked_from_its_other_end() {
    OrderUnderTest order = given.aLoggedOrder();
    OrderUnderTest linked = given.aLoggedOrder();
    order.perform("link-existing", to(linked, "related"));
    OrderUnderTest locked = given.aLoggedOrder();
    List.of(linked, locked).forEach(other -> other.perform("set-fixed-cost", with("amount", 12_500, "sure", true)));
    List<List<Object>> before = List.of(order.picture(), linked.picture(), locked.picture());
    assertWaitsForFinance(locked, call(order, "link-existing", to(locked, "related")));
    assertWaitsForFinance(linked, call(order, "remove-link", with("link", id(order), "reason", "mistaken")));
    assertThat(List.of(order.picture(), linked.picture(), locked.picture())).isEqualTo(before);
    assertThat(links(order)).hasSize(1);
    linked.perform(new Agent("fiona", Set.of("finance")), "authorise",
        with("decision", "authorise", "reference", "AU-7", "expenditure", "revenue"));
    order.perform("remove-link", with("link", id(order), "reason", "mistaken"));
    assertThat(links(linked)).isEmpty();
  }

  private ApiClient.Answer call(OrderUnderTest order, String action, Map<String, Object> fields) {
    return api.call(ApiClient.post(ApiClient.performing(order.number(), action), fields));
  }

  private static void assertWaitsForFinance(OrderUnderTest other, ApiClient.Answer answer) {
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("awaiting-authorisation");
    assertThat(answer.content()).containsEntry("profile", "finance")
        .hasEntrySatisfying("detail", detail -> assertThat(detail.toString()).contains(other.number().value()));
  }

  @Test
  void two_agents_linking_the_same_orders_from_both_ends_never_wait_for_each_other() throws Exception {
    ExecutorService agents = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 10; round++) {
        OrderUnderTest one = given.aLoggedOrder();
        OrderUnderTest two = given.aLoggedOrder();
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Boolean> first = agents.submit(linking(together, one, two));
        Future<Boolean> second = agents.submit(linking(together, two, one));
        int done = (first.get(20, TimeUnit.SECONDS) ? 1 : 0) + (second.get(20, TimeUnit.SECONDS) ? 1 : 0);
        assertThat(done).isLessThanOrEqualTo(1);
        assertThat(links(one)).hasSize(done);
        assertThat(journal.verify(java.util.Optional.of(one.number())).valid()).isTrue();
      }
    } finally {
      agents.shutdownNow();
    }
  }

  private static Callable<Boolean> linking(CyclicBarrier together, OrderUnderTest from, OrderUnderTest to) {
    return () -> {
      together.await(10, TimeUnit.SECONDS);
      try {
        from.perform("link-existing", to(to, "related"));
        return true;
      } catch (RuntimeException refused) {
        return false;
      }
    };
  }
}
