package org.jobline.operations.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jobline.fixture.ApiClient.post;
import static org.jobline.fixture.Given.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.Journal;
import org.jobline.order.OrderEvent;
import org.jobline.order.OrderNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** A caller's data are erased on request from wherever they stand, and the chain of events still holds. */
@HelpdeskTest
class ErasureTest {

  private static final Agent ADMIN = new Agent("admin", Set.of("admin"));
  private static final String SEARCH = "/api/personal-data/searches";
  private static final String ERASE = "/api/personal-data/erasures";

  private final Given given;
  private final ApiClient api;
  private final Journal journal;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  ErasureTest(Given given, ApiClient api, Journal journal, JdbcClient jdbc, TransactionTemplate transaction) {
    this.given = given;
    this.api = api;
    this.journal = journal;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  private int matches(String... terms) {
    return (Integer) api.call(ADMIN, post(SEARCH, Map.of("terms", List.of(terms)))).content().get("matches");
  }

  private ApiClient.Answer erase(int matches, String... terms) {
    return api.call(ADMIN, post(ERASE, Map.of(
        "terms", List.of(terms), "reason", "asked for by letter of 27 November", "matches", matches)));
  }

  private boolean isValid(OrderUnderTest order) {
    return journal.verify(Optional.of(order.number())).valid();
  }

  /** Every column of every table that holds the text in any way. */
  private List<String> placesOf(String text) {
    String bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    List<String> places = new ArrayList<>();
    jdbc.sql("""
        select c.table_name, c.column_name, c.data_type from information_schema.columns c
          join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
          and c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'ARRAY', 'bytea', 'tsvector')""")
        .query((row, index) -> List.of(row.getString(1), row.getString(2), row.getString(3))).list()
        .forEach(column -> {
          String shown = column.get(2).equals("bytea") ? "encode(%s, 'hex')" : "%s::text";
          int found = jdbc.sql("select count(*) from " + column.get(0) + " where position(lower(?) in lower("
              + shown.formatted(column.get(1)) + ")) > 0")
              .param(column.get(2).equals("bytea") ? bytes : text).query(Integer.class).single();
          if (found > 0) {
            places.add(column.get(0) + "." + column.get(1));
          }
        });
    return places;
  }

  @Test
  void person_is_erased_from_what_was_specified_and_quoted() {
    OrderUnderTest order = given.aSpecifiedQuote("specification", "Ask Philippa Quorn for the key")
        .perform("request-quotes", with("contractors", List.of("ALPHA", "BETA")))
        .perform("provide-quote", Given.aPrice("ALPHA", 10, "impact", "Philippa Quorn has to move"))
        .perform("provide-quote", with("resource", "BETA", "outcome", "declined", "reason", "Philippa Quorn is rude"));
    erase(matches("Philippa", "Quorn"), "Philippa", "Quorn");
    assertThat(placesOf("Quorn")).isEmpty();
    assertThat(jdbc.sql("select text from quote_specification where order_number = ?").param(order.number().value())
        .query(String.class).single()).startsWith("Ask [erased]").endsWith("for the key").doesNotContain("Quorn");
  }

  @Test
  void event_reads_as_it_was_written_but_its_row_names_nobody() {
    OrderUnderTest order = given.anOrderPendingAssign("contactName", "Ottoline Vane", "contactPhone", "0113 496 0001")
        .perform("assign", with("how", "by phone", "spokeTo", "Percival Stubbs",
            "notes", "Percival Stubbs says \"Ottoline Vane\" has {{personal:9}} the key"));
    OrderEvent event = order.lastEvent();
    assertThat(event.spokeTo()).isEqualTo("Percival Stubbs");
    assertThat(event.fields()).contains("\"notes\":\"Percival Stubbs says \\\"Ottoline Vane\\\" has {{personal:9}} the key\"");
    assertThat(order.events().get(0).spokeTo()).isEqualTo("Ottoline Vane");
    for (String name : List.of("Percival Stubbs", "Ottoline Vane", "0113 496 0001")) {
      assertThat(jdbc.sql("select count(*) from order_event e where order_number = ? and e::text like '%' || ? || '%'")
          .params(order.number().value(), name).query(Integer.class).single()).as(name).isZero();
    }
    assertThat(isValid(order)).isTrue();
  }

  @Test
  void erased_person_is_not_named_by_a_purchase_either_and_no_longer_finds_it() {
    String name = "Ermintrude Quayle";
    OrderUnderTest purchase = given.order(new OrderNumber((String) api.call(Given.AGENT, post("/api/work-orders",
        Map.of("type", "PURCHASING", "site", "HQ", "supplier", "SCREWS", "lines", "- \"Hinge\" 1 2.00 20 -",
            "deliveryLocation", "Office of " + name, "contactName", "Hannah"))).content().get("number")));
    erase(matches(name), name);
    purchase.perform("po-submit", with("how", "by e-mail"));
    assertThat(placesOf(name)).isEmpty();
    assertThat(api.get("/api/work-orders/" + purchase.number()).at("/purchase/deliveryLocation").asText())
        .isEqualTo("Office of [erased]");
  }

  @Test
  void erased_person_is_nowhere_and_the_chain_holds() {
    String name = "Wilhelmina Quist";
    String phone = "07700 900 999";
    OrderUnderTest order = given.anOrderPendingAssign("contactName", name, "contactPhone", phone,
            "description", "The boiler is cold, ring Wilhelmina Quist")
        .perform("assign", with("how", "by e-mail", "notes", "told " + name + " on " + phone))
        .perform("accept-job", with("spokeTo", name));
    String task = order.open("add-notes-public");
    order.complete(task, with("text", "wilhelmina quist rang again", "spokeTo", name));
    order.perform("start-job-field-team", with("engineer", name, "attending", 1))
        .perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"));
    order.file("Photograph");
    api.call(post(ApiClient.performing(order.number(), "add-notes-public"), Map.of("text", "for " + name))
        .header("Idempotency-Key", "names-somebody-" + order.number()));
    assertThat(placesOf(name)).contains("personal_data.value", "orders.contact_name", "idempotency_key.body");

    Map<String, Object> found = api.call(ADMIN, post(SEARCH, Map.of("terms", List.of(name, phone)))).content();
    assertThat(found.get("orders")).isEqualTo(List.of(order.number().value()));
    assertThat(found.get("files").toString()).contains("scan");
    int events = order.events().size();
    ApiClient.Answer answer = erase((Integer) found.get("matches"), name, phone);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);

    assertThat(placesOf(name)).isEmpty();
    assertThat(placesOf(phone)).isEmpty();
    assertThat(matches(name, phone)).isZero();
    assertThat(isValid(order)).isTrue();
    assertThat(order.events()).hasSize(events + 1);
    assertThat(order.events().get(0).spokeTo()).isEqualTo("[erased]");
    assertThat(order.lastEvent().summary()).isEqualTo("Erase Personal Data: asked for by letter of 27 November");
    assertThat(order.present().description()).isEqualTo("The boiler is cold, ring [erased]");
    JsonNode view = api.get("/api/work-orders/" + order.number() + "/events");
    assertThat(view.get(1).at("/fields/notes").asText()).isEqualTo("told [erased] on [erased]");
    order.perform("add-notes-public", with("text", "goes on as before"));
    assertThat(isValid(order)).isTrue();
  }

