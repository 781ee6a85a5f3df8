package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.aCall;
import static org.jobline.fixture.OrderAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.OrderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A type of order nobody has thought of takes one diagram and one start form. */
@HelpdeskTest
class AnotherOrderTypeTest {

  private static final String BOOK = "book-site-survey";
  private static final Agent MANAGER = new Agent("manager", Set.of("manager"));

  private final Given given;
  private final ApiClient api;
  private final RepositoryService repository;
  private String deployment;

  AnotherOrderTypeTest(Given given, ApiClient api, RepositoryService repository) {
    this.given = given;
    this.api = api;
    this.repository = repository;
  }

  @BeforeEach
  void deploySiteSurveys() throws IOException {
    deployment = repository.createDeployment().name("site surveys")
        .addClasspathResource("lifecycles/site-survey.bpmn")
        .addString("forms/" + BOOK + ".form",
            Files.readString(Path.of("forms/log-work-order.form")).replace("log-work-order", BOOK))
        .addString("forms/allocate-resource.form", Files.readString(Path.of("forms/allocate-resource.form")))
        .deploy().getId();
  }

  @AfterEach
  void withdrawThem() {
    repository.deleteDeployment(deployment, true);
  }

  private static Map<String, Object> survey() {
    return aCall("type", "SITE-SURVEY", "description", "Where could a boiler stand?");
  }

  private OrderUnderTest aSurvey() {
    ApiClient.Answer answer = api.call(MANAGER, ApiClient.post("/api/work-orders", survey()));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return given.order(new OrderNumber(String.valueOf(answer.content().get("number"))));
  }

  @Test
  void an_order_of_the_type_is_logged_by_its_own_form_and_looks_as_its_diagram_says() {
    OrderUnderTest order = aSurvey();
    assertThat(order.number().value()).startsWith("SVY-");
    assertThat(order).hasStatus("0.67").hasLastEvent(BOOK);
    assertThat(order.lastEvent().label()).isEqualTo("Book Site Survey");
    JsonNode seen = api.get("/api/work-orders/" + order.number());
    assertThat(seen.path("type").asText()).isEqualTo("SITE-SURVEY");
  }

  @Test
  void the_type_is_logged_by_those_its_diagram_names_only() {
    ApiClient.Answer answer = api.call(ApiClient.post("/api/work-orders", survey()));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("Book Site Survey", "manager");
  }

  @Test
  void it_is_found_in_lists_by_type_and_by_the_digits_of_its_number() {
    OrderUnderTest order = aSurvey();
    String number = order.number().value();
    assertThat(api.get("/api/work-orders?type=site-survey").at("/items/0/number").asText()).isEqualTo(number);
    assertThat(api.get("/api/work-orders?text=" + number.substring(4)).at("/items/0/number").asText())
        .isEqualTo(number);
    assertThat(api.get("/api/work-orders?status=0.67&site=HQ").at("/items/0/number").asText()).isEqualTo(number);
  }

  @Test
  void what_every_order_offers_is_offered_and_what_its_diagram_asks_is_done() {
    OrderUnderTest order = aSurvey();
    order.perform("add-notes-public", Map.of("text", "Key at the bakery"));
    assertThat(order.events()).last().satisfies(event -> assertThat(event.fields()).contains("Key at the bakery"));
    order.perform("allocate-resource", Map.of("resource", "ALPHA", "scheduleKind", "up to SLA"));
    assertThat(order).hasLastEvent("allocate-resource");
  }

  @Test
  void it_is_one_of_the_types_a_linked_order_may_have() {
    OrderUnderTest order = given.aLoggedOrder();
    JsonNode form = api.get("/api/work-orders/" + order.number() + "/actions/link-create/form");
    assertThat(form.toString()).contains("SITE-SURVEY", "Site survey");
  }

  @Test
  void nothing_of_it_differs_from_what_its_process_says() {
    OrderUnderTest order = aSurvey();
    JsonNode verified = api.get(MANAGER, "/api/work-orders/" + order.number() + "/events/verify");
    assertThat(verified.path("valid").asBoolean()).isTrue();
    assertThat(verified.path("differences")).isEmpty();
  }
}
