package org.jobline.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.jobline.fixture.ServedDemoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A caller of the engine's ways in is refused with the statuses and words of our own API. */
@ServedDemoTest
@ExtendWith(OutputCaptureExtension.class)
class EngineRefusalsTest {

  private static final String REST = "/engine-rest";
  private static final String WEBAPPS = "/camunda/api/engine/engine/default";

  @LocalServerPort int port;
  @Autowired ObjectMapper json;
  @Autowired TaskService tasks;
  @Autowired JdbcClient jdbc;
  @Value("classpath:db/migration/V41__process_owners_read_no_orders.sql") Resource migration;

  private Browser on(String api, String person) {
    return api.equals(REST) ? new Browser(port).as(person) : new Browser(port).inTasklistAs(person);
  }

  private String order(String site, String workType, String priority) throws IOException {
    HttpResponse<String> answer = new Browser(port).as("agent").post("/api/work-orders", """
        {"type":"REACTIVE","site":"%s","workType":"%s","priority":"%s","description":"A tile came off",
         "contactName":"Sue","confirmDuplicate":true}""".formatted(site, workType, priority));
    return json.readTree(answer.body()).at("/number").asText();
  }

  private String order() throws IOException {
    return order("S-017", "FAB", "P1");
  }

  private String open(String number, String action) throws IOException {
    HttpResponse<String> answer =
        new Browser(port).as("agent").post("/api/work-orders/" + number + "/actions/" + action + "/open", "{}");
    return json.readTree(answer.body()).at("/taskId").asText();
  }

  private void perform(String number, String action, String fields) {
    HttpResponse<String> answer = new Browser(port).as("agent").post(
        "/api/work-orders/" + number + "/actions/" + action, fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private void assertRefused(HttpResponse<String> answer, int status, String type, String... words)
      throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode said = json.readTree(answer.body());
    assertThat(said.at("/type").asText()).as(answer.body()).isEqualTo(type);
    assertThat(said.at("/message").asText()).doesNotContain("org.", "java.", "Exception", "ENGINE-");
    assertThat(words).as(answer.body()).allMatch(said.at("/message").asText()::contains);
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, WEBAPPS})
  void a_refusal_has_our_status_and_our_words(String api, CapturedOutput log) throws IOException {
    Browser agent = on(api, "agent");
    String number = order();
    String fixedCost = open(number, "set-fixed-cost");
    String body = "{\"variables\":{\"amount\":{\"value\":10}}}";

    assertRefused(agent.post(api + "/task/" + fixedCost + "/submit-form",
        "{\"variables\":{\"" + "x".repeat(300) + "\":{\"value\":10}}}"), 422, "InvalidFields", "1 to 255 characters");
    assertRefused(agent.post(api + "/task/" + fixedCost + "/submit-form", "{\"variables\":{}}"),
        422, "InvalidFields", "Amount ");
    assertRefused(agent.post(api + "/task/" + fixedCost + "/complete",
        "{\"variables\":{\"amount\":{\"type\":\"Object\",\"value\":\"{}\"}}}"), 422, "InvalidFields", "amount ");
    perform(number, "cancel-job", "{\"reason\":\"No longer needed\"}");
    assertRefused(agent.post(api + "/task/" + fixedCost + "/submit-form", body), 409, "ActionNotOffered", number);
    assertRefused(agent.post(api + "/task/no-such-task/submit-form", body), 404, "NotFound");
    assertRefused(agent.post(api + "/task/no-such-task/complete", body), 404, "NotFound");
    assertRefused(agent.post(api + "/task/no-such-task/claim", "{\"userId\":\"agent\"}"), 404, "NotFound");
    assertRefused(agent.get(api + "/task/no-such-task"), 404, "NotFound");
    assertRefused(agent.post(api + "/task", "{\"priority\":\"much\"}"), 400, "BadRequest", "of the wrong type");
    assertThat(log.getAll()).doesNotContain("\tat org.");
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, WEBAPPS})
  void an_order_that_waits_for_authorisation_says_so(String api) throws IOException {
    String number = order();
    String prompt = tasks.createTaskQuery().processInstanceBusinessKey(number).list().get(0).getId();
    perform(number, "set-fixed-cost", "{\"amount\":12000,\"sure\":true}");
    HttpResponse<String> answer = on(api, "agent").post(api + "/task/" + prompt + "/complete", "{}");
    assertRefused(answer, 409, "AwaitingAuthorisation", number, "waiting for authorisation by finance");
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, WEBAPPS})
  void refusal_reveals_nothing_else(String api) throws IOException {
    String prompt = tasks.createTaskQuery().processInstanceBusinessKey(order()).list().get(0).getId();
    HttpResponse<String> task = on(api, "finance").post(api + "/task/" + prompt + "/submit-form", "{}");
    assertRefused(task, 403, "NotPermitted", "None of your groups is allowed to do this.");
    assertThat(task.body()).doesNotContain("permission", "resource");
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, WEBAPPS})
  void task_claimed_by_a_colleague_is_refused(String api) throws IOException {
    String prompt = tasks.createTaskQuery().processInstanceBusinessKey(order()).list().get(0).getId();
    assertThat(on(api, "agent").post(api + "/task/" + prompt + "/claim", "{\"userId\":\"agent\"}").statusCode())
        .isEqualTo(204);
    assertRefused(on(api, "agent2").post(api + "/task/" + prompt + "/claim", "{\"userId\":\"agent2\"}"),
        409, "AlreadyTaken", "agent");
  }

  @Test
  void of_many_completions_at_once_one_counts() throws Exception {
    String task = open(order(), "set-fixed-cost");
    List<Browser> many = Stream.generate(() -> new Browser(port).as("agent")).limit(6).toList();
    ExecutorService threads = Executors.newFixedThreadPool(many.size());
    try {
      List<Future<HttpResponse<String>>> answers = threads.invokeAll(many.stream()
          .<Callable<HttpResponse<String>>>map(browser -> () -> browser.post(
              REST + "/task/" + task + "/submit-form", "{\"variables\":{\"amount\":{\"value\":10}}}")).toList());
      int done = 0;
      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().statusCode()).as(answer.get().body()).isIn(204, 404, 409);
        done += answer.get().statusCode() == 204 ? 1 : 0;
      }
      assertThat(done).isOne();
    } finally {
      threads.shutdownNow();
    }
  }
}
