package org.jobline.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.jobline.fixture.ServedDemoTest;
import org.jobline.fixture.Unchecked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServedDemoTest
class SecurityTest {

  @LocalServerPort int port;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired FilterService filters;
  @Autowired IdentityService identity;
  @Autowired AuthorizationService authorizations;
  @Autowired AccessToDiagrams access;
  @Autowired List<ApplicationRunner> runners;

  private String deployment;

  @BeforeEach
  void deploy() {
    deployment = Unchecked.deploy(files -> files.addClasspathResource("security/probe.bpmn"));
    access.grant();
  }

  @AfterEach
  void undeploy() {
    repository.deleteDeployment(deployment, true);
  }

  @ParameterizedTest
  @CsvSource({
      // path, nobody, agent, finance, manager, owner, admin
      "/actuator/health, 200, 200, 200, 200, 200, 200",
      "/actuator/health/liveness, 200, 200, 200, 200, 200, 200",
      "/actuator/info, 401, 403, 403, 403, 403, 200",
      "/actuator/metrics, 401, 403, 403, 403, 403, 200",
      "/actuator/env, 401, 403, 403, 403, 403, 404",
      "/api/probe, 401, 200, 200, 200, 403, 200",
      "/v3/api-docs, 401, 200, 200, 200, 200, 200",
      "/v3/api-docs.yaml, 401, 200, 200, 200, 200, 200",
      "/swagger-ui/index.html, 401, 200, 200, 200, 200, 200",
      "/engine-rest/task, 401, 200, 200, 200, 403, 200",
      "/engine-rest/engine, 401, 200, 200, 200, 200, 200",
      "/nowhere, 404, 404, 404, 404, 404, 404",
      "/error, 404, 404, 404, 404, 404, 404",
  })
  void pages_by_group(String path, int nobody, int agent, int finance, int manager, int owner, int admin) {
    SoftAssertions all = new SoftAssertions();
    all.assertThat(status(path, null)).as("nobody").isEqualTo(nobody);
    all.assertThat(status(path, "agent")).as("agent").isEqualTo(agent);
    all.assertThat(status(path, "finance")).as("finance").isEqualTo(finance);
    all.assertThat(status(path, "manager")).as("manager").isEqualTo(manager);
    all.assertThat(status(path, "owner")).as("owner").isEqualTo(owner);
    all.assertThat(status(path, "admin")).as("admin").isEqualTo(admin);
    all.assertAll();
  }

