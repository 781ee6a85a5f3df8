package org.jobline.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.jobline.fixture.ServedDemoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may be asked of the engine is asked for oneself, breaks no order, and tells nobody what is none of his affair. */
@ServedDemoTest
class EngineRulesTest {

  private static final String REST = "/engine-rest";
  private static final String WEBAPPS = "/camunda/api/engine/engine/default";

  @LocalServerPort int port;
  @Autowired ObjectMapper json;
  @Autowired TaskService tasks;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired IdentityService identity;
  @Autowired AuthorizationService authorizations;
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
  void a_task_is_claimed_for_oneself(String api) throws IOException {
    String prompt = tasks.createTaskQuery().processInstanceBusinessKey(order()).list().get(0).getId();
    for (String person : new String[] {"agent", "admin"}) {
      for (String body : new String[] {
          "{\"userId\":\"ghost\"}", "{\"userId\":\"agent2\"}", "{\"userId\":null}", "{\"userId\":[\"agent\"]}", "{}", ""}) {
        HttpResponse<String> answer = on(api, person).post(api + "/task/" + prompt + "/claim", body);
        assertThat(answer.statusCode()).as(body + answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("userId ", person);
      }
    }
    assertThat(tasks.createTaskQuery().taskId(prompt).singleResult().getAssignee()).isNull();
    assertThat(on(api, "agent").post(api + "/task/" + prompt + "/claim", "{\"userId\":\"agent\"}").statusCode())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, WEBAPPS})
  void a_manager_tries_again_what_failed_and_stops_no_timer(String api) throws IOException {
    String instance = runtime.createProcessInstanceQuery().processDefinitionKey("batch")
        .processInstanceBusinessKey(order("S-018", "ELC", "P4")).singleResult().getId();
    String timer = management.createJobQuery().timers().processInstanceId(instance).list().get(0).getId();
    Browser manager = on(api, "manager");
    for (String retries : new String[] {"0", "-1", "11", "\"1\"", "1.5", "null", "true", "99999999999"}) {
      assertRefused(manager.put(api + "/job/" + timer + "/retries", "{\"retries\":" + retries + "}"),
          422, "InvalidFields", "retries ", "1 to 10");
      assertThat(manager.put(api + "/job-definition/x/retries", "{\"retries\":" + retries + "}").statusCode())
          .isEqualTo(422);
    }
    assertThat(manager.put(api + "/job/" + timer + "/retries", "{}").statusCode()).isEqualTo(422);
    assertRefused(manager.put(api + "/job/" + timer + "/retries", "{\"retries\":1}"), 409, "NotFailed", "hasn't failed");
    assertThat(on(api, "admin").put(api + "/job/" + timer + "/retries", "{\"retries\":0}").statusCode()).isEqualTo(422);
    assertThat(management.createJobQuery().jobId(timer).singleResult().getRetries()).isPositive();

    management.setJobRetries(timer, 0);
    assertThat(manager.put(api + "/job/" + timer + "/retries", "{\"retries\":2}").statusCode()).isEqualTo(204);
    assertThat(management.createJobQuery().jobId(timer).singleResult().getRetries()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
      "GET,variable-instance", "POST,variable-instance", "GET,process-instance", "POST,process-instance", "GET,task",
      "GET,history/variable-instance", "GET,history/process-instance", "POST,history/task", "GET,history/detail",
      "GET,history/activity-instance", "GET,history/user-operation", "GET,execution", "GET,job", "GET,incident"})
  void orders_are_no_affair_of_process_owners(String method, String path) {
    assertThat(new Browser(port).as("owner").call(
        method, REST + "/" + path, "application/json", method.equals("POST") ? "{}" : null).statusCode())
        .isEqualTo(403);
  }

  @Test
  void a_process_owner_sees_how_many_orders_there_are_and_not_which() throws IOException {
    String number = order();
    Browser owner = new Browser(port).as("owner");
    JsonNode statistics = json.readTree(owner.get(REST + "/process-definition/statistics").body());
    assertThat(statistics).anySatisfy(definition -> {
      assertThat(definition.at("/definition/key").asText()).isEqualTo("reactive");
      assertThat(definition.at("/instances").asInt()).isPositive();
    });
    // and the engine itself would not tell him either
    identity.setAuthentication("owner", List.of("process-owner"));
    try {
      assertThat(runtime.createVariableInstanceQuery().count()).isZero();
      assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count()).isZero();
      assertThat(tasks.createTaskQuery().count()).isZero();
    } finally {
      identity.clearAuthentication();
    }
  }

  @Test
  void rights_a_process_owner_once_had_are_taken_back() throws IOException {
    Authorization right = authorizations.createAuthorizationQuery().groupIdIn("process-owner")
        .resourceType(Resources.PROCESS_DEFINITION).resourceId("*").singleResult();
    right.addPermission(ProcessDefinitionPermissions.READ_INSTANCE);
    right.addPermission(ProcessDefinitionPermissions.READ_HISTORY);
    authorizations.saveAuthorization(right);
    jdbc.sql(migration.getContentAsString(StandardCharsets.UTF_8)).update();
    Authorization now = authorizations.createAuthorizationQuery().authorizationId(right.getId()).singleResult();
    assertThat(List.of(ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_HISTORY))
        .noneMatch(now::isPermissionGranted);
    assertThat(now.isPermissionGranted(ProcessDefinitionPermissions.READ)).isTrue();
  }

  /** Cockpit reads them into the parameters of its SQL. */
  @ParameterizedTest
  @ValueSource(strings = {
      "{\"authCheck\":{\"authUserId\":\"admin\"}}", "{\"tenantCheck\":{}}", "{\"parameter\":\"x\"}", "{\"databaseType\":\"h2\"}",
      "{\"orderingProperties\":[{\"relation\":\"x\"}]}", "{\"firstResult\":-1}", "{\"activityIdIn\":[\"\\u0000\"]}"})
  void nobody_tells_cockpit_how_to_check_rights_or_how_to_ask_the_database(String body) {
    for (String person : new String[] {"manager", "owner", "admin"}) {
      Browser cockpit = new Browser(port).in("cockpit", person);
      for (String list : new String[] {"incident", "incident/count", "process-instance", "process-instance/count"}) {
        assertThat(cockpit.post("/camunda/api/cockpit/plugin/base/default/" + list, body).statusCode())
            .as(person + " " + list).isEqualTo(422);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, WEBAPPS})
  void nobody_begins_a_stage_from_outside(String api) throws IOException {
    assertRefused(on(api, "admin").post(api + "/process-definition/key/assignment/submit-form", "{}"),
        409, "Conflict", "other processes start it");
  }
}
