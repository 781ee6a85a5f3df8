package org.jobline.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.FilterService;
import org.jobline.fixture.ServedDemoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint × every group × permitted or refused. What a row calls may be missing or malformed: whether the
 * caller is told so, or that he may not ask, is what counts.
 */
@ServedDemoTest
class AccessMatrixTest {

  private static final List<String> PEOPLE = List.of("nobody", "agent", "finance", "manager", "owner", "admin");

  /** ● permitted, - refused, in the order of the people above; then what is called. */
  private static final String OUR_API = """
      -●●●-● DELETE /api/lists/{id}
      -●●●-● DELETE /api/reminders/{id}
      -●●●-● DELETE /api/texts/{id}
      -●●●-● DELETE /api/work-orders/{number}/actions/{key}
      -●●●●● GET /api/catalogue-parts
      --●--● GET /api/cis-returns/{month}
      -●●●●● GET /api/clients
      -●●●-● GET /api/events/verify
      -●●●-● GET /api/lists
      -●●●-● GET /api/lists/{id}
      ----●● GET /api/modelling/conflicts
      ----●● GET /api/modelling/events
      ----●● GET /api/modelling/files
      ---●-● GET /api/monitoring/stuck-orders
      -●●●-● GET /api/pick-lists/{name}
      -●●●-● GET /api/order-types
      -●---● GET /api/order-types/{type}/form
      -●●●●● GET /api/parts
      -●●●●● GET /api/priorities
      -●●●-● GET /api/reminders
      -●●●●● GET /api/resources
      -●●●●● GET /api/sites
      -●●●-● GET /api/sites/{code}
      -●●●-● GET /api/sites/{code}/meters
      -●●●-● GET /api/sites/{code}/possible-duplicates
      -●●●-● GET /api/sites/{code}/resources
      -●●●-● GET /api/sites/{code}/sla-targets
      -●●●-● GET /api/statuses
      -●●●●● GET /api/suppliers
      -●●●-● GET /api/suppliers/{code}
      -●●●-● GET /api/task-cards
      -●●●-● GET /api/texts
      -●●●-● GET /api/translations/{language}
      -●●●-● GET /api/work-orders
      -●●●-● GET /api/work-orders.csv
      -●●●-● GET /api/work-orders/offers
      -●●●-● GET /api/work-orders/{number}
      -●●●-● GET /api/work-orders/{number}/actions
      -●●●-● GET /api/work-orders/{number}/actions/not-offered
      -●---● GET /api/work-orders/{number}/actions/{key}/form
      -●●●-● GET /api/work-orders/{number}/certificates
      -●●●-● GET /api/work-orders/{number}/documents
      -●●●-● GET /api/work-orders/{number}/documents/{id}/content
      -●●●-● GET /api/work-orders/{number}/documents/{id}/first-page
      -●●●-● GET /api/work-orders/{number}/documents/{id}/versions/{version}/content
      -●●●-● GET /api/work-orders/{number}/events
      -●●●-● GET /api/work-orders/{number}/events/verify
      -●●●-● GET /api/work-orders/{number}/invoices
      -●●●-● GET /api/work-orders/{number}/notifications/{id}
      -●●●-● GET /api/work-orders/{number}/purchase-papers/{paper}.pdf
      -●●●-● GET /api/work-orders/{number}/reminders
      -●●●-● GET /api/work-orders/{number}/work-order-documents/{kind}.pdf
      -●●●●● GET /api/work-types
      -●●●-● POST /api/lists {}
      ----●● POST /api/modelling/{file}/restore
      ----●● POST /api/modelling/{file}/take
      -----● POST /api/personal-data/erasures {}
      -----● POST /api/personal-data/searches {}
      -●●●-● POST /api/pulse {}
      ---●-● POST /api/reference-data {}
      -●●●-● POST /api/texts {}
      -●---● POST /api/work-orders {}
      -●---● POST /api/work-orders/{number}/actions/{key} {}
      -●---● POST /api/work-orders/{number}/actions/{key}/open {}
      -●---● POST /api/work-orders/{number}/actions/{key}/summary {}
      ---●-● POST /api/work-orders/{number}/actions/{key}/reassign {}
      -●●●-● POST /api/work-orders/{number}/documents {}
      ---●-● POST /api/work-orders/{number}/put-back {}
      -●●●-● POST /api/work-orders/{number}/reminders {}
      -●●●-● POST /api/work-orders/{number}/uploads {}
      -●●●-● PUT /api/lists/{id} {}
      -●●●-● PUT /api/reminders/{id} {}
      -●●●-● PUT /api/texts/{id} {}
      """;

