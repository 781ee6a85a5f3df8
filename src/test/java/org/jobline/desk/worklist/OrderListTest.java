package org.jobline.desk.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.ApiClient.Answer;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.OrderNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Lists of orders over REST; each test has orders with a word of their own. */
@HelpdeskTest
class OrderListTest {

  private static int words;

  private final Given given;
  private final ApiClient api;
  private final TaskService tasks;
  private final JdbcClient jdbc;
  private final String word = "topic" + ++words;

  OrderListTest(Given given, ApiClient api, TaskService tasks, JdbcClient jdbc) {
    this.given = given;
    this.api = api;
    this.tasks = tasks;
    this.jdbc = jdbc;
  }

  private OrderUnderTest logged(Object... fields) {
    List<Object> all = new ArrayList<>(List.of("description", "About " + word));
    all.addAll(List.of(fields));
    return given.aLoggedOrder(all.toArray());
  }

  private OrderUnderTest pendingAssign() {
    return logged("resource", "ALPHA", "scheduleKind", "up to SLA");
  }

  private static MockHttpServletRequestBuilder search(String path, String... pairs) {
    MockHttpServletRequestBuilder request = MockMvcRequestBuilders.get(path);
    for (int i = 0; i < pairs.length; i += 2) {
      request.queryParam(pairs[i], pairs[i + 1]);
    }
    return request;
  }

  private Answer answer(String... pairs) {
    return api.call(search("/api/work-orders", pairs).queryParam("text", word));
  }

  private List<?> found(String... pairs) {
    Answer answer = answer(pairs);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return ((List<?>) answer.content().get("items")).stream().map(item -> ((Map<?, ?>) item).get("number")).toList();
  }

  private Map<?, ?> row(OrderUnderTest order) {
    return (Map<?, ?>) ((List<?>) answer().content().get("items")).stream()
        .filter(item -> ((Map<?, ?>) item).get("number").equals(order.number().value())).findFirst().orElseThrow();
  }

  private static String number(OrderUnderTest order) {
    return order.number().value();
  }

  @Test
  void a_row_shows_what_a_desk_wants_to_see() {
    OrderUnderTest order = pendingAssign();
    assertThat(row(order)).extracting(
            "type", "statusCode", "statusName", "client", "clientName", "site", "siteName", "workType", "priority",
            "priorityName", "resource", "resourceName", "description", "sla", "breached", "locked", "currency", "accrual",
            "tasks", "assignees")
        .containsExactly("REACTIVE", "1.00", "Pending assign", "ACME", "Acme", "HQ", "Head office", "BOILER", "P1",
            "Urgent", "ALPHA", "Alpha Ltd", "About " + word, "GREEN", false, false, "GBP", "120.00",
            List.of("Assign"), List.of());
    assertThat(row(order).get("due")).isEqualTo(row(order).get("respondDue"));
  }

  /** Of a supplier of the client, with the word of this test. */
  private OrderUnderTest bought(String supplier) {
    Answer answer = api.call(Given.AGENT, ApiClient.post("/api/work-orders", with(
        "type", "PURCHASING", "site", "HQ", "supplier", supplier, "reason", word, "contactName", "Hannah",
        "lines", "- \"Hinge\" 3 10.00 20 -\n- \"Screw\" 2 0.13 20 -\n- \"Door\" 1 250.00 20 -")));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return given.order(new OrderNumber(String.valueOf(answer.content().get("number"))));
  }

  @Test
  void a_row_of_a_purchase_shows_its_supplier_and_what_is_still_to_come() {
    OrderUnderTest order = bought("SCREWS");
    assertThat(row(order)).extracting("type", "statusName", "supplier", "supplierName", "description", "openAmount", "currency")
        .containsExactly("PURCHASING", "Pending submit", "SCREWS", "Screws and Fixings", "Hinge, Screw and 1 more",
            "280.26", "GBP");
    order.perform("po-submit", with("how", "by e-mail"))
        .perform("po-acknowledge", with("lines", "1 2199-03-04 - -\n3 2199-02-03 - -"));
    assertThat(row(order).get("promisedOn")).isEqualTo("2199-02-03");
    order.perform("po-receipt", with("deliveryNote", "DN-1", "lines", "3 1 - - -", "confirmed", true));
    assertThat(row(order)).extracting("promisedOn", "openAmount").containsExactly("2199-03-04", "30.26");
    order.perform("po-receipt", with("deliveryNote", "DN-2", "inFull", true, "confirmed", true));
    assertThat(row(order).get("openAmount")).isEqualTo("0.00");
    assertThat(row(order).get("promisedOn")).isNull();
  }

