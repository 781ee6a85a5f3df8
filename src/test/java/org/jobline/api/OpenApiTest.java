package org.jobline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.ApiClient.performing;
import static org.jobline.fixture.ApiClient.post;
import static org.jobline.fixture.Given.aCall;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.ApiClient.Answer;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** The description of the API is complete, and the API answers as it says. */
@HelpdeskTest
class OpenApiTest {

  private static final Agent MANAGER = new Agent("manager", Set.of("manager"));
  private static final Agent OWNER = new Agent("owner", Set.of("process-owner"));

  /** Free by nature: fields differ from form to form. */
  private static final Set<String> FREE = Set.of(
      "/components/schemas/Event/properties/fields",
      "/paths//api/order-types/{type}/form/get/responses/200/content/application/json/schema",
      "/paths//api/work-orders/{number}/actions/{key}/form/get/responses/200/content/application/json/schema");

  private static Description description;

  private final Given given;
  private final ApiClient api;
  private final ObjectMapper json;

  OpenApiTest(Given given, ApiClient api, ObjectMapper json) {
    this.given = given;
    this.api = api;
    this.json = json;
  }

  @BeforeAll
  static void describe(@Autowired ApiClient api) {
    description = new Description(api.get("/v3/api-docs"));
  }

  @Test
  void every_call_has_a_name_of_its_own_a_subject_words_and_a_login() {
    Set<String> names = new TreeSet<>();
    assertThat(description.operations()).isNotEmpty().allSatisfy((call, operation) -> {
      assertThat(names.add(operation.path("operationId").asText())).isTrue();
      assertThat(operation.path("operationId").asText()).matches("[a-z][A-Za-z]+");
      assertThat(operation.path("tags")).hasSize(1);
      assertThat(operation.path("tags").path(0).asText()).doesNotContain("controller");
      assertThat(operation.path("summary").asText()).isNotBlank();
      assertThat(operation.at("/security/0").has("login")).isTrue();
    });
  }

  @Test
  void nothing_is_referred_to_that_is_not_there() {
    description.walk((place, node) -> {
      if (node.has("$ref")) {
        assertThat(description.resolved(node)).as(place).isNotEmpty();
      }
    });
  }

  @Test
  void no_object_is_free_where_its_type_is_known() {
    description.walk((place, node) -> {
      if (node.path("type").asText().equals("object") && !node.has("properties")
          && !node.path("additionalProperties").has("type")) {
        assertThat(FREE).contains(place);
        assertThat(node.path("additionalProperties").asBoolean()).as(place).isTrue();
      }
    });
  }

  @Test
  void parameters_are_simple_values() {
    Set<String> simple = Set.of("string", "integer", "boolean");
    assertThat(description.operations()).allSatisfy((call, operation) ->
        assertThat(description.parameters(operation)).allSatisfy(parameter -> {
          JsonNode schema = parameter.path("schema");
          JsonNode value = schema.has("items") ? schema.path("items") : schema;
          assertThat(simple).contains(value.path("type").asText());
        }));
    JsonNode perform = description.operation("POST /api/work-orders/{number}/actions/{key}");
    assertThat(description.parameters(perform)).extracting(parameter -> parameter.path("name").asText())
        .containsExactlyInAnyOrder("number", "key", "If-Match", "Idempotency-Key");
    assertThat("R-100245").matches(perform.at("/parameters/0/schema/pattern").asText());
    assertThat("Accept Job").doesNotMatch(perform.at("/parameters/1/schema/pattern").asText());
  }

  @Test
  void every_call_says_how_it_may_be_refused_with_a_problem() {
    assertThat(description.operations()).allSatisfy((call, operation) -> {
      Set<String> answers = new TreeSet<>();
      operation.path("responses").fieldNames().forEachRemaining(answers::add);
      assertThat(answers).contains("400", "401", "403", "429").anyMatch(status -> status.startsWith("2"));
      assertThat(answers.contains("404")).isEqualTo(call.contains("{") || call.equals("GET /api/work-orders/offers")
          || call.startsWith("GET /api/pick-lists"));
      assertThat(answers.contains("409")).isEqualTo(!call.startsWith("GET"));
      assertThat(answers.contains("413")).isEqualTo(operation.has("requestBody"));
      assertThat(answers.contains("415")).isEqualTo(operation.has("requestBody"));
      answers.stream().filter(status -> status.matches("[45]..")).forEach(status -> assertThat(
          description.answer(operation, Integer.parseInt(status))
              .path("content").path("application/problem+json").at("/schema/$ref").asText())
          .isEqualTo("#/components/schemas/Problem"));
    });
  }