  private static final String ENGINE = """
      // the engine itself, and who one is
      -●●●●● GET engine
      -●●●●● GET version
      -●●●●● GET authorization/check
      -●●●●● GET identity/password-policy
      -●●●●● POST identity/password-policy {}
      -●---● GET user/agent/profile
      -●---● PUT user/agent/profile {"id":"agent","firstName":"Ann","lastName":"Agent"}
      -●---● PUT user/agent/credentials {}
      -●●●●● GET user
      -●●●●● GET user/count
      -●●●●● GET group
      -●●●●● POST group {}
      -●●●●● GET group/count

      // Tasklist: lists, tasks, what an order is logged with
      -●●●-● GET filter
      -●●●-● GET filter/count
      -●●●-● GET filter/{list}
      -●●●-● GET filter/{list}/list
      -●●●-● POST filter/{list}/list {}
      -●●●-● GET filter/{list}/singleResult
      -●●●-● POST filter/{list}/singleResult {}
      -●●●-● GET filter/{list}/count
      -●●●-● POST filter/{list}/count {}
      -●●●-● OPTIONS filter
      -●●●-● OPTIONS filter/1
      -----● POST filter/create {"resourceType":"Task"}
      -----● PUT filter/1 {"resourceType":"Task"}
      -----● DELETE filter/1
      -●●●-● GET task
      -●●●-● POST task {}
      -●●●●● GET task/count
      -●●●-● POST task/count {}
      -●●●-● GET task/1
      -●●●-● GET task/1/form
      -●●●-● GET task/1/deployed-form
      -●●●-● GET task/1/form-variables
      -●●●-● GET task/1/comment
      -●●●-● GET task/1/identity-links
      -●●●-● POST task/1/claim {"userId":"{self}"}
      -●●●-● POST task/1/unclaim
      -●●●-● POST task/1/complete {}
      -●●●-● POST task/1/submit-form {}
      -●●●-● GET process-instance/1
      -●●●-● GET history/user-operation
      -●●●-● GET history/user-operation/count
      -●●●●● GET process-definition
      -●●●●● GET process-definition/count
      -●●●●● GET process-definition/1
      -●●●●● GET process-definition/1/xml
      -●●●●● GET process-definition/1/startForm
      -●●●●● GET process-definition/1/deployed-start-form
      -●●●●● GET process-definition/1/form-variables
      -●●●-● POST process-definition/1/submit-form {}
      -●●●●● GET process-definition/key/reactive
      -●●●●● GET process-definition/key/reactive/xml
      -●●●●● GET process-definition/key/reactive/startForm
      -●●●●● GET process-definition/key/reactive/deployed-start-form
      -●●●●● GET process-definition/key/reactive/form-variables
      -●●--● POST process-definition/key/reactive/submit-form {}

      // Cockpit: diagrams and tables, and how many orders there are in which
      ---●●● GET process-definition/statistics
      ---●●● GET process-definition/1/statistics
      ---●●● GET process-definition/1/static-called-process-definitions
      ---●●● POST process-instance/count {}
      ---●●● GET job-definition
      ---●●● GET job-definition/count
      ---●●● GET job-definition/1
      ---●●● GET decision-definition
      ---●●● GET decision-definition/count
      ---●●● GET decision-definition/1
      ---●●● GET decision-definition/1/xml
      ---●●● GET decision-definition/key/reactive
      ---●●● GET decision-definition/key/reactive/xml
      ---●●● GET decision-requirements-definition
      ---●●● GET decision-requirements-definition/count
      ---●●● GET decision-requirements-definition/1
      ---●●● GET decision-requirements-definition/1/xml
      ---●●● GET case-definition/count
      ---●●● GET history/decision-instance
      ---●●● GET history/decision-instance/count
      ---●●● GET batch/statistics
      ---●●● GET batch/statistics/count
      ---●●● GET history/batch
      ---●●● GET history/batch/count
      ---●●● GET deployment
      ---●●● GET deployment/count
      ----●● GET deployment/1
      ----●● GET deployment/1/resources
      ----●● GET deployment/1/resources/1
      ----●● GET deployment/1/resources/1/data
      ----●● POST deployment/create {}

      // Cockpit: the orders in them, and what of theirs has failed
      ---●-● GET task/report/candidate-group-count
      ---●-● GET process-instance
      ---●-● GET process-instance/count
      ---●-● POST process-instance {}
      ---●-● GET process-instance/1/activity-instances
      ---●-● GET process-instance/1/variables
      ---●-● GET variable-instance
      ---●-● GET variable-instance/count
      ---●-● POST variable-instance {}
      ---●-● POST variable-instance/count {}
      ---●-● GET variable-instance/1
      ---●-● GET execution
      ---●-● GET execution/count
      ---●-● POST execution {}
      ---●-● POST execution/count {}
      ---●-● GET execution/1
      ---●-● GET event-subscription
      ---●-● GET event-subscription/count
      ---●-● GET incident
      ---●-● GET incident/count
      ---●-● GET incident/1
      ---●-● GET job
      ---●-● GET job/count
      ---●-● POST job {}
      ---●-● POST job/count {}
      ---●-● GET job/1
      ---●-● GET job/1/stacktrace
      ---●-● PUT job/1/retries {"retries":1}
      ---●-● PUT job-definition/1/retries {"retries":1}
      ---●-● GET external-task
      ---●-● GET external-task/count
      ---●-● POST external-task {}
      ---●-● POST external-task/count {}
      ---●-● GET history/process-instance
      ---●-● GET history/process-instance/count
      ---●-● POST history/process-instance {}
      ---●-● POST history/process-instance/count {}
      ---●-● GET history/process-instance/1
      ---●-● GET history/activity-instance
      ---●-● GET history/activity-instance/count
      ---●-● POST history/activity-instance {}
      ---●-● POST history/activity-instance/count {}
      ---●-● GET history/task
      ---●-● GET history/task/count
      ---●-● POST history/task {}
      ---●-● POST history/task/count {}
      ---●-● GET history/variable-instance
      ---●-● GET history/variable-instance/count
      ---●-● POST history/variable-instance {}
      ---●-● POST history/variable-instance/count {}
      ---●-● GET history/incident
      ---●-● GET history/incident/count
      ---●-● GET history/job-log
      ---●-● GET history/job-log/count
      ---●-● GET history/job-log/1/stacktrace
      ---●-● GET history/decision-instance/1
      ---●-● GET history/process-definition/1/statistics

      // Admin: people, groups and rights
      -----● GET user/agent2/profile
      -----● PUT user/agent2/profile {"id":"agent2","firstName":"Ben","lastName":"Agent"}
      -----● PUT user/agent2/credentials {}
      -----● POST user/create {}
      -----● POST user/1/unlock
      -----● DELETE user/nobody-there
      -----● GET group/1
      -----● POST group/create {}
      -----● PUT group/1 {}
      -----● DELETE group/nobody-there
      -----● PUT group/nobody-there/members/nobody-there
      -----● DELETE group/nobody-there/members/nobody-there
      -----● GET tenant
      -----● GET tenant/count
      -----● GET tenant/1
      -----● POST tenant/create {}
      -----● PUT tenant/1 {}
      -----● DELETE tenant/nobody-there
      -----● PUT tenant/nobody-there/user-members/nobody-there
      -----● DELETE tenant/nobody-there/user-members/nobody-there
      -----● PUT tenant/nobody-there/group-members/nobody-there
      -----● DELETE tenant/nobody-there/group-members/nobody-there
      -----● GET authorization
      -----● GET authorization/count
      -----● GET authorization/1
      -----● POST authorization/create {}
      -----● PUT authorization/1 {}
      -----● DELETE authorization/1
      -----● OPTIONS user
      -----● OPTIONS user/1
      -----● OPTIONS group
      -----● OPTIONS group/1
      -----● OPTIONS group/1/members
      -----● OPTIONS tenant
      -----● OPTIONS tenant/1
      -----● OPTIONS tenant/1/user-members
      -----● OPTIONS tenant/1/group-members
      -----● OPTIONS authorization
      -----● OPTIONS authorization/1
      -----● GET telemetry/data

      // nobody: it would walk round the rules of an order, or is not needed
      ------ POST task/create {"name":"mine"}
      ------ PUT task/1 {}
      ------ DELETE task/1
      ------ POST task/1/assignee {"userId":"agent"}
      ------ POST task/1/delegate {"userId":"agent"}
      ------ POST task/1/resolve {}
      ------ POST task/1/bpmnError {}
      ------ POST task/1/bpmnEscalation {}
      ------ PUT task/1/variables/x {"value":1}
      ------ PUT task/1/localVariables/x {"value":1}
      ------ POST task/1/identity-links {"userId":"agent","type":"candidate"}
      ------ POST task/1/comment/create {"message":"hi"}
      ------ POST task/1/attachment/create {}
      ------ DELETE process-instance/1
      ------ PUT process-instance/1/suspended {"suspended":true}
      ------ PUT process-instance/1/variables/x {"value":1}
      ------ POST process-instance/1/modification {}
      ------ POST process-instance/delete {"processInstanceIds":["1"]}
      ------ POST process-instance/message-async {}
      ------ POST process-instance/variables-async {}
      ------ POST process-definition/key/reactive/start {}
      ------ DELETE process-definition/key/nothing
      ------ PUT process-definition/key/reactive/suspended {"suspended":false}
      ------ PUT process-definition/key/reactive/history-time-to-live {"historyTimeToLive":1825}
      ------ POST process-definition/1/restart {}
      ------ DELETE deployment/1
      ------ POST deployment/1/redeploy {}
      ------ POST message {"messageName":"cancel-job","businessKey":"R-1"}
      ------ POST signal {"name":"x"}
      ------ POST condition {"variables":{}}
      ------ POST execution/1/signal {}
      ------ PUT execution/1/localVariables/x {"value":1}
      ------ POST execution/1/messageSubscriptions/x/trigger {}
      ------ POST job/1/execute
      ------ PUT job/1/duedate {}
      ------ PUT job/1/suspended {"suspended":true}
      ------ POST job/retries {"jobIds":["1"],"retries":1}
      ------ DELETE job/1
      ------ DELETE incident/1
      ------ PUT incident/1/annotation {"annotation":"x"}
      ------ POST external-task/fetchAndLock {"workerId":"x","maxTasks":1,"topics":[]}
      ------ GET history/identity-link-log
      ------ DELETE history/process-instance/1
      ------ POST history/process-instance/delete {}
      ------ POST history/cleanup
      ------ POST identity/verify {"username":"admin","password":"x"}
      ------ GET identity/groups?userId=agent
      ------ POST decision-definition/key/conversions/evaluate {"variables":{"type":{"value":"REACTIVE"}}}
      ------ POST migration/generate {"sourceProcessDefinitionId":"1","targetProcessDefinitionId":"2"}
      ------ POST migration/execute {}
      ------ POST modification/execute {}
      ------ DELETE batch/1
      ------ GET metrics
      ------ GET metrics/1/sum
      ------ GET schema/log
      ------ POST telemetry/configuration {"enableTelemetry":false}
      """;