  @Test
  void a_card_of_a_purchase_shows_its_supplier() {
    assertThat(cardOf(bought("SCREWS")).path("supplierName").asText()).isEqualTo("Screws and Fixings");
    assertThat(cardOf(logged()).has("supplierName")).isFalse();
  }

  private JsonNode cardOf(OrderUnderTest order) {
    String task = api.get("/api/work-orders/" + order.number() + "/actions").findValuesAsText("taskId").get(0);
    return api.get("/api/task-cards?task=" + task).get(0);
  }

  @Test
  void a_row_of_work_has_nothing_of_a_purchase() {
    Map<?, ?> row = row(logged());
    assertThat(Stream.of("supplier", "supplierName", "promisedOn", "openAmount")).noneMatch(row::containsKey);
  }

  @Test
  void purchases_are_listed_by_supplier_and_others_come_last() {
    OrderUnderTest screws = bought("SCREWS");
    OrderUnderTest ring = bought("RING");
    OrderUnderTest work = logged();
    assertThat(found("supplier", "RING")).isEqualTo(List.of(number(ring)));
    assertThat(found("supplier", "ROBOT")).isEmpty();
    assertThat(found("sort", "supplier")).isEqualTo(List.of(number(ring), number(screws), number(work)));
    assertThat(found("sort", "-supplier")).isEqualTo(List.of(number(screws), number(ring), number(work)));
    assertThat(found("supplier", "SCREWS", "sort", "due")).isEqualTo(List.of(number(screws)));
  }

  @Test
  void a_file_has_the_columns_of_purchases() {
    OrderUnderTest order = bought("SCREWS");
    assertThat(api.call(search("/api/work-orders.csv", "text", word,
        "columns", "number,supplier,promisedOn,openAmount")).body())
        .contains("\"Order\",\"Supplier\",\"Delivery promised\",\"Open, net\"")
        .contains("\"" + number(order) + "\",\"SCREWS Screws and Fixings\"", "280.26");
  }

  @Test
  void the_targets_of_a_row_are_those_of_the_order() {
    OrderUnderTest order = logged();
    JsonNode sla = api.get("/api/work-orders/" + order.number()).get("sla");
    assertThat(row(order).get("fixDue")).isEqualTo(sla.get("fix").get("due").asText());
    assertThat(row(order).get("respondDue")).isEqualTo(sla.get("respond").get("due").asText());
  }

  @Test
  void an_order_on_site_is_due_when_it_is_to_be_fixed_and_a_recalled_one_by_its_new_clock() {
    OrderUnderTest order = pendingAssign()
        .perform("assign", with("how", "by phone", "spokeTo", "Dispatch")).perform("accept-job", with())
        .perform("start-job-field-team", with("engineer", "Eve", "attending", 1));
    assertThat(row(order).get("due")).isNotEqualTo(row(order).get("respondDue"));
    order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"));
    assertThat(row(order).get("due")).isNull();
    order.perform("recall-job", with("priority", "P2", "why", "cold again"));
    assertThat(row(order).get("due")).isNotNull().isEqualTo(row(order).get("respondDue"));
  }

  @Test
  void time_makes_a_row_amber_and_red() {
    OrderUnderTest order = logged();
    Instant due = Instant.parse((String) row(order).get("due"));
    order.waits(Duration.between(Instant.now(), due).minusMinutes(1));
    assertThat(row(order).get("sla")).isEqualTo("AMBER");
    assertThat(found("breached", "false")).hasSize(1);
    assertThat(found("due", "overdue")).isEmpty();
    order.waits(Duration.ofMinutes(5));
    assertThat(row(order).get("sla")).isEqualTo("RED");
    assertThat(found("breached", "true")).hasSize(1);
    assertThat(found("breached", "false")).isEmpty();
    assertThat(found("due", "overdue")).hasSize(1);
    assertThat(found("due", "today")).isEmpty();
  }

  @Test
  void due_today_ends_at_midnight_of_the_zone_asked_for() {
    OrderUnderTest order = logged();
    Instant due = Instant.parse((String) row(order).get("due"));
    // two hours before the target it is the same day somewhere, and the next day elsewhere
    order.waits(Duration.between(Instant.now(), due.minus(Duration.ofHours(2))));
    int hour = due.atZone(ZoneOffset.UTC).getHour();
    assertThat(found("due", "today", "zone", ZoneOffset.ofHours(12 - hour).getId())).hasSize(1);
    assertThat(found("due", "today", "zone", ZoneOffset.ofHours(hour < 12 ? -hour : 24 - hour).getId()))
        .isEmpty();
  }