  private int status(String path, String user) {
    Browser browser = user == null ? new Browser(port) : new Browser(port).as(user);
    return browser.get(path).statusCode();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "/engine-rest", "/engine-rest/process-definition", "/engine-rest/engine/default/task", "/engine-rest/metrics",
      "/camunda/api/engine/engine/default/task", "/camunda/api/engine/engine/default/user",
      "/camunda/api/engine/engine/default/identity/password-policy",
      "/camunda/api/cockpit/plugin/base/default/process-definition/statistics", "/camunda/api/tasklist/plugin/x/y",
      "/api/work-orders", "/api/pick-lists/sites", "/api/events/verify"})
  void nothing_is_told_without_a_login(String path) {
    assertThat(new Browser(port).get(path).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "/camunda/app/tasklist/default/", "/camunda/lib/deps.js", "/camunda/app/tasklist/scripts/config.js",
      "/camunda/app/tasklist/styles/user-styles.css", "/camunda/app/cockpit/default/"})
  void the_login_page_needs_no_login(String path) {
    assertThat(new Browser(port).get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void nobody_can_make_himself_the_first_administrator() {
    Browser stranger = new Browser(port);
    stranger.get("/camunda/app/tasklist/default/");
    HttpResponse<String> answer = stranger.showToken().post("/camunda/api/admin/setup/default/user/create",
        "{\"profile\":{\"id\":\"eve\"},\"credentials\":{\"password\":\"Sesame-open-1\"}}");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(stranger.get("/camunda/app/admin/default/setup/").statusCode()).isEqualTo(401);
    assertThat(new Browser(port).inTasklistAs("agent").post("/camunda/api/admin/setup/default/user/create", "{}")
        .statusCode()).isEqualTo(403);
    assertThat(identity.createUserQuery().userId("eve").count()).isZero();
  }

  @Test
  void a_wrong_password_is_refused_and_the_form_of_the_refusal_is_that_of_the_api() {
    // of nobody else's: a wrong password locks a user for some seconds
    identity.saveUser(user("forgetful"));
    HttpResponse<String> answer = new Browser(port).as("forgetful", "wrong").get("/api/probe");
    identity.deleteUser("forgetful");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(answer.body()).contains("\"type\":\"https://jobline.org/problems/not-logged-in\"");
  }

  @Test
  void wrong_password_delays_the_next_login() {
    identity.saveUser(user("hasty"));
    identity.createMembership("hasty", "helpdesk");
    Date now = new Date();
    try {
      ClockUtil.setCurrentTime(now);
      assertThat(status("/api/probe", "hasty")).isEqualTo(200);
      for (int guesses = 0; guesses < 3; guesses++) {
        assertThat(new Browser(port).as("hasty", "guess").get("/api/probe").statusCode()).isEqualTo(401);
      }
      assertThat(status("/api/probe", "hasty")).isEqualTo(401);
      ClockUtil.setCurrentTime(Date.from(now.toInstant().plusSeconds(60)));
      assertThat(status("/api/probe", "hasty")).isEqualTo(200);
    } finally {
      ClockUtil.reset();
      identity.deleteUser("hasty");
    }
  }

  @ParameterizedTest
  @CsvSource({
      "/camunda/app/tasklist/default/, default-src 'self'", "/camunda/app/cockpit/default/, default-src 'self'",
      "/camunda/app/admin/default/, default-src 'self'", "/camunda/app/welcome/default/, default-src 'self'",
      "/swagger-ui/index.html, default-src 'self'", "/api/work-orders, default-src 'none'",
      "/actuator/health, default-src 'none'"})
  void every_page_says_what_it_may_load_and_who_may_frame_it(String path, String origin) {
    var headers = new Browser(port).as("agent").get(path).headers();
    assertThat(headers.firstValue("Content-Security-Policy")).hasValueSatisfying(
        policy -> assertThat(policy).contains(origin, "frame-ancestors 'none'"));
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  /** A page with the nonce of another request would be shown empty: the browser refuses its scripts. */
  @Test
  void many_pages_at_once_name_the_scripts_that_their_policy_allows() throws InterruptedException {
    ExecutorService many = Executors.newFixedThreadPool(8);
    Callable<List<String>> page = () -> {
      HttpResponse<String> answer = new Browser(port).get("/camunda/app/tasklist/default/");
      String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
      return Pattern.compile("nonce=\"([^\"]*)\"").matcher(answer.body()).results()
          .map(script -> script.group(1))
          .filter(nonce -> !policy.contains("'nonce-" + nonce + "'"))
          .toList();
    };
    try {
      assertThat(many.invokeAll(Collections.nCopies(200, page))).extracting(Future::get).allMatch(List::isEmpty);
    } finally {
      many.shutdownNow();
    }
    assertThat(new Browser(port).get("/camunda/app/tasklist/default/").body()).containsPattern("nonce=\"\\S{20,}\"");
  }

  @Test
  void a_script_is_refused_without_the_browser_asking_for_a_password() {
    HttpResponse<String> answer = new Browser(port).with("X-Requested-With", "XMLHttpRequest").get("/api/probe");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
  }

  @Test
  void the_api_knows_its_caller_and_keeps_the_engine_to_itself() {
    // the same connections, and so the same threads, in turn with the engine's own API
    Browser agent = new Browser(port).as("agent");
    for (int i = 0; i < 20; i++) {
      assertThat(agent.get("/engine-rest/task").statusCode()).isEqualTo(200);
      assertThat(agent.get("/api/probe").body())
          .contains("\"name\":\"agent\"", "\"groups\":[\"helpdesk\"]", "\"engineUser\":\"\"");
    }
  }

  @Test
  void answers_of_the_api_are_guarded_by_headers() {
    var headers = new Browser(port).as("agent").get("/api/probe").headers();
    assertThat(headers.firstValue("Content-Security-Policy")).hasValue("default-src 'none'; frame-ancestors 'none'");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(headers.firstValue("Cache-Control")).hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    assertThat(headers.firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void the_session_of_tasklist_is_a_login_for_the_api() {
    assertThat(new Browser(port).inTasklistAs("agent").withoutToken().get("/api/probe").body())
        .contains("\"name\":\"agent\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/probe", "/camunda/api/engine/engine/default/filter"})
  void a_session_lasts(String path) {
    Browser agent = new Browser(port).inTasklistAs("agent");
    for (int i = 0; i < 3; i++) {
      assertThat(agent.get(path).headers().allValues("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void a_change_by_a_session_needs_its_token() {
    Browser agent = new Browser(port).inTasklistAs("agent");
    assertThat(agent.post("/api/probe", "{}").statusCode()).isEqualTo(200);
    HttpResponse<String> refused = agent.withoutToken().post("/api/probe", "{}");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("X-XSRF-TOKEN");
    assertThat(agent.with("X-XSRF-TOKEN", "0123456789ABCDEF").post("/api/probe", "{}").statusCode()).isEqualTo(403);
    assertThat(agent.showToken().post("/api/probe", "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void a_page_of_another_site_cannot_use_a_remembered_password() {
    assertThat(new Browser(port).as("agent").with("Sec-Fetch-Site", "cross-site").post("/api/probe", "{}")
        .statusCode()).isEqualTo(403);
    assertThat(new Browser(port).as("agent").with("Sec-Fetch-Site", "cross-site").post("/engine-rest/task", "{}")
        .statusCode()).isEqualTo(403);
    assertThat(new Browser(port).as("agent").with("Sec-Fetch-Site", "same-origin").post("/api/probe", "{}")
        .statusCode()).isEqualTo(200);
  }

  @Test
  void somebody_who_was_removed_is_out_at_once() {
    identity.saveUser(user("leaver"));
    identity.createMembership("leaver", "helpdesk");
    Browser leaver = new Browser(port).inTasklistAs("leaver");
    assertThat(leaver.get("/api/probe").statusCode()).isEqualTo(200);
    identity.deleteUser("leaver");
    assertThat(leaver.get("/api/probe").statusCode()).isEqualTo(401);
  }

  private org.camunda.bpm.engine.identity.User user(String id) {
    var user = identity.newUser(id);
    user.setPassword(id);
    return user;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default"})
  void an_agent_works_on_tasks_and_walks_round_no_rule(String api) {
    Task task = startedTask("probe");
    Browser agent = api.startsWith("/camunda")
        ? new Browser(port).inTasklistAs("agent")
        : new Browser(port).as("agent");
    String path = api + "/task/" + task.getId();

    SoftAssertions all = new SoftAssertions();
    refused(all, agent, "POST", api + "/message", "{\"messageName\":\"probe-message\",\"all\":true}");
    refused(all, agent, "POST", path + "/bpmnError", "{\"errorCode\":\"any\"}");
    refused(all, agent, "POST", path + "/bpmnEscalation", "{\"escalationCode\":\"any\"}");
    refused(all, agent, "POST", path + "/bpmnError/", "{\"errorCode\":\"any\"}");
    refused(all, agent, "POST", path + "/variables", "{\"modifications\":{}}");
    refused(all, agent, "PUT", path + "/variables/x", "{\"value\":1}");
    refused(all, agent, "PUT", path + "/localVariables/x", "{\"value\":1}");
    refused(all, agent, "POST", path + "/assignee", "{\"userId\":\"agent2\"}");
    refused(all, agent, "POST", path + "/delegate", "{\"userId\":\"agent2\"}");
    refused(all, agent, "POST", path + "/resolve", "{}");
    refused(all, agent, "PUT", path, "{\"name\":\"x\"}");
    refused(all, agent, "DELETE", path, null);
    refused(all, agent, "POST", api + "/task/create", "{\"name\":\"x\"}");
    refused(all, agent, "POST", api + "/process-definition/key/probe/start", "{}");
    refused(all, agent, "POST", api + "/process-definition/" + task.getProcessDefinitionId() + "/start",
        "{\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"end\"}]}");
    String instance = api + "/process-instance/" + task.getProcessInstanceId();
    refused(all, agent, "POST", instance + "/modification", "{\"instructions\":[]}");
    refused(all, agent, "PUT", instance + "/variables/x", "{\"value\":1}");
    refused(all, agent, "DELETE", instance, null);
    refused(all, agent, "POST", api + "/signal", "{\"name\":\"x\"}");
    refused(all, agent, "POST", api + "/deployment/create", "{}");
    refused(all, agent, "POST", api + "/filter/create", "{}");
    refused(all, agent, "POST", api + "/user/create", "{}");
    refused(all, agent, "PUT", api + "/user/agent2/credentials", "{\"password\":\"x\"}");
    refused(all, agent, "POST", api + "/authorization/create", "{}");
    refused(all, agent, "POST", api + "/history/process-instance/delete", "{}");
    refused(all, agent, "PUT", api + "/job/any/retries", "{\"retries\":1}");

    permitted(all, agent, "GET", path, null, 200);
    permitted(all, agent, "POST", api + "/task", "{\"processDefinitionKey\":\"probe\"}", 200);
    permitted(all, agent, "POST", api + "/task/count", "{}", 200);
    permitted(all, agent, "POST", path + "/claim", "{\"userId\":\"agent\"}", 204);
    permitted(all, agent, "POST", path + "/unclaim", "{}", 204);
    permitted(all, agent, "POST", path + "/claim", "{\"userId\":\"agent\"}", 204);
    permitted(all, agent, "POST", path + "/submit-form", "{\"variables\":{}}", 204);
    permitted(all, agent, "POST", api + "/process-definition/key/probe/submit-form", "{\"variables\":{}}", 200);
    String encodedId = task.getProcessDefinitionId().replace(":", "%3A");
    permitted(all, agent, "POST", api + "/process-definition/" + encodedId + "/submit-form", "{\"variables\":{}}", 200);
    refused(all, agent, "POST", api + "/process-definition/key/prob%65/submit-form", "{\"variables\":{}}");
    all.assertAll();
  }

  private static void refused(SoftAssertions all, Browser user, String method, String path, String body) {
    HttpResponse<String> answer = user.call(method, path, "application/json", body);
    all.assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(403);
    all.assertThat(answer.body()).as(method + " " + path).contains("\"type\":\"NotPermitted\"");
  }

  private static void permitted(
      SoftAssertions all, Browser user, String method, String path, String body, int status) {
    HttpResponse<String> answer = user.call(method, path, "application/json", body);
    all.assertThat(answer.statusCode()).as(method + " " + path + ": " + answer.body()).isEqualTo(status);
  }

  private Task startedTask(String key) {
    var instance = runtime.startProcessInstanceByKey(key);
    return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
  }

  @Test
  void a_path_that_is_written_differently_gets_nowhere() {
    Task task = startedTask("probe");
    Browser agent = new Browser(port).as("agent");
    for (String path : new String[] {
        "/engine-rest/task/" + task.getId() + "/claim/..;/bpmnError", "/engine-rest//task/" + task.getId() + "/bpmnError",
        "/engine-rest/task/" + task.getId() + "/bpmn%45rror", "/engine-rest/task/" + task.getId() + "%2FbpmnError",
        "/engine-rest/./task/" + task.getId() + "/bpmnError", "/ENGINE-REST/task/" + task.getId() + "/bpmnError",
        "/engine-rest/task;a=b/" + task.getId() + "/bpmnError"}) {
      assertThat(agent.post(path, "{\"errorCode\":\"any\"}").statusCode()).as(path).isIn(400, 403, 404);
    }
    assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
  }

  @Test
  void a_group_sees_the_tasks_of_the_diagrams_that_name_it() {
    Task probe = startedTask("probe");
    Task approval = startedTask("approval");
    assertThat(new Browser(port).as("agent").get("/engine-rest/task").body())
        .contains(probe.getId()).doesNotContain(approval.getId());
    assertThat(new Browser(port).as("finance").get("/engine-rest/task").body())
        .contains(approval.getId()).doesNotContain(probe.getId());
    assertThat(new Browser(port).as("manager").get("/engine-rest/task").body())
        .contains(approval.getId(), probe.getId());
    assertThat(new Browser(port).as("finance").post("/engine-rest/task/" + probe.getId() + "/submit-form", "{}")
        .statusCode()).isEqualTo(403);
    assertThat(new Browser(port).as("manager").post("/engine-rest/task/" + probe.getId() + "/submit-form", "{}")
        .statusCode()).isEqualTo(403);
    assertThat(new Browser(port).as("agent").post("/engine-rest/process-definition/key/approval/submit-form", "{}")
        .statusCode()).isEqualTo(404);
    assertThat(authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(probe.getId()).count())
        .isZero();
  }

  @Test
  void a_diagram_deployed_meanwhile_can_be_worked_on() {
    repository.deleteDeployment(deployment, true);
    authorizations.createAuthorizationQuery().resourceType(Resources.PROCESS_DEFINITION).resourceId("probe").list()
        .forEach(right -> authorizations.deleteAuthorization(right.getId()));
    deployment = Unchecked.deploy(files -> files.addClasspathResource("security/probe.bpmn"));
    Task task = startedTask("probe");
    await().untilAsserted(() -> assertThat(new Browser(port).as("agent").get("/engine-rest/task").body())
        .contains(task.getId()));
  }

  @Test
  void a_process_owner_deploys_and_nobody_else_does() {
    String form = "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nfrom the modeler\r\n"
        + "--x\r\nContent-Disposition: form-data; name=\"n\"; filename=\"n.form\"\r\n"
        + "Content-Type: application/json\r\n\r\n"
        + "{\"type\":\"default\",\"id\":\"n\",\"schemaVersion\":16,\"components\":[]}\r\n--x--\r\n";
    for (String user : new String[] {"agent", "finance", "manager"}) {
      assertThat(new Browser(port).as(user).call(
          "POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=x", form).statusCode())
          .isEqualTo(403);
    }
    HttpResponse<String> answer = new Browser(port).as("owner").call(
        "POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=x", form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    repository.createDeploymentQuery().deploymentName("from the modeler").list()
        .forEach(made -> repository.deleteDeployment(made.getId()));
  }

  @Test
  void an_agent_changes_his_own_password_only() {
    Browser agent = new Browser(port).as("agent2");
    assertThat(agent.put("/engine-rest/user/agent2/credentials",
        "{\"password\":\"agent2\",\"authenticatedUserPassword\":\"agent2\"}").statusCode()).isEqualTo(204);
    assertThat(agent.put("/engine-rest/user/admin/credentials",
        "{\"password\":\"x\",\"authenticatedUserPassword\":\"agent2\"}").statusCode()).isEqualTo(403);
  }

  @Test
  void what_is_created_at_start_is_created_once() throws Exception {
    long filtersBefore = filters.createFilterQuery().count();
    long rightsBefore = authorizations.createAuthorizationQuery().count();
    for (ApplicationRunner runner : runners) {
      if (runner.getClass().getPackageName().matches("org.jobline.(security|tasklist)")) {
        runner.run(null);
      }
    }
    access.grant();
    assertThat(filters.createFilterQuery().count()).isEqualTo(filtersBefore);
    assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(rightsBefore);
    assertThat(filters.createFilterQuery().list()).extracting(filter -> filter.getName()).containsExactlyInAnyOrder(
        "My jobs", "My team's jobs", "Unassigned", "Chase now", "Due today", "Breached", "Reactive",
        "Held for a batch", "Preparation", "Quotes", "Assignment", "Attendance", "Completion",
        "Waiting for authorisation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent", "finance", "manager"})
  void every_list_of_tasklist_opens(String user) {
    Browser browser = new Browser(port).inTasklistAs(user);
    startedTask("probe");
    filters.createFilterQuery().list().forEach(filter -> {
      boolean isForAuthorisers = filter.getName().equals("Waiting for authorisation");
      HttpResponse<String> answer = browser.post(
          "/camunda/api/engine/engine/default/filter/" + filter.getId() + "/list?firstResult=0&maxResults=15", "{}");
      assertThat(answer.statusCode()).as(filter.getName() + ": " + answer.body())
          .isEqualTo(isForAuthorisers && user.equals("agent") ? 403 : 200);
    });
  }
}