  private int found(String text) {
    return (Integer) api.call(MockMvcRequestBuilders.get("/api/work-orders").queryParam("text", text))
        .content().get("total");
  }

  @Test
  void erased_person_is_found_by_no_search() {
    String phone = "07700 900 654";
    OrderUnderTest order = given.aLoggedOrder("contactName", "Zéphyrine Quill", "contactPhone", phone,
        "description", "The tap of Zéphyrine Quill's quilted room drips");
    List<String> searches = List.of("zephyrine", "zephirine", "quill", "Zéphyrine Quill", "07700900654",
        "+44 7700 900654", "900654");
    assertThat(searches).allSatisfy(text -> assertThat(found(text)).as(text).isEqualTo(1));
    assertThat(erase(matches("Zéphyrine Quill", phone), "Zéphyrine Quill", phone).status()).isEqualTo(201);
    assertThat(searches).allSatisfy(text -> assertThat(found(text)).as(text).isZero());
    assertThat(jdbc.sql("select word from search_word where word ~ 'zephyrine|quil'").query(String.class).list())
        .containsExactly("quilted");
    assertThat(found("quilted room " + order.number())).isEqualTo(1);
  }

  @Test
  void what_was_sent_no_longer_names_an_erased_person() {
    OrderUnderTest order = given.anOrderPendingAssign("contactName", "Quintilla Marsh")
        .perform("assign", with("how", "by e-mail"));
    String path = "/api/work-orders/" + order.number();
    String message = path + "/notifications/" + api.get(path).at("/notifications/0/id").asText();
    assertThat(api.get(message).get("text").asText()).contains("Quintilla Marsh");
    assertThat(erase(matches("Quintilla Marsh"), "Quintilla Marsh").status()).isEqualTo(201);
    assertThat(api.get(message).get("text").asText()).contains("[erased]").doesNotContain("Quintilla");
  }

