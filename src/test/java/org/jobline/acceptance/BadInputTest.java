package org.jobline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.ApiClient.performing;
import static org.jobline.fixture.ApiClient.post;
import static org.jobline.fixture.Given.aCall;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.ApiClient.Answer;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.Journal;
import org.jobline.order.OrderEvent;
import org.jobline.order.OrderNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What is wrong is refused with a problem that names the field, and nothing has changed. */
@HelpdeskTest
class BadInputTest {

  private static final String NOTES = "add-notes-public";
  private static final String NUL = "gate\0code";
  private static final String DEEP = "[".repeat(100_000) + "]".repeat(100_000);

  private final Given given;
  private final ApiClient api;
  private final Journal journal;

  BadInputTest(Given given, ApiClient api, Journal journal) {
    this.given = given;
    this.api = api;
    this.journal = journal;
  }

  private static void assertProblem(Answer answer, int status, String problem) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.type()).as(answer.toString()).isEqualTo("application/problem+json");
    assertThat(answer.problem()).as(answer.toString()).isEqualTo(problem);
    assertThat(answer.content()).containsEntry("status", status);
    assertThat(answer.body()).as("no Java in what the client reads").doesNotContain("org.jobline.", "java.");
  }

  private static void assertWrong(Answer answer, String... fields) {
    assertProblem(answer, 422, "invalid-fields");
    List<?> errors = (List<?>) answer.content().get("errors");
    assertThat(new TreeSet<>(errors.stream().map(error -> (String) ((Map<?, ?>) error).get("field")).toList()))
        .as(answer.toString()).isEqualTo(new TreeSet<>(Arrays.asList(fields)));
    assertThat(errors).allSatisfy(error -> assertThat((String) ((Map<?, ?>) error).get("message")).isNotBlank());
  }

  private void unchanged(OrderUnderTest order, Runnable refused) {
    List<Object> picture = order.picture();
    List<Long> everything = given.everything();
    refused.run();
    assertThat(order.picture()).isEqualTo(picture);
    assertThat(given.everything()).isEqualTo(everything);
  }

  private void refuses(OrderUnderTest order, String action, Object body, String... fields) {
    unchanged(order, () -> assertWrong(api.call(post(performing(order.number(), action), body)), fields));
  }

  static Stream<Arguments> wrongCalls() {
    return Stream.of(
        Arguments.of(aCall("site", null), "site"),
        Arguments.of(with(), "site,workType,priority,description,contactName"),
        Arguments.of(aCall("description", "   "), "description"),
        Arguments.of(aCall("description", "x".repeat(4001)), "description"),
        Arguments.of(aCall("contactName", "x".repeat(201)), "contactName"),
        Arguments.of(aCall("contactPhone", "0".repeat(51)), "contactPhone"),
        Arguments.of(aCall("description", List.of("a", "b")), "description"),
        Arguments.of(aCall("description", with("text", "a")), "description"),
        Arguments.of(aCall("description", true), "description"),
        Arguments.of(aCall("confirmDuplicate", "perhaps"), "confirmDuplicate"),
        Arguments.of(aCall("site", "NOWHERE"), "site"),
        Arguments.of(aCall("site", "HQ' or '1'='1"), "site"),
        Arguments.of(aCall("site", 7), "site"),
        Arguments.of(aCall("client", "NEXT"), "client"),
        Arguments.of(aCall("workType", "NONE", "priority", "P9"), "workType,priority"),
        Arguments.of(aCall("resource", "NOBODY", "scheduleKind", "up to SLA"), "resource"),
        Arguments.of(aCall("scheduleKind", "some day"), "scheduleKind"),
        Arguments.of(aCall("scheduleKind", "exact", "scheduleFrom", "tomorrow"), "scheduleFrom"),
        Arguments.of(aCall("scheduleKind", "exact", "scheduleFrom", 20260101), "scheduleFrom"),
        Arguments.of(aCall("scheduleKind", "exact", "scheduleFrom", "2001-01-01T00:00:00Z"), "scheduleFrom"),
        Arguments.of(aCall("scheduleKind", "exact", "scheduleFrom", "+999999999-12-31T00:00:00Z"), "scheduleFrom"),
        Arguments.of(aCall("schedule", "tomorrow"), "schedule"),
        Arguments.of(aCall("contact", with("fax", "1")), "contact.fax"),
        Arguments.of(aCall("colour", "red"), "colour"),
        Arguments.of(aCall("type", "MONTHLY"), "type"),
        Arguments.of(aCall("type", List.of("REACTIVE")), "type"),
        Arguments.of(aCall("channel", "PIGEON"), "channel"),
        Arguments.of(aCall("channel", 0), "channel"),
        Arguments.of(aCall("spokeTo", "x".repeat(201)), "spokeTo"),
        Arguments.of(aCall("spokeTo", List.of("Hannah")), "spokeTo"),
        Arguments.of(aCall("spokeTo", NUL), "spokeTo"),
        Arguments.of(aCall("description", NUL), "description"),
        Arguments.of(aCall("site", NUL), "site"));
  }

  @ParameterizedTest
  @MethodSource("wrongCalls")
  void a_call_that_is_wrong_is_not_logged(Map<String, Object> call, String fields) {
    List<Long> everything = given.everything();
    assertWrong(api.call(post("/api/work-orders", call)), fields.split(","));
    assertThat(given.everything()).isEqualTo(everything);
  }

  static Stream<Arguments> wrongNotes() {
    return Stream.of(
        Arguments.of(with(), "text"),
        Arguments.of(with("text", "x".repeat(4001)), "text"),
        Arguments.of(with("text", List.of("a")), "text"),
        Arguments.of(with("text", NUL), "text"),
        Arguments.of(with("text", "a", "spokeTo", NUL), "spokeTo"),
        Arguments.of(with("text", "a", "spokeTo", with("name", "Hannah")), "spokeTo"),
        Arguments.of(with("text", "a", "spokeTo", "x".repeat(201)), "spokeTo"),
        Arguments.of(with("text", "a", "colour", "red"), "colour"),
        Arguments.of(with("text", "a", "channel", "PIGEON"), "channel"),
        Arguments.of(with("text", "a", "channel", 0), "channel"),
        Arguments.of(with("text", "a", "channel", with("menu", "In")), "channel"));
  }

  @ParameterizedTest
  @MethodSource("wrongNotes")
  void a_note_that_is_wrong_is_not_taken(Map<String, Object> note, String fields) {
    refuses(given.aLoggedOrder(), NOTES, note, fields.split(","));
  }

  @Test
  void an_action_is_taken_from_its_own_menus_only() {
    refuses(given.aLoggedOrder(), "add-notes-private", with("text", "a", "channel", "CALL_OUT"), "channel");
  }

  /** Where the form has no such field, it stands beside it. */
  @Test
  void who_was_spoken_to_is_a_name_on_every_form() {
    OrderUnderTest order = given.anOrderPendingAssign();
    refuses(order, "no-answer", with("spokeTo", with("name", "Hannah")), "spokeTo");
    refuses(order, "no-answer", with("spokeTo", NUL), "spokeTo");
    refuses(order, "no-answer", with("spokeTo", "x".repeat(201)), "spokeTo");
  }

  /** The database would keep another character, and the event's hash would not be found again. */
  @Test
  void half_of_a_character_is_refused() {
    OrderUnderTest order = given.anOrderPendingAssign();
    refuses(order, NOTES, "{\"text\":\"gate \\ud83d code\"}", "text");
    refuses(order, NOTES, "{\"text\":\"a\",\"spokeTo\":\"\\udd27\"}", "spokeTo");
    refuses(order, "no-answer", "{\"spokeTo\":\"\\ud83d\"}", "spokeTo");
    Answer whole = api.call(post(performing(order.number(), NOTES), "{\"text\":\"\\ud83d\\udd27\"}"));
    assertThat(whole.status()).isEqualTo(200);
    assertThat(journal.verify(Optional.of(order.number())).valid()).isTrue();
  }

  @Test
  void an_unknown_contractor_is_refused() {
    OrderUnderTest order = given.aLoggedOrder();
    refuses(order, "allocate-resource", with("resource", "NOBODY", "scheduleKind", "up to SLA"), "resource");
    refuses(order, "allocate-resource", with("resource", "", "scheduleKind", "some day"), "scheduleKind");
  }

  @Test
  void an_eta_in_the_past_is_refused() {
    OrderUnderTest order = given.anAcceptedOrder();
    refuses(order, "eta-provided", with("eta", order.ago(Duration.ofMinutes(2))), "eta");
    refuses(order, "eta-provided", with("eta", "2001-01-01T00:00:00Z"), "eta");
    refuses(order, "eta-provided", with("eta", "2201-01-01T00:00:00Z"), "eta");
    refuses(order, "eta-provided", with("eta", "2026-02-30T10:00:00Z"), "eta");
    refuses(order, "eta-provided", with("eta", 1), "eta");
    refuses(order, "eta-provided", with("eta", List.of("now")), "eta");
    refuses(order, "eta-provided", with(), "eta");
  }

  @Test
  void a_stop_before_the_start_is_refused() {
    OrderUnderTest order = given.anOrderOnSite();
    Map<String, Object> stop = with("stoppedAt", order.now(), "outcome", "completed");
    refuses(order, "stop-job", but(stop, "stoppedAt", order.ago(Duration.ofHours(1))), "stoppedAt");
    refuses(order, "stop-job", but(stop, "stoppedAt", order.in(Duration.ofHours(1))), "stoppedAt");
    refuses(order, "stop-job", but(stop, "outcome", "lunch"), "outcome");
    refuses(order, "stop-job", but(stop, "outcome", "revisit required", "reasons", "parts"), "reasons");
    refuses(order, "stop-job", but(stop, "outcome", "revisit required", "reasons", List.of("weather")), "reasons");
    refuses(order, "stop-job", but(stop, "outcome", "revisit required", "reasons", List.of(NUL)), "reasons");
    refuses(order, "stop-job", but(stop, "partsCost", -1), "partsCost");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "-0.01", "10000000", "12.345", "\"twelve\"", "\"\\u0000\"", "true", "[1]", "{\"value\":1}", "1e400", "\"NaN\"",
      "\"1e999999999\"", "\"1e-999999999\""})
  void invalid_amount_is_refused(String amount) {
    refuses(given.anOrderPendingAssign(), "set-fixed-cost", "{\"amount\":" + amount + "}", "amount");
  }

  @Test
  void a_number_of_a_million_digits_is_refused() {
    OrderUnderTest order = given.anOrderPendingAssign();
    String digits = "0." + "1".repeat(1_000_000);
    refuses(order, "set-fixed-cost", with("amount", digits), "amount");
  }

  static Stream<String> brokenBodies() {
    return Stream.of(
        "", "null", "[]", "[{\"text\":\"a\"}]", "\"text\"", "7", "{", "{\"text\":", "{\"text\":\"a\"", "{'text':'a'}",
        "text=a", "<text>a</text>", "{\"text\":\"a\\uZZZZ\"}", "{\"text\":\"a\nb\"}", "{\"text\":" + DEEP + "}", DEEP,
        "{\"text\":" + "1".repeat(2000) + "}", "\u0000", "{\"" + "k".repeat(60_000) + "\":1}");
  }

  @ParameterizedTest
  @MethodSource("brokenBodies")
  void a_body_that_is_no_json_object_is_refused(String body) {
    OrderUnderTest order = given.aLoggedOrder();
    unchanged(order, () -> {
      for (String path : List.of("/api/work-orders", performing(order.number(), NOTES))) {
        assertThat(api.call(post(path, body)).status()).as(path).isIn(400, 422);
        assertThat(api.call(post(path, body)).problem()).as(path).isIn("malformed-json", "invalid-fields");
        assertThat(api.call(post(path, body)).type()).as(path).isEqualTo("application/problem+json");
      }
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "{\"text\":\"a\",\"text\":\"b\"}", "{\"text\":\"a\"} {\"text\":\"b\"}", "{\"text\":\"a\"}]", "{\"text\":\"a\"} x"})
  void a_body_that_says_two_things_is_refused(String body) {
    OrderUnderTest order = given.aLoggedOrder();
    unchanged(order, () -> assertProblem(
        api.call(post(performing(order.number(), NOTES), body)), 400, "malformed-json"));
  }

  @Test
  void a_body_of_many_fields_is_refused_by_an_answer_of_moderate_length() {
    OrderUnderTest order = given.aLoggedOrder();
    StringBuilder body = new StringBuilder("{\"text\":\"a\"");
    for (int i = 0; i < 50_000; i++) {
      body.append(",\"f").append(i).append("\":1");
    }
    unchanged(order, () -> {
      Answer answer = api.call(post(performing(order.number(), NOTES), body + "}"));
      assertProblem(answer, 422, "invalid-fields");
      assertThat(answer.body().length()).isLessThan(20_000);
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "/R-100001%00", "/..%2f..%2fengine-rest", "/R-100001;a=b", "/R-100001%0a", "//R-100001", "/%2e%2e/"})
  void an_address_that_could_mean_two_things_is_refused(String address) {
    assertProblem(api.call(MockMvcRequestBuilders.get(URI.create("/api/work-orders" + address))),
        400, "malformed-address");
  }

  @Test
  void fields_of_an_action_are_checked_by_its_form() {
    OrderUnderTest order = given.anAcceptedOrder();
    for (Fault fault : Fault.of("start-job-field-team", with("engineer", "Eve", "attending", 1))) {
      refuses(order, "start-job-field-team", fault.fields(), fault.field());
    }
  }

  @Test
  void a_body_that_is_no_json_says_where() {
    Answer answer = api.call(post("/api/work-orders", "{\n  \"site\": HQ\n}"));
    assertProblem(answer, 400, "malformed-json");
    assertThat(answer.body()).contains("line 2");
  }

  @Test
  void bytes_that_are_no_text_are_refused() {
    OrderUnderTest order = given.aLoggedOrder();
    unchanged(order, () -> assertProblem(api.call(post(performing(order.number(), NOTES), "{}")
        .content(new byte[] {'{', '"', 't', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'})),
        400, "malformed-json"));
  }

  @Test
  void a_body_of_more_than_a_megabyte_is_refused() {
    OrderUnderTest order = given.aLoggedOrder();
    unchanged(order, () -> assertProblem(
        api.call(post(performing(order.number(), NOTES), with("text", "x".repeat(1 << 20)))), 413, "too-large"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "'; drop table work_order; --", "<script>alert('x')</script><img src=x onerror=alert(1)>", "${7*7} #{7*7} [[${7*7}]]",
      "%s %n ? :text $1", "{{orderNumber}} \\ \" ' `", "Zoë – 你好 – \ud83d\udd27", "=cmd|' /C calc'!A0"})
  void sql_html_and_expressions_are_only_text(String text) {
    OrderNumber number = new OrderNumber((String) api.call(post("/api/work-orders", aCall(
        "description", text, "contactName", text, "location", text))).content().get("number"));
    OrderUnderTest order = given.order(number);
    Answer answer = api.call(post(performing(number, NOTES), with("text", text, "spokeTo", text)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    Map<String, Object> seen = api.call(MockMvcRequestBuilders.get("/api/work-orders/" + number)).content();
    assertThat(seen).containsEntry("description", text).containsEntry("location", text);
    assertThat((Map<?, ?>) seen.get("contact")).extracting("name").isEqualTo(text);
    OrderEvent event = order.lastEvent();
    assertThat(event.spokeTo()).isEqualTo(text);
    assertThat(((Map<?, ?>) ((Map<?, ?>) answer.content().get("event")).get("fields")).get("text")).isEqualTo(text);
    assertThat(journal.verify(Optional.of(number)).valid()).isTrue();
    assertThat(api.call(MockMvcRequestBuilders.get("/api/work-orders").queryParam("text", text)).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"R-999999999, 404, not-found", "X-1, 422, invalid-fields", "R-1'--, 422, invalid-fields",
      "r-100000, 422, invalid-fields", "R-999999999999999, 422, invalid-fields"})
  void an_unknown_order_is_not_found(String number, int status, String problem) {
    String order = "/api/work-orders/" + number;
    List<Long> everything = given.everything();
    for (AbstractMockHttpServletRequestBuilder<?> call : List.<AbstractMockHttpServletRequestBuilder<?>>of(
        MockMvcRequestBuilders.get(order), MockMvcRequestBuilders.get(order + "/events"),
        MockMvcRequestBuilders.get(order + "/events/verify"), MockMvcRequestBuilders.get(order + "/actions"),
        MockMvcRequestBuilders.get(order + "/actions/" + NOTES + "/form"),
        MockMvcRequestBuilders.get(order + "/documents"),
        post(order + "/actions/" + NOTES, with("text", "a")), post(order + "/actions/" + NOTES + "/open", "{}"),
        MockMvcRequestBuilders.delete(order + "/actions/" + NOTES),
        MockMvcRequestBuilders.multipart(order + "/documents")
            .part(new MockPart("file", "a.txt", "a".getBytes(StandardCharsets.UTF_8)))
            .part(new MockPart("type", "Report".getBytes(StandardCharsets.UTF_8))))) {
      if (status == 422) {
        assertWrong(api.call(call), "number");
      } else {
        assertProblem(api.call(call), status, problem);
      }
    }
    assertThat(given.everything()).isEqualTo(everything);
  }

  @Test
  void an_action_no_diagram_knows_is_not_found() {
    OrderUnderTest order = given.aLoggedOrder();
    unchanged(order, () -> {
      assertProblem(api.call(post(performing(order.number(), "fly-away"), "{}")), 404, "not-found");
      assertProblem(api.call(post(performing(order.number(), "fly-away") + "/open", "{}")), 404, "not-found");
      assertProblem(api.call(MockMvcRequestBuilders.get(performing(order.number(), "fly-away") + "/form")), 404, "not-found");
      assertProblem(api.call(MockMvcRequestBuilders.delete(performing(order.number(), "fly-away"))), 404, "not-found");
      assertProblem(api.call(post(performing(order.number(), "accept-job"), "{}")), 409, "action-not-offered");
      assertWrong(api.call(post(performing(order.number(), "Accept Job"), "{}")), "key");
      assertWrong(api.call(post(performing(order.number(), "a".repeat(65)), "{}")), "key");
    });
  }

  @Test
  void an_action_for_others_is_forbidden() {
    OrderUnderTest order = given.aLoggedOrder();
    Agent finance = new Agent("fiona", Set.of("finance"));
    unchanged(order, () -> {
      assertProblem(api.call(finance, post(performing(order.number(), "cancel-job"), "{}")), 403, "not-permitted");
      assertProblem(api.call(finance, post("/api/work-orders", aCall())), 403, "not-permitted");
    });
  }

  @ParameterizedTest
  @CsvSource({
      "page=-1, page", "page=1000001, page", "page=many, page", "page=99999999999, page", "size=0, size",
      "size=201, size", "size=-5, size", "size=ten, size", "sort=colour, sort", "sort=number;drop table x, sort",
      "sort=o.number, sort", "status=6.00, status", "status=1.*', status", "status=(a+)+$, status",
      "breached=perhaps, breached", "from=yesterday, from", "to=2026-13-01T00:00:00Z, to",
      "from=+999999999-01-01T00:00:00Z, from", "type=MONTHLY, type"})
  void a_search_for_what_cannot_be_is_refused(String parameter, String field) {
    String[] pair = parameter.split("=", 2);
    assertWrong(api.call(MockMvcRequestBuilders.get("/api/work-orders").queryParam(pair[0], pair[1])), field);
  }

  @Test
  void a_search_that_can_be_is_answered() {
    for (String[] pair : new String[][] {
        {"page", "1000000"}, {"size", "200"}, {"sort", "-fixDue"}, {"status", "1.*,!1.03"}, {"type", "reactive"},
        {"from", "2026-01-01T00:00:00Z"}, {"to", "2026-01-01T00:00:00+01:00"}, {"breached", "true"},
        {"text", "\" & | ! ( ' \\ %"}}) {
      Answer answer = api.call(MockMvcRequestBuilders.get("/api/work-orders").queryParam(pair[0], pair[1]));
      assertThat(answer.status()).as(pair[0] + ": " + answer).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "site", "client", "resource", "assignee"})
  void a_search_for_nul_is_refused(String parameter) {
    assertWrong(api.call(MockMvcRequestBuilders.get("/api/work-orders").queryParam(parameter, NUL)), parameter);
  }

  @ParameterizedTest
  @CsvSource({"/api/sites/HQ/possible-duplicates, workType", "/api/sites/HQ/possible-duplicates, equipment",
      "/api/sites/HQ/resources, workType", "/api/task-cards, task"})
  void a_look_up_of_nul_is_refused(String path, String parameter) {
    assertWrong(api.call(MockMvcRequestBuilders.get(path).queryParam(parameter, NUL)), parameter);
  }

  @ParameterizedTest
  @CsvSource({"/api/sites, page, -1", "/api/sites, size, 0", "/api/clients, size, 201", "/api/resources, page, many",
      "/api/work-types, page, 99999999999", "/api/priorities, size, 1.5"})
  void a_page_of_reference_data_that_cannot_be_is_refused(String path, String parameter, String value) {
    assertWrong(api.call(MockMvcRequestBuilders.get(path).queryParam(parameter, value)), parameter);
  }

  @Test
  void an_unknown_pick_list_is_not_found() {
    assertProblem(api.call(MockMvcRequestBuilders.get("/api/pick-lists/colours")), 404, "not-found");
    assertWrong(api.call(MockMvcRequestBuilders.get("/api/pick-lists/sites").queryParam("order", "X-1")), "order");
    assertProblem(api.call(MockMvcRequestBuilders.get("/api/pick-lists/sites").queryParam("order", "R-999999999")),
        404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "image/png", "*/*", "x"})
  void a_body_of_another_type_is_refused(String type) {
    OrderUnderTest order = given.aLoggedOrder();
    unchanged(order, () -> {
      Answer answer = api.call(post(performing(order.number(), NOTES), with("text", "a")).header("Content-Type", type));
      assertProblem(answer, 415, "unsupported-media-type");
    });
  }

  @Test
  void an_answer_nobody_can_give_is_refused_before_anything_is_done() {
    OrderUnderTest order = given.aLoggedOrder();
    unchanged(order, () -> {
      assertProblem(api.call(post(performing(order.number(), NOTES), with("text", "a")).header("Accept", "text/xml")),
          406, "not-acceptable");
      assertProblem(api.call(post("/api/work-orders", aCall()).header("Accept", "image/png")), 406, "not-acceptable");
    });
  }

  @Test
  void a_call_there_is_not_is_refused() {
    assertProblem(api.call(MockMvcRequestBuilders.get("/api/nothing")), 404, "not-found");
    assertProblem(api.call(post("/api/nothing", "{}")), 404, "not-found");
    assertProblem(api.call(MockMvcRequestBuilders.put("/api/work-orders")), 405, "method-not-allowed");
    assertProblem(api.call(MockMvcRequestBuilders.delete("/api/work-orders/R-100000")), 405, "method-not-allowed");
  }

  @Test
  void a_document_that_is_wrong_is_not_filed() {
    OrderUnderTest order = given.aLoggedOrder();
    MockPart type = new MockPart("type", "Report".getBytes(StandardCharsets.UTF_8));
    MockPart file = new MockPart("file", "a.txt", "a".getBytes(StandardCharsets.UTF_8));
    String path = "/api/work-orders/" + order.number() + "/documents";
    unchanged(order, () -> {
      assertWrong(api.call(MockMvcRequestBuilders.multipart(path).part(type)), "file");
      assertWrong(api.call(MockMvcRequestBuilders.multipart(path).part(file)), "type");
      assertWrong(api.call(MockMvcRequestBuilders.multipart(path).part(file)
          .part(new MockPart("type", NUL.getBytes(StandardCharsets.UTF_8)))), "type");
      assertWrong(api.call(MockMvcRequestBuilders.multipart(path).part(type)
          .part(new MockPart("file", "a.txt", new byte[0]))), "file");
      assertWrong(api.call(MockMvcRequestBuilders.multipart(path).part(type)
          .part(new MockPart("file", "a.exe", new byte[] {'M', 'Z', 0, 1, 2, 3}))), "file");
      assertWrong(api.call(MockMvcRequestBuilders.get(path + "/1/content")), "id");
      assertProblem(api.call(post(path, "{}")), 415, "unsupported-media-type");
    });
  }
}