  @Test
  void every_post_takes_an_idempotency_key() {
    assertThat(description.operations()).allSatisfy((call, operation) ->
        assertThat(description.parameters(operation)
            .stream().anyMatch(parameter -> parameter.path("name").asText().equals("Idempotency-Key")))
            .isEqualTo(call.startsWith("POST")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /api/work-orders", "POST /api/lists"})
  void created_resources_have_a_location(String call) {
    JsonNode operation = description.operation(call);
    assertThat(operation.path("responses").has("200")).isFalse();
    assertThat(description.answer(operation, 201).path("headers").has("Location")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "GET /api/work-orders/{number}", "GET /api/work-orders/{number}/actions/{key}/form"})
  void responses_with_an_etag_support_conditional_requests(String call) {
    JsonNode operation = description.operation(call);
    assertThat(description.answer(operation, 200).path("headers").has("ETag")).isTrue();
    assertThat(operation.path("responses").has("304")).isTrue();
    assertThat(description.parameters(operation)).anyMatch(parameter ->
        parameter.path("name").asText().equals("If-None-Match"));
    OrderUnderTest order = given.anOrderPendingAssign();
    String path = call.substring(4).replace("{number}", order.number().value()).replace("{key}", "assign");
    Answer first = api.call(get(path));
    Answer again = api.call(get(path).header("If-None-Match", first.header("ETag")));
    assertThat(again.status()).as("unless a minute has just ended").isIn(304, 200);
  }

  @Test
  void files_have_their_media_types() {
    assertThat(mediaType("GET /api/work-orders.csv")).isEqualTo("text/csv");
    assertThat(mediaType("GET /api/cis-returns/{month}")).isEqualTo("text/csv");
    assertThat(mediaType("GET /api/work-orders/{number}/work-order-documents/{kind}.pdf")).isEqualTo("application/pdf");
    assertThat(mediaType("GET /api/work-orders/{number}/purchase-papers/{paper}.pdf")).isEqualTo("application/pdf");
    assertThat(mediaType("GET /api/work-orders/{number}/documents/{id}/first-page")).isEqualTo("image/png");
    assertThat(mediaType("GET /api/work-orders/{number}/documents/{id}/content")).isEqualTo("*/*");
  }

  private static String mediaType(String call) {
    return description.answer(description.operation(call), 200).path("content").fieldNames().next();
  }

  @Test
  void logins_are_those_the_application_takes() {
    assertThat(description.document().at("/components/securitySchemes/login/scheme").asText()).isEqualTo("basic");
    assertThat(description.document().at("/components/securitySchemes/session/name").asText()).isEqualTo("JOBLINE");
    assertThat(description.operation("GET /api/work-orders").at("/security/1")).hasSize(1);
    assertThat(description.operation("POST /api/work-orders").at("/security/1").has("sessionToken")).isTrue();
  }

  @Test
  void an_order_to_log_has_the_fields_of_the_start_form() throws IOException {
    Set<String> fields = new TreeSet<>();
    json.readTree(Path.of("forms/log-work-order.form").toFile()).path("components").forEach(component -> {
      if (component.has("key")) {
        fields.add(component.path("key").asText());
      }
    });
    Set<String> described = new TreeSet<>();
    description.schema("NewOrderRequest").path("properties").fieldNames().forEachRemaining(described::add);
    described.removeAll(Set.of("type", "channel", "spokeTo", "contact", "schedule"));
    described.addAll(Set.of("contactName", "contactPhone", "scheduleKind", "scheduleFrom", "scheduleTo"));
    assertThat(described).isEqualTo(fields);
  }

  static Stream<Named<Function<Given, OrderUnderTest>>> orders() {
    return Stream.of(
        Named.of("as small as can be", given -> given.aLoggedOrder()),
        Named.of("full of facts", given -> given.anOrderPendingAssign(
            "contactPhone", "01632 960001", "location", "Cellar", "equipment", "Boiler 2", "symptom", "cold", "costCode", "C-1", "externalReference", "X-1")),
        Named.of("on site", given -> given.anOrderOnSite()),
        Named.of("paused", given -> given.aPausedOrder()),
        Named.of("completed", given -> given.aCompletedOrder()),
        Named.of("recalled", given -> given.aRecalledOrder()),
        Named.of("without its certificate", given -> given.anOrderWithoutItsCertificate()),
        Named.of("held for a batch", given -> given.anOrderHeldForABatch()),
        Named.of("waiting for authorisation", given -> given.aLoggedOrder()
            .perform("set-fixed-cost", with("amount", 12_000, "sure", true))),
        Named.of("with documents", given -> {
          OrderUnderTest order = given.anOrderOnSite("workType", "GAS").file("Report");
          return order.perform("certificates", with("what", "add", "type", "Gas safety certificate", "number", "GS-1",
              "issuedOn", order.ago(Duration.ofDays(3)).substring(0, 10),
              "validTo", order.in(Duration.ofDays(360)).substring(0, 10), "result", "pass",
              "file", order.upload("attested")));
        }),
        Named.of("with notes and links", given -> {
          OrderUnderTest order = given.anAcceptedOrder().perform("add-notes-private", with("text", "hush"));
          return order.perform("link-existing", with(
              "order", given.aLoggedOrder().number().value(), "relation", "related"));
        }),
        Named.of("cancelled", given -> given.anAssignedOrder()
            .perform("cancel-job", with("reason", "no longer needed"))));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void an_order_and_what_belongs_to_it_are_answered_as_described(Function<Given, OrderUnderTest> one) {
    OrderUnderTest order = one.apply(given);
    for (String part : List.of("", "/actions", "/actions/not-offered", "/events", "/events/verify", "/documents",
        "/certificates", "/invoices", "/actions/add-notes-public/form")) {
      if (order.offered().contains("add-notes-public") || !part.endsWith("/form")) {
        String call = "GET /api/work-orders/{number}" + part.replace("add-notes-public", "{key}");
        assertDescribed(call, Given.AGENT, get("/api/work-orders/" + order.number() + part), 200);
      }
    }
    assertDescribed("GET /api/work-orders/offers", Given.AGENT,
        get("/api/work-orders/offers?numbers=" + order.number()), 200);
    assertDescribed("GET /api/work-orders", Given.AGENT, get("/api/work-orders?text=" + order.number()), 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "/api/clients", "/api/sites", "/api/work-types", "/api/priorities", "/api/parts", "/api/resources", "/api/suppliers",
      "/api/lists", "/api/reminders", "/api/events/verify", "/api/work-orders"})
  void lists_are_answered_as_described(String path) {
    assertDescribed("GET " + path, Given.AGENT, get(path), 200);
  }

  @Test
  void restricted_endpoints_answer_as_described() {
    given.anOrderOnSite();
    assertDescribed("GET /api/modelling/files", OWNER, get("/api/modelling/files"), 200);
    assertDescribed("GET /api/modelling/conflicts", OWNER, get("/api/modelling/conflicts"), 200);
    assertDescribed("GET /api/modelling/events", OWNER, get("/api/modelling/events"), 200);
    assertDescribed("GET /api/monitoring/stuck-orders", MANAGER, get("/api/monitoring/stuck-orders"), 200);
    assertDescribed("GET /api/sites/{code}/meters", Given.AGENT, get("/api/sites/HQ/meters"), 200);
    assertDescribed("GET /api/sites/{code}", Given.AGENT, get("/api/sites/HQ"), 200);
    assertDescribed("GET /api/sites/{code}/sla-targets", Given.AGENT, get("/api/sites/HQ/sla-targets"), 200);
    assertDescribed("GET /api/sites/{code}/possible-duplicates", Given.AGENT,
        get("/api/sites/HQ/possible-duplicates?workType=BOILER"), 200);
    assertDescribed("GET /api/sites/{code}/resources", Given.AGENT, get("/api/sites/HQ/resources?workType=BOILER"), 200);
    assertDescribed("GET /api/suppliers/{code}", Given.AGENT, get("/api/suppliers/SCREWS"), 200);
    assertDescribed("GET /api/catalogue-parts", Given.AGENT, get("/api/catalogue-parts?client=ACME&text=screw"), 200);
    assertDescribed("GET /api/texts", Given.AGENT, get("/api/texts?action=no-answer"), 200);
    assertDescribed("GET /api/order-types", Given.AGENT, get("/api/order-types"), 200);
    assertDescribed("GET /api/order-types/{type}/form", Given.AGENT, get("/api/order-types/REACTIVE/form"), 200);
    assertDescribed("GET /api/pick-lists/{name}", Given.AGENT, get("/api/pick-lists/sites"), 200);
  }

  @Test
  void actions_answer_as_described() {
    Answer logged = assertDescribed("POST /api/work-orders", Given.AGENT, post("/api/work-orders", aCall()), 201);
    assertThat(logged.location()).isEqualTo("/api/work-orders/" + logged.content().get("number"));
    OrderUnderTest order = given.anOrderPendingAssign();
    assertDescribed("POST /api/pulse", Given.AGENT, post("/api/pulse", with("order",
        with("number", order.number().value()), "lists", "", "reminders", "", "closed", "2026-01-01T00:00:00Z")), 200);
    assertDescribed("POST /api/work-orders/{number}/actions/{key}/open", Given.AGENT,
        post(performing(order.number(), "assign") + "/open", with()), 201);
    assertDescribed("POST /api/work-orders/{number}/actions/{key}", Given.AGENT,
        post(performing(order.number(), "assign"), with("how", "by phone", "spokeTo", "Dispatch")), 200);
    Answer saved = assertDescribed("POST /api/lists", Given.AGENT, post("/api/lists", with(
        "name", "Of " + order.number(), "query", with("state", "open", "unassigned", true))), 201);
    assertThat(saved.location()).isEqualTo("/api/lists/" + saved.content().get("id"));
  }

  @Test
  void refusals_are_answered_as_described() {
    OrderUnderTest order = given.anOrderPendingAssign();
    String perform = "POST /api/work-orders/{number}/actions/{key}";
    assertRefused(perform, post(performing(order.number(), "stop-job"), with()), 409, "action-not-offered");
    assertRefused(perform, post(performing(order.number(), "assign"), with("hwo", "x")), 422, "invalid-fields");
    assertRefused(perform, post(performing(order.number(), "no-such-action"), with()), 404, "not-found");
    assertRefused(perform, post(performing(order.number(), "assign"), "{"), 400, "malformed-json");
    assertRefused(perform, post(performing(order.number(), "assign"), with()).header("If-Match", "\"x\""),
        412, "changed-meanwhile");
    assertRefused(perform, post(performing(order.number(), "assign"), with()).header("Idempotency-Key", "with a blank"),
        400, "invalid-idempotency-key");
    assertRefused("GET /api/work-orders/{number}", get("/api/work-orders/R-999999"), 404, "not-found");
    assertRefused("GET /api/work-orders/{number}", get("/api/work-orders/x"), 422, "invalid-fields");
    assertRefused("GET /api/work-orders/{number}/invoices", get("/api/work-orders/x/invoices"), 422, "invalid-fields");
    assertRefused("GET /api/work-orders", get("/api/work-orders?size=0"), 422, "invalid-fields");
    assertRefused("GET /api/work-orders", get("/api/work-orders").accept("text/plain"), 406, "not-acceptable");
    assertRefused("GET /api/monitoring/stuck-orders", get("/api/monitoring/stuck-orders"), 403, "not-permitted");
    assertRefused("POST /api/work-orders", post("/api/work-orders", but(aCall(), "confirmDuplicate", null)),
        409, "possible-duplicate");
    assertRefused("POST /api/work-orders", post("/api/work-orders", "x").contentType("text/plain"),
        415, "unsupported-media-type");
    assertRefused("POST /api/work-orders", post("/api/work-orders", "x".repeat((1 << 20) + 1)), 413, "too-large");
  }

  @Test
  void locked_order_refuses_as_described() {
    OrderUnderTest order = given.aLoggedOrder().perform("set-fixed-cost", with("amount", 12_000, "sure", true));
    assertRefused("POST /api/work-orders/{number}/actions/{key}",
        post(performing(order.number(), "set-fixed-cost"), with("amount", 1)), 409, "awaiting-authorisation");
  }

  private void assertRefused(
      String call, AbstractMockHttpServletRequestBuilder<?> request, int status, String type) {
    Answer answer = assertDescribed(call, Given.AGENT, request, status);
    assertThat(answer.type()).isEqualTo("application/problem+json");
    assertThat(answer.problem()).isEqualTo(type);
    assertThat(description.answer(description.operation(call), status).path("description").asText()).contains(type);
  }

  private Answer assertDescribed(
      String call, Agent agent, AbstractMockHttpServletRequestBuilder<?> request, int status) {
    Answer answer = api.call(agent, request);
    assertThat(answer.status()).as(call + ": " + answer).isEqualTo(status);
    JsonNode described = description.answer(description.operation(call), status);
    assertThat(described).as(call + " " + status).isNotEmpty();
    JsonNode schema = described.path("content").path(answer.type().replaceFirst(";.*", "")).path("schema");
    assertThat(schema).as(call + " " + answer.type()).isNotEmpty();
    try {
      assertThat(description.faults(schema, json.readTree(answer.body()))).as(call + " " + answer).isEmpty();
    } catch (IOException e) {
      throw new AssertionError(call + " is answered by " + answer, e);
    }
    return answer;
  }
}