  @Test
  void orders_are_told_apart_by_what_they_are_about() {
    OrderUnderTest plain = logged();
    OrderUnderTest other = logged("site", "NEXT-HQ", "workType", "PAINT", "priority", "P2");
    OrderUnderTest given = pendingAssign();
    assertThat(found("site", "NEXT-HQ")).isEqualTo(List.of(number(other)));
    assertThat(found("client", "NEXT")).isEqualTo(List.of(number(other)));
    assertThat(found("workType", "PAINT")).isEqualTo(List.of(number(other)));
    assertThat(found("priority", "P2")).isEqualTo(List.of(number(other)));
    assertThat(found("resource", "ALPHA")).isEqualTo(List.of(number(given)));
    assertThat(found("type", "reactive")).hasSize(3);
    assertThat(found("type", "QUOTE")).isEmpty();
    assertThat(found("status", "0.*")).isEqualTo(List.of(number(other), number(plain)));
    assertThat(found("status", "*,!0.x3")).isEqualTo(List.of(number(given)));
  }

  @Test
  void open_completed_and_cancelled_orders_are_told_apart() {
    OrderUnderTest open = logged();
    OrderUnderTest cancelled = logged().perform("cancel-job", with());
    OrderUnderTest completed = pendingAssign()
        .perform("assign", with("how", "by phone", "spokeTo", "Dispatch")).perform("accept-job", with())
        .perform("start-job-field-team", with("engineer", "Eve", "attending", 1));
    completed.perform("stop-job", with("stoppedAt", completed.now(), "outcome", "completed"));
    assertThat(found("state", "open")).isEqualTo(List.of(number(open)));
    assertThat(found("state", "cancelled")).isEqualTo(List.of(number(cancelled)));
    assertThat(found("state", "completed")).isEqualTo(List.of(number(completed)));
    cancelled.perform("reinstate", with("how", "to previous status"));
    assertThat(found("state", "cancelled")).isEmpty();
    completed.perform("recall-job", with("priority", "P2", "why", "cold again"));
    assertThat(found("state", "open")).hasSize(3);
  }

  @Test
  void orders_are_told_apart_by_who_has_their_task() {
    OrderUnderTest free = pendingAssign();
    OrderUnderTest taken = pendingAssign();
    tasks.claim(taken.openTasks().get(0), "agent");
    assertThat(found("unassigned", "true")).isEqualTo(List.of(number(free)));
    assertThat(found("unassigned", "false")).isEqualTo(List.of(number(taken)));
    assertThat(found("assignee", "agent")).isEqualTo(List.of(number(taken)));
    assertThat(found("assignee", "colleague")).isEmpty();
    assertThat(found("group", "helpdesk")).hasSize(2);
    assertThat(found("group", "finance")).isEmpty();
    assertThat(row(taken).get("assignees")).isEqualTo(List.of("agent"));
  }

  @Test
  void a_locked_order_says_whom_it_waits_for() {
    OrderUnderTest free = pendingAssign();
    OrderUnderTest locked = pendingAssign().perform("set-fixed-cost", with("amount", 60_000.0, "sure", true));
    assertThat(found("locked", "true")).isEqualTo(List.of(number(locked)));
    assertThat(found("locked", "false")).isEqualTo(List.of(number(free)));
    assertThat(row(locked).get("lockedFor")).isEqualTo("finance");
    assertThat(found("group", "finance")).isEqualTo(List.of(number(locked)));
  }

  @Test
  void due_chases_are_told_from_later_ones() {
    logged();
    OrderUnderTest order = pendingAssign().perform("no-answer", with());
    assertThat(found("chase", "later")).isEqualTo(List.of(number(order)));
    assertThat(found("chase", "now")).isEmpty();
    Instant again = Instant.parse((String) row(order).get("followUp"));
    ClockUtil.setCurrentTime(Date.from(again.plusSeconds(1)));
    assertThat(found("chase", "later")).isEmpty();
    assertThat(found("chase", "now")).isEqualTo(List.of(number(order)));
  }

