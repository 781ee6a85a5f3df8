package org.jobline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.aCall;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jobline.fixture.Desk;
import org.jobline.fixture.Desk.Answer;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Whatever is sent, what is wrong is answered by a problem of the client's that says what, and nothing changes. */
@HelpdeskTest
@Import(Desk.class)
class BadInputTest {

  private static final String ORDERS = "/api/work-orders";
  private static final Duration HOUR = Duration.ofHours(1);

  private final Given given;
  private final Desk desk;

  BadInputTest(Given given, Desk desk) {
    this.given = given;
    this.desk = desk;
  }

  private Answer refused(Supplier<Answer> call) {
    List<Long> before = given.everything();
    Answer answer = call.get();
    assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
    assertThat(answer.response().getContentType()).startsWith("application/problem+json");
    assertThat(answer.body().path("type").asText()).as("type of %s", answer).startsWith("https://jobline.org/problems/");
    assertThat(answer.body().path("status").asInt()).isEqualTo(answer.status());
    assertThat(answer.body().path("detail").asText()).isNotBlank();
    assertThat(given.everything()).as("what there is after a refusal").isEqualTo(before);
    return answer;
  }

  private Answer refused(OrderUnderTest order, Supplier<Answer> call) {
    List<Object> before = order.picture();
    Answer answer = refused(call);
    assertThat(order.picture()).as("%s after a refusal", order.number()).isEqualTo(before);
    return answer;
  }