  @Test
  void others_keep_what_only_looks_alike() {
    OrderUnderTest order = given.aLoggedOrder("contactName", "Leopoldine", "description", "Leopoldines Café is cold");
    OrderUnderTest other = given.aLoggedOrder("contactName", "Leopold");
    assertThat(erase(matches("Leopold"), "Leopold").status()).isEqualTo(201);
    assertThat(other.events().get(0).spokeTo()).isEqualTo("[erased]");
    assertThat(order.events()).hasSize(1);
    assertThat(order.present().contactName()).isEqualTo("Leopoldine");
  }

  @Test
  void nothing_is_erased_that_nobody_has_seen() {
    OrderUnderTest order = given.aLoggedOrder("contactName", "Ermintrude Pell");
    int seen = matches("Ermintrude Pell");
    given.aLoggedOrder("contactName", "Ermintrude Pell");
    ApiClient.Answer answer = erase(seen, "Ermintrude Pell");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("must be the number a search has just found");
    assertThat(order.present().contactName()).isEqualTo("Ermintrude Pell");
  }

  @Test
  void reason_must_not_keep_the_name() {
    given.aLoggedOrder("contactName", "Barnaby Crisp");
    ApiClient.Answer answer = api.call(ADMIN, post(ERASE, Map.of("terms", List.of("Barnaby Crisp"),
        "reason", "barnaby crisp wrote to us", "matches", matches("Barnaby Crisp"))));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("must not name the person");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a", "+44", "(.*)", "...."})
  void term_that_would_hit_others_is_refused(String term) {
    ApiClient.Answer answer = api.call(ADMIN, post(SEARCH, Map.of("terms", List.of(term))));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("terms ");
  }

  @Test
  void term_is_no_pattern() {
    given.aLoggedOrder("contactName", "Zebedee Holt");
    assertThat(matches("Zeb.*olt")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "update personal_data set value = 'somebody else' where order_number = :number",
      "update personal_data set salt = null where order_number = :number",
      "delete from personal_data where order_number = :number",
  })
  void database_refuses_to_change_personal_data(String change) {
    OrderUnderTest order = given.aLoggedOrder();
    assertThatThrownBy(() -> jdbc.sql(change).param("number", order.number().value()).update())
        .isInstanceOf(DataAccessException.class);
    assertThat(isValid(order)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "update personal_data set value = 'somebody else' where order_number = :number",
      "delete from personal_data where order_number = :number",
  })
  void changed_personal_value_is_found(String change) {
    OrderUnderTest order = given.aLoggedOrder();
    Journal.Verification verification = transaction.execute(status -> {
      status.setRollbackOnly();
      jdbc.sql("alter table personal_data disable trigger user").update();
      jdbc.sql(change).param("number", order.number().value()).update();
      return journal.verify(Optional.of(order.number()));
    });
    assertThat(verification.valid()).isFalse();
    assertThat(verification.firstBroken()).isEqualTo(order.number() + " event 1");
  }
}