  @Test
  void a_contractor_that_has_not_come_by_its_eta_is_to_be_chased() {
    OrderUnderTest order = pendingAssign().perform("assign", with("how", "by phone", "spokeTo", "Dispatch"));
    order.perform("accept-job", with("eta", order.in(Duration.ofMinutes(10))));
    assertThat(found("chase", "now")).isEmpty();
    ClockUtil.setCurrentTime(Date.from(Instant.now().plus(Duration.ofMinutes(20))));
    assertThat(found("chase", "now")).isEqualTo(List.of(number(order)));
    order.perform("start-job-field-team", with("engineer", "Eve", "attending", 1));
    assertThat(found("chase", "now")).isEmpty();
  }

  @Test
  void from_and_to_bound_when_an_order_was_logged() {
    OrderUnderTest order = logged();
    String at = (String) row(order).get("loggedAt");
    assertThat(found("from", at)).hasSize(1);
    assertThat(found("to", at)).isEmpty();
    assertThat(found("from", Instant.parse(at).plusSeconds(1).toString())).isEmpty();
    assertThat(found("to", Instant.parse(at).plusSeconds(1).toString())).hasSize(1);
  }

  @Test
  void text_finds_number_reference_site_contractor_and_unfinished_words() {
    OrderUnderTest order = logged("externalReference", "REF" + word, "resource", "GAMMA");
    for (String text : List.of(
        number(order), number(order).toLowerCase(Locale.ROOT), number(order).substring(2), "ref" + word,
        word.substring(0, 5), "About " + word.substring(0, 5), "head off", "gamma")) {
      Answer answer = api.call(search("/api/work-orders", "text", text, "size", "200"));
      assertThat(answer.content().get("items").toString()).as(text).contains("number=" + number(order) + ",");
    }
    assertThat(((List<?>) api.call(search("/api/work-orders", "text", number(order))).content().get("items"))).hasSize(1);
    assertThat(found("text", "absent")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"number", "status", "type", "client", "site", "workType", "priority", "resource", "eta", "followUp",
      "loggedAt", "respondDue", "fixDue", "due"})
  void lists_are_sorted_both_ways_with_what_is_empty_last(String key) {
    OrderUnderTest first = logged();
    OrderUnderTest second = logged("site", "NEXT-HQ", "workType", "PAINT", "priority", "P2", "resource", "ALPHA");
    assertThat(found("sort", key)).hasSize(2);
    assertThat(found("sort", "-" + key)).hasSize(2);
    if (key.equals("resource")) {
      assertThat(found("sort", key)).isEqualTo(found("sort", "-" + key)).isEqualTo(List.of(number(second), number(first)));
    } else if (List.of("number", "client", "priority", "loggedAt").contains(key)) {
      assertThat(found("sort", key)).isEqualTo(List.of(number(first), number(second)));
      assertThat(found("sort", "-" + key)).isEqualTo(List.of(number(second), number(first)));
    }
  }

  @ParameterizedTest
  @CsvSource({"eta", "-followUp", "site", "priority", "-due"})
  void lists_without_words_are_sorted(String key) {
    Answer answer = api.call(search("/api/work-orders", "state", "open", "sort", key));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  @Test
  void pages_follow_each_other_and_know_the_total() {
    List<String> all = List.of(number(logged()), number(logged()), number(logged()));
    assertThat(found("size", "2", "sort", "number")).isEqualTo(all.subList(0, 2));
    assertThat(found("size", "2", "sort", "number", "page", "1")).isEqualTo(all.subList(2, 3));
    assertThat(found("size", "2", "sort", "number", "page", "2")).isEmpty();
    assertThat(answer("size", "2").content()).containsEntry("total", 3).containsEntry("more", false).containsEntry("page", 0).containsEntry("size", 2);
    assertThat(answer("size", "2", "page", "2").content()).containsEntry("total", 3);
    assertThat(answer("size", "2", "total", "false").content()).doesNotContainKey("total");
  }

  @ParameterizedTest
  @CsvSource({"state=lost, state", "due=tomorrow, due", "chase=often, chase", "zone=Moon, zone", "unassigned=7, unassigned",
      "locked=x, locked", "sort=-, sort", "sort=description, sort", "total=maybe, total", "size=201, size"})
  void invalid_query_is_refused(String parameter, String field) {
    String[] pair = parameter.split("=", 2);
    Answer answer = answer(pair);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.content().get("errors").toString()).contains("field=" + field + ",");
    assertThat(api.call(search("/api/work-orders.csv", pair)).status()).isEqualTo(422);
  }