  @LocalServerPort int port;
  @Autowired ObjectMapper json;
  @Autowired FilterService filters;
  @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

  private static String number;
  private static String list;

  @BeforeEach
  void anOrderAndATask() throws IOException {
    if (number == null) {
      list = filters.createFilterQuery().filterName("My jobs").singleResult().getId();
      number = json.readTree(new Browser(port).as("agent").post("/api/work-orders", """
          {"type":"REACTIVE","site":"S-014","workType":"FAB","priority":"P1","description":"A tile came off",
           "contactName":"Sue","confirmDuplicate":true}""").body()).at("/number").asText();
    }
  }

  record Row(String marks, String method, String path, String body) {

    static Stream<Row> of(String table) {
      return table.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("//")).map(line -> {
        Matcher parts = Pattern.compile("([●-]{6})\\s+(\\S+)\\s+(\\S+)(?:\\s+(.*))?").matcher(line);
        if (!parts.matches()) {
          throw new IllegalArgumentException(line);
        }
        return new Row(parts.group(1), parts.group(2), parts.group(3), parts.group(4));
      });
    }

    String bodyOf(String person) {
      return body == null ? null : body.replace("{self}", person);
    }

    @Override
    public String toString() {
      return method + " " + path + (body == null ? "" : " " + body);
    }
  }

  private static String filledIn(String path) {
    return path.replace("{number}", number).replace("{key}", "add-notes-public").replace("{code}", "S-014")
        .replace("{language}", "de").replace("{name}", "sites").replace("{type}", "REACTIVE").replace("{kind}", "order-sheet").replace("{paper}", "R1").replace("{id}", "1").replace("{version}", "1")
        .replace("{month}", "2026-11").replace("{file}", "nothing.bpmn").replace("{list}", list);
  }

  private boolean isPermitted(String person, Row row, String prefix) {
    Browser browser = new Browser(port);
    if (!person.equals("nobody")) {
      browser.as(person);
    }
    int status = browser.call(row.method(), prefix + filledIn(row.path()),
        row.body() == null ? null : "application/json", row.bodyOf(person)).statusCode();
    return status != 401 && status != 403;
  }

  private void assertMatrix(Row row, String prefix) {
    assertThat(PEOPLE.stream().map(person -> isPermitted(person, row, prefix) ? "●" : "-").collect(Collectors.joining()))
        .as("%s for %s", row, PEOPLE).isEqualTo(row.marks());
  }

  static Stream<Row> callsOfOurApi() {
    return Row.of(OUR_API);
  }

  static Stream<Row> callsOfTheEngine() {
    return Row.of(ENGINE);
  }

  @ParameterizedTest
  @MethodSource("callsOfOurApi")
  void api_access_follows_the_matrix(Row row) {
    assertMatrix(row, "");
  }

  @ParameterizedTest
  @MethodSource("callsOfTheEngine")
  void engine_access_follows_the_matrix(Row row) {
    assertMatrix(row, "/engine-rest/");
  }

  /** The web applications' own way to the engine knows a session only. */
  @ParameterizedTest
  @MethodSource("callsOfTheEngine")
  void the_web_applications_answer_no_password(Row row) {
    if (row.path().equals("engine")) {
      return;
    }
    String nobody = "------";
    assertMatrix(new Row(nobody, row.method(), row.path(), row.body()), "/camunda/api/engine/engine/default/");
  }

  /** And the same to whoever has one: least rights again. */
  @ParameterizedTest
  @ValueSource(strings = {"agent", "finance", "manager", "admin"})
  void the_web_applications_answer_a_session_as_the_engine_does(String person) {
    Browser session = new Browser(port).inTasklistAs(person);
    callsOfTheEngine().filter(row -> !row.path().equals("engine")).forEach(row -> {
      int status = session.call(row.method(), "/camunda/api/engine/engine/default/" + filledIn(row.path()),
          row.body() == null ? null : "application/json", row.bodyOf(person)).statusCode();
      boolean isPermitted = row.marks().charAt(PEOPLE.indexOf(person)) == '●';
      assertThat(status != 401 && status != 403).as("%s for %s: %s", row, person, status).isEqualTo(isPermitted);
    });
  }

  /** Nor may anybody call what is not in the table, whatever the engine has. */
  @Test
  void calls_missing_from_the_matrix_are_refused() {
    Set<String> rows = callsOfTheEngine().filter(row -> row.marks().contains("●")).map(row -> row.method() + " " + row.path().replaceAll("\\?.*", ""))
        .map(AccessMatrixTest::withoutNames).collect(Collectors.toSet());
    List<EngineEndpoints.Endpoint> others = EngineEndpoints.ofTheEngine().stream()
        .filter(endpoint -> !rows.contains(withoutNames(endpoint.method() + " " + endpoint.path()))).toList();
    assertThat(others).hasSizeGreaterThan(250);
    SoftAssertions all = new SoftAssertions();
    PEOPLE.forEach(person -> others.forEach(endpoint -> all.assertThat(isPermitted(person,
        new Row(null, endpoint.method(), endpoint.path().replaceAll("\\{.*?\\}", "1"),
            endpoint.body() == null ? null : "{}"), "/engine-rest/")).as("%s for %s", endpoint, person).isFalse()));
    all.assertAll();
  }

  @Test
  void every_line_of_the_rules_is_in_the_table() {
    Set<String> permitted = callsOfTheEngine().filter(row -> row.marks().contains("●"))
        .map(row -> withoutNames(row.method() + " " + row.path())).collect(Collectors.toCollection(TreeSet::new));
    assertThat(EngineCalls.ofRest().lines().filter(line -> !line.matches(".*(?:registered|report)"))).allSatisfy(line ->
        assertThat(permitted).contains(withoutNames(line)));
  }

  /** Whatever a row, a rule and the engine's own annotations call what is named in a path. */
  private static String withoutNames(String call) {
    return call.replaceAll("\\{.*?\\}|(?<=/)(?:1|x|reactive|conversions|nothing|agent2?|nobody-there)(?=/|$)", "*");
  }

  @Test
  void no_call_of_our_api_is_missing_here() {
    Set<String> rows = Row.of(OUR_API).map(row -> row.method() + " " + row.path())
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(operations()).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(strings = {"finance", "manager", "owner"})
  void only_the_helpdesk_files_documents(String person) {
    String form = "--b\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nReport\r\n"
        + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\ntext\r\n--b--\r\n";
    String documents = "/api/work-orders/" + number + "/documents";
    assertThat(new Browser(port).as(person).call("POST", documents, "multipart/form-data; boundary=b", form)
        .statusCode()).isEqualTo(403);
    assertThat(new Browser(port).as("agent").call("POST", documents, "multipart/form-data; boundary=b", form)
        .statusCode()).isNotEqualTo(403);
  }

  /** Of all controllers of our own. */
  private Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    mappings.getHandlerMethods().forEach((mapping, handler) -> {
      if (handler.getBeanType().getPackageName().startsWith("org.jobline")
          && handler.getBeanType() != ProbeController.class) {
        mapping.getPatternValues().stream().map(path -> path.replaceAll("\\{month:.*", "{month}")).forEach(path ->
            mapping.getMethodsCondition().getMethods().forEach(method -> operations.add(method + " " + path)));
      }
    });
    return operations;
  }
}