  private void namesField(Answer answer, String field) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("invalid-fields");
    assertThat(answer.body().path("errors").findValuesAsText("field")).as("%s", answer).contains(field);
    assertThat(answer.body().path("detail").asText()).contains("[" + field + "]");
  }

  private static String of(OrderUnderTest order, String rest) {
    return ORDERS + "/" + order.number() + rest;
  }

  private Answer perform(OrderUnderTest order, String action, Map<String, Object> fields) {
    return desk.post(of(order, "/actions/" + action), fields);
  }

  // fields of an order to be logged

  static Stream<Arguments> wrongCalls() {
    return Stream.of(
        wrong("site", "site", null),
        wrong("site", "site", ""),
        wrong("site", "site", "NOWHERE"),
        wrong("site", "site", 17),
        wrong("site", "site", List.of("HQ")),
        wrong("site", "site", "HQ' or '1'='1"),
        wrong("workType", "workType", "MAGIC"),
        wrong("priority", "priority", "P9"),
        wrong("description", "description", null),
        wrong("description", "description", "   "),
        wrong("description", "description", "x".repeat(4001)),
        wrong("description", "description", "a\0b"),
        wrong("description", "description", true),
        wrong("contactName", "contact", Map.of("name", "x".repeat(201))),
        wrong("contactPhone", "contactPhone", "1".repeat(51)),
        wrong("contact", "contact", "Hannah"),
        wrong("contact.age", "contact", Map.of("age", 7)),
        wrong("resource", "resource", "NOBODY"),
        wrong("resource", "resource", "REJECTED"),
        wrong("client", "client", "NEXT"),
        wrong("scheduleKind", "scheduleKind", "soon"),
        wrong("scheduleFrom", "scheduleKind", "exact"),
        wrong("scheduleFrom", "scheduleKind", "exact", "scheduleFrom", "tomorrow"),
        wrong("scheduleFrom", "scheduleKind", "exact", "scheduleFrom", "2020-01-01T00:00:00Z"),
        wrong("scheduleTo", "scheduleKind", "start and finish",
            "scheduleFrom", "2099-01-02T00:00:00Z", "scheduleTo", "2099-01-01T00:00:00Z"),
        wrong("schedule", "schedule", List.of()),
        wrong("schedule.at", "schedule", Map.of("at", "noon")),
        wrong("confirmDuplicate", "confirmDuplicate", "perhaps"),
        wrong("type", "type", "QUOTE"),
        wrong("type", "type", 1),
        wrong("channel", "channel", 1),
        wrong("channel", "channel", "PIGEON"),
        wrong("spokeTo", "spokeTo", "x".repeat(201)),
        wrong("status", "status", "5.02"),
        wrong("number", "number", "R-100001"));
  }

  private static Arguments wrong(String named, Object... fields) {
    return Arguments.of(named, fields);
  }

  @ParameterizedTest
  @MethodSource("wrongCalls")
  void an_order_is_not_logged_with(String named, Object... fields) {
    namesField(refused(() -> desk.post(ORDERS, aCall(fields))), named);
  }

  @Test
  void all_wrong_fields_are_named_at_once() {
    Answer answer = refused(() -> desk.post(ORDERS, with("site", "NOWHERE", "priority", "P9")));
    assertThat(answer.body().path("errors").findValuesAsText("field"))
        .contains("site", "priority", "workType", "description", "contactName");
  }

  @Test
  void an_order_like_another_is_told_to_be_a_duplicate() {
    desk.post(ORDERS, aCall("workType", "PAINT"));
    Answer answer = refused(() -> desk.post(ORDERS, aCall("workType", "PAINT", "confirmDuplicate", null)));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("possible-duplicate");
    assertThat(answer.body().path("candidates")).isNotEmpty();
  }

  // fields of actions

  @Test
  void a_stop_before_the_start_is_refused() {
    OrderUnderTest order = given.anOrderOnSite();
    namesField(refused(order, () -> perform(order, "stop-job",
        with("stoppedAt", order.ago(HOUR), "outcome", "completed"))), "stoppedAt");
    namesField(refused(order, () -> perform(order, "stop-job",
        with("stoppedAt", order.in(HOUR), "outcome", "completed"))), "stoppedAt");
  }

  @Test
  void an_ETA_in_the_past_is_refused() {
    OrderUnderTest assigned = given.anAssignedOrder();
    namesField(refused(assigned, () -> perform(assigned, "accept-job", with("eta", assigned.ago(HOUR)))), "eta");
    OrderUnderTest accepted = given.anAcceptedOrder();
    namesField(refused(accepted, () -> perform(accepted, "eta-provided", with("eta", accepted.ago(HOUR)))), "eta");
  }

  @Test
  void fields_of_an_action_are_checked_by_its_form() {
    OrderUnderTest order = given.anAcceptedOrder();
    Map<String, Object> valid = with("engineer", "Eve", "attending", 1);
    for (Fault fault : Fault.of("start-job-field-team", valid)) {
      namesField(refused(order, () -> perform(order, "start-job-field-team", fault.fields())), fault.field());
    }
    namesField(refused(order, () -> perform(order, "start-job-field-team", but(valid, "attending", 1.5))), "attending");
    namesField(refused(order, () -> perform(order, "start-job-field-team", but(valid, "attending", 2))), "attending");
    namesField(refused(order, () -> perform(order, "start-job-field-team",
        but(valid, "attending", "9".repeat(400)))), "attending");
    namesField(refused(order, () -> perform(order, "change-resource", with("resource", "NOBODY"))), "resource");
    namesField(refused(order, () -> perform(order, "set-fixed-cost", with("amount", "1e9"))), "amount");
    namesField(refused(order, () -> perform(order, "set-fixed-cost", with("amount", 10_000))), "sure");
    namesField(refused(order, () -> perform(order, "set-fixed-cost", with("amount", "NaN"))), "amount");
    namesField(refused(order, () -> perform(order, "make-cis", with("confirm", true))), "confirm");
  }

  @ParameterizedTest
  @CsvSource({"PIGEON", "CALL_OUT", "agent", "''"})
  void a_menu_the_action_does_not_have_is_refused(String channel) {
    OrderUnderTest order = given.anAssignedOrder();
    Answer answer = refused(order, () -> perform(order, "accept-job", with("channel", channel)));
    assertThat(answer.body().toString()).as("%s", answer).contains("channel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "[\"AGENT\"]", "{}", "true"})
  void a_menu_of_another_type_is_refused(String channel) {
    OrderUnderTest order = given.anAssignedOrder();
    Answer answer = refused(order, () -> desk.post(of(order, "/actions/accept-job"), "{\"channel\": " + channel + "}"));
    assertThat(answer.body().toString()).as("%s", answer).contains("channel");
  }

  @Test
  void whom_one_spoke_to_is_a_name() {
    OrderUnderTest order = given.anAssignedOrder();
    namesField(refused(order, () -> perform(order, "no-answer", with("spokeTo", "x".repeat(201)))), "spokeTo");
    namesField(refused(order, () -> perform(order, "no-answer", with("spokeTo", List.of("a", "b")))), "spokeTo");
    namesField(refused(order, () -> perform(order, "no-answer", with("spokeTo", "a\0b"))), "spokeTo");
    namesField(refused(order, () -> perform(order, "accept-job", with("spokeTo", "a\0b"))), "spokeTo");
  }

  // bodies

  static Stream<String> malformed() {
    return Stream.of(
        "", " ", "{", "{\"a\": }", "nonsense", "{'text': 'a'}", "{\"text\": \"a\"} {\"text\": \"b\"}", "{\"text\": \"a\"",
        "[]", "[{\"text\": \"a\"}]", "\"text\"", "17", "true", "null", "{\"text\": \"\\ud800\"", "{\"text\": 01}",
        "{\"text\": NaN}", "<text>a</text>", "{\"text\": \"a\", \"text\": \"b\"}",
        "{\"text\": " + "[".repeat(100_000), "{\"text\": " + "[".repeat(2000) + "]".repeat(2000) + "}");
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void a_body_that_is_no_JSON_object_is_refused(String body) {
    OrderUnderTest order = given.aLoggedOrder();
    Answer performed = refused(order, () -> desk.post(of(order, "/actions/add-notes-public"), body));
    assertThat(performed.status()).as("%s", performed).isEqualTo(400);
    assertThat(performed.problem()).isEqualTo("malformed-json");
    Answer logged = refused(() -> desk.post(ORDERS, body));
    assertThat(logged.status()).as("%s", logged).isEqualTo(400);
    assertThat(logged.problem()).isEqualTo("malformed-json");
  }

  @Test
  void a_field_nested_deeply_is_refused() {
    OrderUnderTest order = given.aLoggedOrder();
    String nested = "{\"text\": " + "[".repeat(500) + "]".repeat(500) + "}";
    namesField(refused(order, () -> desk.post(of(order, "/actions/add-notes-public"), nested)), "text");
  }

  @Test
  void a_body_of_30_MB_is_refused() {
    OrderUnderTest order = given.aLoggedOrder();
    String large = "{\"text\": \"" + "x".repeat(30 << 20) + "\"}";
    Answer answer = refused(order, () -> desk.post(of(order, "/actions/add-notes-public"), large));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.problem()).isEqualTo("too-large");
    assertThat(refused(() -> desk.post(ORDERS, large)).status()).isEqualTo(413);
  }

  @Test
  void many_small_fields_are_refused_by_an_answer_of_moderate_length() {
    OrderUnderTest order = given.aLoggedOrder();
    StringBuilder body = new StringBuilder("{\"text\": \"a\"");
    for (int i = 0; i < 50_000; i++) {
      body.append(",\"f").append(i).append("\":1");
    }
    Answer answer = refused(order, () -> desk.post(of(order, "/actions/add-notes-public"), body + "}"));
    assertThat(answer.response().getContentAsByteArray().length).isLessThan(100_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data"})
  void a_body_of_another_type_is_refused(String type) {
    OrderUnderTest order = given.aLoggedOrder();
    Answer answer = refused(order, () -> desk.send(Desk.AMY, desk.call(HttpMethod.POST, of(order, "/actions/add-notes-public"))
        .contentType(MediaType.parseMediaType(type)).content("text=a")));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.problem()).isEqualTo("unsupported-media-type");
  }

  @Test
  void texts_are_kept_as_they_were_written() {
    for (String text : List.of(
        "'; drop table work_order; --", "<script>alert(1)</script> & <b>bold</b>", "${jndi:ldap://x} #{1+1} {{1+1}}",
        "Ünïcödé 暖房 🔥 \u202e", "[text] must be filled in.", "\\u0000 \\n \" '")) {
      OrderUnderTest order = given.aLoggedOrder();
      Answer answer = perform(order, "add-notes-public", with("text", text));
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      assertThat(answer.response().getContentType()).startsWith("application/json");
      assertThat(answer.body().path("event").path("fields").path("text").asText()).isEqualTo(text);
      assertThat(desk.get(of(order, "/events")).body().path(1).path("fields").path("text").asText()).isEqualTo(text);
      Answer logged = desk.post(ORDERS, aCall("description", text));
      assertThat(logged.status()).as("%s", logged).isEqualTo(201);
      assertThat(desk.get(logged.response().getHeader("Location")).body().path("description").asText()).isEqualTo(text);
    }
  }

  // addresses

  @ParameterizedTest
  @ValueSource(strings = {"", "/actions", "/events", "/events/verify", "/documents", "/actions/assign/form"})
  void an_order_there_is_not_is_not_found(String rest) {
    Answer answer = refused(() -> desk.get(ORDERS + "/R-999999" + rest));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("not-found");
    assertThat(answer.body().path("detail").asText()).contains("R-999999");
  }

  @Test
  void nothing_is_done_to_an_order_there_is_not() {
    assertThat(refused(() -> desk.post(ORDERS + "/R-999999/actions/assign", with())).status()).isEqualTo(404);
    assertThat(refused(() -> desk.post(ORDERS + "/R-999999/actions/assign/open", with())).status()).isEqualTo(404);
    assertThat(refused(() -> desk.send(Desk.AMY, desk.call(HttpMethod.DELETE, ORDERS + "/R-999999/actions/assign")))
        .status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"R-1", "100001", "r-100001", "R-100001x", "X-100001", "R-99999999999999999999", "%27"})
  void a_number_that_is_none_is_named(String number) {
    for (String rest : List.of("", "/actions", "/events", "/documents")) {
      namesField(refused(() -> desk.get(ORDERS + "/" + number + rest)), "number");
    }
    namesField(refused(() -> desk.post(ORDERS + "/" + number + "/actions/assign", with())), "number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Assign", "assign%20", "a--b", "%3Cb%3E"})
  void an_action_key_that_is_none_is_named(String key) {
    OrderUnderTest order = given.anOrderPendingAssign();
    namesField(refused(order, () -> desk.post(of(order, "/actions/" + key), with())), "key");
    namesField(refused(order, () -> desk.post(of(order, "/actions/" + key + "/open"), with())), "key");
    namesField(refused(order, () -> desk.get(of(order, "/actions/" + key + "/form"))), "key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/R-100001%00", "/..%2f..%2fengine-rest", "/R-100001;a=b", "/R-100001%0a", "//R-100001", "/%2e%2e/"})
  void an_address_that_could_mean_two_things_is_refused(String address) {
    Answer answer = refused(() -> desk.get(ORDERS + address));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("malformed-address");
  }

  @Test
  void an_action_no_diagram_has_is_not_offered() {
    OrderUnderTest order = given.anOrderPendingAssign();
    Answer answer = refused(order, () -> desk.post(of(order, "/actions/make-coffee"), with()));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("action-not-offered");
  }

  @Test
  void an_action_that_is_not_offered_says_where_it_is() {
    OrderUnderTest order = given.anOrderPendingAssign();
    for (String rest : List.of("/actions/accept-job", "/actions/accept-job/open")) {
      Answer answer = refused(order, () -> desk.post(of(order, rest), with()));
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.problem()).isEqualTo("action-not-offered");
      assertThat(answer.body().path("offeredIn").asText()).isEqualTo("1.x3");
      assertThat(answer.body().path("detail").asText())
          .contains("Accept Job").contains("1.00 Pending assign").contains("1.x3");
    }
  }

  @Test
  void what_is_not_open_cannot_be_discarded() {
    OrderUnderTest order = given.anOrderPendingAssign();
    Answer answer = refused(order, () -> desk.send(Desk.AMY, desk.call(HttpMethod.DELETE, of(order, "/actions/no-answer"))));
    assertThat(answer.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "page=-1, page", "page=x, page", "page=1000001, page", "page=99999999999, page", "size=0, size", "size=201, size",
    "size=-1, size", "size=1.5, size", "sort=colour, sort", "sort=number;drop, sort", "status=9.00, status",
    "status=1.x33, status", "status=(, status", "from=yesterday, from", "to=2026, to", "breached=perhaps, breached",
    "text=a%00b, text", "site=%00, site", "type=%00, type", "resource=a%00, resource", "client=%00, client",
    "assignee=%00, assignee"
  })
  void a_search_by_what_cannot_be_is_refused(String query, String field) {
    namesField(refused(() -> desk.get(ORDERS + "?" + query)), field);
  }

  @Test
  void a_search_is_no_way_into_the_database() {
    for (String text : List.of("'%20or%20true%20--", "%25", "_", "%5C", "%22", "a%20%7C%20b", "%27%3A*", "(", "%3A%3Anumber")) {
      for (String field : List.of("text", "site", "client", "resource", "type", "assignee")) {
        Answer answer = desk.get(ORDERS + "?" + field + "=" + text);
        assertThat(answer.status()).as("%s=%s: %s", field, text, answer).isEqualTo(200);
        assertThat(answer.body().path("items")).as("%s=%s", field, text).isEmpty();
      }
    }
    Answer answer = desk.get(ORDERS + "?text=" + "x".repeat(201));
    namesField(answer, "text");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/sites?page=-1, page", "/api/sites?size=0, size", "/api/sites?size=x, size",
    "/api/resources?size=201, size", "/api/pick-lists/sites?order=R-1, order"
  })
  void reference_data_by_what_cannot_be_is_refused(String path, String field) {
    Answer answer = refused(() -> desk.get(path));
    assertThat(answer.body().path("errors").findValuesAsText("field")).as("%s", answer).contains(field);
  }

  @Test
  void a_pick_list_there_is_not_is_not_found() {
    assertThat(refused(() -> desk.get("/api/pick-lists/biscuits")).status()).isEqualTo(404);
  }

  @Test
  void a_page_there_is_not_is_a_problem_too() {
    assertThat(refused(() -> desk.get("/api/nothing-here")).problem()).isEqualTo("not-found");
    assertThat(refused(() -> desk.send(Desk.AMY, desk.call(HttpMethod.PUT, ORDERS))).problem())
        .isEqualTo("method-not-allowed");
    assertThat(refused(() -> desk.send(Desk.AMY, desk.call(HttpMethod.GET, ORDERS).accept("image/png"))).problem())
        .isEqualTo("not-acceptable");
  }

  // documents

  private Answer upload(OrderUnderTest order, byte[] content, String type) {
    var upload = MockMvcRequestBuilders.multipart(of(order, "/documents"))
        .file(new MockMultipartFile("file", "scan.txt", "text/plain", content));
    return desk.send(Desk.AMY, type == null ? upload : upload.part(new MockPart("type", type.getBytes())));
  }

  @Test
  void a_document_without_type_or_content_is_refused() {
    OrderUnderTest order = given.aLoggedOrder();
    namesField(refused(order, () -> upload(order, "a".getBytes(), null)), "type");
    namesField(refused(order, () -> upload(order, "a".getBytes(), " ")), "type");
    namesField(refused(order, () -> upload(order, "a".getBytes(), "a\0b")), "type");
    namesField(refused(order, () -> upload(order, new byte[0], "Photo")), "file");
    namesField(refused(order, () -> upload(order, new byte[] {'M', 'Z', 0, 1, 2}, "Photo")), "file");
    namesField(refused(order, () -> desk.send(Desk.AMY,
        MockMvcRequestBuilders.multipart(of(order, "/documents")).part(new MockPart("type", "Photo".getBytes())))), "file");
  }

  @Test
  void a_document_whose_number_is_none_is_refused() {
    OrderUnderTest order = given.aLoggedOrder();
    namesField(refused(() -> desk.get(of(order, "/documents/one/content"))), "id");
  }
}