  @Test
  void a_file_has_the_columns_asked_for_and_no_formulas() {
    OrderUnderTest order = logged("description", "=cmd|' /C calc'!A0 " + word, "externalReference", "a\"b");
    Answer answer = api.call(search("/api/work-orders.csv", "text", word, "columns", "number,description,reference,accrual"));
    assertThat(answer.type()).isEqualTo("text/csv;charset=UTF-8");
    assertThat(answer.body()).isEqualTo("\ufeff\"Order\",\"Description\",\"Reference\",\"Accrual\"\r\n"
        + "\"" + order.number() + "\",\"'=cmd|' /C calc'!A0 " + word + "\",\"a\"\"b\",\"120.00\"\r\n");
  }

  @Test
  void a_file_has_the_times_of_the_zone_asked_for_as_spreadsheets_read_them() {
    OrderUnderTest order = logged();
    jdbc.sql("update orders set logged_at = '2026-07-01 23:30:15Z' where number = ?")
        .param(order.number().value()).update();
    jdbc.sql("update work_order set eta = '2026-12-24 10:00Z' where number = ?").param(order.number().value()).update();
    assertThat(times("zone", "Europe/London")).isEqualTo("\"2026-07-02 00:30:15\",\"2026-12-24 10:00:00\"");
    assertThat(times("zone", "America/New_York")).isEqualTo("\"2026-07-01 19:30:15\",\"2026-12-24 05:00:00\"");
    assertThat(times()).isEqualTo("\"2026-07-01T23:30:15Z\",\"2026-12-24T10:00:00Z\"");
  }

  private String times(String... zone) {
    String[] query = Stream.concat(Stream.of("text", word, "columns", "loggedAt,eta"), Stream.of(zone)).toArray(String[]::new);
    return api.call(search("/api/work-orders.csv", query)).body().lines().skip(1).findFirst().orElseThrow();
  }

  @Test
  void a_file_has_all_pages_in_the_order_asked_for() {
    List<String> all = List.of(number(logged()), number(logged()), number(logged()));
    Answer answer = api.call(search("/api/work-orders.csv", "text", word, "columns", "number", "size", "1",
        "sort", "-number"));
    assertThat(answer.body().lines()).containsExactly("\ufeff\"Order\"", "\"" + all.get(2) + "\"",
        "\"" + all.get(1) + "\"", "\"" + all.get(0) + "\"");
    assertThat(api.call(search("/api/work-orders.csv", "text", word)).body().lines().findFirst().orElseThrow())
        .contains("\"Next action\"");
  }

  @ParameterizedTest
  @CsvSource({"colour", "'number,number'"})
  void columns_there_are_not_are_refused(String columns) {
    Answer answer = api.call(search("/api/work-orders.csv", "columns", columns));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("columns");
  }

  @Test
  void several_orders_offer_what_each_of_them_offers() {
    OrderUnderTest early = logged();
    OrderUnderTest late = pendingAssign();
    List<String> shared = offers(Given.AGENT, number(early), number(late));
    assertThat(shared).contains("cancel-job", "add-notes-public").doesNotContain("assign", "allocate-resource");
    assertThat(offers(Given.AGENT, number(late), number(pendingAssign()))).contains("assign");
    assertThat(offers(new Agent("fiona", Set.of("finance")), number(early), number(late))).doesNotContain("cancel-job");
  }

  private List<String> offers(Agent agent, String... numbers) {
    Answer answer = api.call(agent, search("/api/work-orders/offers", "numbers", String.join(",", numbers)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    List<String> keys = new ArrayList<>();
    try {
      new ObjectMapper().readTree(answer.body())
          .forEach(offer -> keys.add(offer.get("key").asText()));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
    return keys;
  }

  @Test
  void offers_of_too_many_or_unknown_orders_are_refused() {
    String number = number(logged());
    assertThat(api.call(search("/api/work-orders/offers", "numbers", "R-999999999")).status()).isEqualTo(404);
    assertThat(api.call(search("/api/work-orders/offers", "numbers", "X")).status()).isEqualTo(422);
    assertThat(api.call(search("/api/work-orders/offers")).status()).isEqualTo(422);
    assertThat(api.call(search("/api/work-orders/offers", "numbers", (number + ",").repeat(51))).status()).isEqualTo(422);
  }

  @Test
  void statuses_are_those_of_the_deployed_lifecycles() {
    JsonNode statuses = api.get("/api/statuses");
    assertThat(statuses.findValuesAsText("code")).contains("0.03", "1.03", "5.02").doesNotHaveDuplicates().isSorted();
    assertThat(statuses.findValuesAsText("name")).contains("Pending acceptance");
  }
}
