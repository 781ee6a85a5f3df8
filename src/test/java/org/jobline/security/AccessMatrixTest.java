package org.jobline.security;

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
import org.jobline.fixture.OwnEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint × every group × permitted or refused. What a row calls may be missing or malformed: whether the
 * caller is told so, or that he may not ask, is what counts.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "jobline.embedded-database.directory=target/data-security",
      "jobline.embedded-database.keep=false"
    })
@ActiveProfiles("demo")
@Import(ProbeController.class)
@ExtendWith(OwnEngine.class)
class AccessMatrixTest {

  private static final List<String> PEOPLE = List.of("nobody", "agent", "finance", "manager", "owner", "admin");

  /** ● permitted, - refused, in the order of the people above; then what is called. */
  private static final String OUR_API = """
      -●●●-● DELETE /api/lists/{id}
      -●●●-● DELETE /api/work-orders/{number}/actions/{key}
      --●--● GET /api/cis-returns/{month}
      -●●●●● GET /api/clients
      -●●●-● GET /api/closed-actions
      -●●●-● GET /api/events/verify
      -●●●-● GET /api/lists
      -●●●-● GET /api/lists/{id}
      ----●● GET /api/modelling/conflicts
      ----●● GET /api/modelling/events
      ----●● GET /api/modelling/files
      -●●●-● GET /api/pick-lists/{name}
      -●●●●● GET /api/parts
      -●●●●● GET /api/priorities
      -●●●●● GET /api/resources
      -●●●●● GET /api/sites
      -●●●-● GET /api/sites/{code}/meters
      -●●●-● GET /api/task-cards
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
      -●●●-● GET /api/work-orders/{number}/work-order-documents/{kind}.pdf
      -●●●●● GET /api/work-types
      -●●●-● POST /api/lists {}
      ----●● POST /api/modelling/{file}/restore
      ----●● POST /api/modelling/{file}/take
      ---●-● POST /api/reference-data {}
      -●---● POST /api/work-orders {}
      -●---● POST /api/work-orders/{number}/actions/{key} {}
      -●---● POST /api/work-orders/{number}/actions/{key}/open {}
      ---●-● POST /api/work-orders/{number}/actions/{key}/reassign {}
      -●●●-● POST /api/work-orders/{number}/documents {}
      -●●●-● POST /api/work-orders/{number}/uploads {}
      -●●●-● PUT /api/lists/{id} {}
      """;

  private static final String ENGINE = """
      -●●●●● GET task
      -●●●●● POST task {}
      -----● POST task/create {"name":"mine"}
      -●●●●● GET task/1
      -----● DELETE task/1
      -●●●●● POST task/1/claim {"userId":"agent"}
      -●●●●● POST task/1/unclaim
      -●●●●● POST task/1/complete {}
      -●●●●● POST task/1/submit-form {}
      -----● POST task/1/assignee {"userId":"agent"}
      -----● POST task/1/delegate {"userId":"agent"}
      -----● POST task/1/resolve {}
      -----● POST task/1/bpmnError {}
      -----● POST task/1/bpmnEscalation {}
      -----● PUT task/1 {}
      -----● PUT task/1/variables/x {"value":1}
      -----● PUT task/1/localVariables/x {"value":1}
      -----● POST task/1/identity-links {"userId":"agent","type":"candidate"}
      -----● POST task/1/comment/create {"message":"hi"}
      -----● POST task/1/attachment/create {}
      -●●●●● GET process-instance
      -●●●●● POST process-instance {}
      -----● DELETE process-instance/1
      -----● PUT process-instance/1/suspended {"suspended":true}
      -----● PUT process-instance/1/variables/x {"value":1}
      -----● POST process-instance/1/modification {}
      -----● POST process-instance/delete {"processInstanceIds":["1"]}
      -----● POST process-instance/message-async {}
      -----● POST process-instance/variables-async {}
      -●●●●● GET process-definition
      -●●●●● GET process-definition/key/reactive/xml
      -----● POST process-definition/key/reactive/start {}
      -●●--● POST process-definition/key/reactive/submit-form {}
      -----● DELETE process-definition/key/nothing
      -----● PUT process-definition/key/reactive/suspended {"suspended":false}
      -----● PUT process-definition/key/reactive/history-time-to-live {"historyTimeToLive":1825}
      -----● POST process-definition/1/restart {}
      -●●●●● GET deployment
      ----●● POST deployment/create {}
      -----● DELETE deployment/1
      -----● POST deployment/1/redeploy {}
      -----● POST message {"messageName":"cancel-job","businessKey":"R-1"}
      -----● POST signal {"name":"x"}
      -----● POST condition {"variables":{}}
      -●●●●● GET execution
      -----● POST execution/1/signal {}
      -----● PUT execution/1/localVariables/x {"value":1}
      -----● POST execution/1/messageSubscriptions/x/trigger {}
      -●●●●● GET variable-instance
      -●●●●● GET job
      ---●-● PUT job/1/retries {"retries":1}
      -----● POST job/1/execute
      -----● PUT job/1/duedate {}
      -----● PUT job/1/suspended {"suspended":true}
      -----● POST job/retries {"jobIds":["1"],"retries":1}
      ---●-● PUT job-definition/1/retries {"retries":1}
      -●●●●● GET incident
      -----● DELETE incident/1
      -----● PUT incident/1/annotation {"annotation":"x"}
      -●●●●● GET external-task
      -----● POST external-task/fetchAndLock {"workerId":"x","maxTasks":1,"topics":[]}
      -●●●●● GET history/process-instance
      -●●●●● GET history/task
      -●●●●● GET history/variable-instance
      -●●●●● GET history/user-operation
      -●●●●● GET history/identity-link-log
      -----● DELETE history/process-instance/1
      -----● POST history/process-instance/delete {}
      -----● POST history/cleanup
      -●●●●● GET filter
      -----● POST filter/create {"resourceType":"Task"}
      -----● PUT filter/1 {"resourceType":"Task","name":"mine","query":{},"properties":{}}
      -----● DELETE filter/1
      -●●●●● GET user
      -----● POST user/create {}
      -----● PUT user/agent2/profile {"id":"agent2","firstName":"Ann","lastName":"Agent"}
      -----● DELETE user/nobody-there
      -----● POST user/nobody-there/unlock
      -●●●●● GET group
      -----● POST group/create {}
      -----● PUT group/nothing/members/nobody-there
      -----● DELETE group/nothing
      -●●●●● GET tenant
      -----● POST tenant/create {}
      -●●●●● GET authorization
      -----● POST authorization/create {"type":7}
      -●●●●● GET decision-definition
      -----● POST decision-definition/key/conversions/evaluate {"variables":{"type":{"value":"REACTIVE"}}}
      -●●●●● GET decision-definition/key/authorisation-rules/xml
      -----● POST migration/generate {"sourceProcessDefinitionId":"1","targetProcessDefinitionId":"2"}
      -----● POST migration/execute {}
      -----● POST modification/execute {}
      -●●●●● GET batch
      -----● DELETE batch/1
      -●●●●● GET metrics
      -●●●●● GET schema/log
      -●●●●● GET telemetry/configuration
      -----● POST telemetry/configuration {"enableTelemetry":false}
      -●●●●● GET engine
      -●●●●● GET version
      -●●●●● GET identity/groups?userId=agent
      -●●●●● GET event-subscription
      """;

  @LocalServerPort int port;
  @Autowired ObjectMapper json;
  @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

  private static String number;

  @BeforeEach
  void anOrderAndATask() throws IOException {
    if (number == null) {
      number = json.readTree(new Browser(port).as("agent").post("/api/work-orders", """
          {"type":"REACTIVE","site":"S-014","workType":"FAB","priority":"P1","description":"A tile came off",
           "contactName":"Sue","confirmDuplicate":true}""").body()).at("/number").asText();
    }
  }

  record Row(String marks, String method, String path, String body) {

    static Stream<Row> of(String table) {
      return table.lines().map(String::strip).filter(line -> !line.isEmpty()).map(line -> {
        Matcher parts = Pattern.compile("([●-]{6})\\s+(\\S+)\\s+(\\S+)(?:\\s+(.*))?").matcher(line);
        if (!parts.matches()) {
          throw new IllegalArgumentException(line);
        }
        return new Row(parts.group(1), parts.group(2), parts.group(3), parts.group(4));
      });
    }

    @Override
    public String toString() {
      return method + " " + path + (body == null ? "" : " " + body);
    }
  }

  private static String filledIn(String path) {
    return path.replace("{number}", number).replace("{key}", "add-notes-public").replace("{code}", "S-014")
        .replace("{name}", "sites").replace("{kind}", "order-sheet").replace("{id}", "1").replace("{version}", "1")
        .replace("{month}", "2026-11").replace("{file}", "nothing.bpmn");
  }

  private boolean isPermitted(String person, Row row, String prefix) {
    Browser browser = new Browser(port);
    if (!person.equals("nobody")) {
      browser.as(person);
    }
    int status = browser.call(row.method(), prefix + filledIn(row.path()),
        row.body() == null ? null : "application/json", row.body()).statusCode();
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
  void our_api_answers_whom_it_should(Row row) {
    assertMatrix(row, "");
  }

  @ParameterizedTest
  @MethodSource("callsOfTheEngine")
  void the_engine_answers_whom_it_should(Row row) {
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
  @ValueSource(strings = {"agent", "finance", "manager"})
  void the_web_applications_answer_a_session_as_the_engine_does(String person) {
    Browser session = new Browser(port).inTasklistAs(person);
    callsOfTheEngine().filter(row -> !row.path().equals("engine")).forEach(row -> {
      int status = session.call(row.method(), "/camunda/api/engine/engine/default/" + filledIn(row.path()),
          row.body() == null ? null : "application/json", row.body()).statusCode();
      boolean isPermitted = row.marks().charAt(PEOPLE.indexOf(person)) == '●';
      assertThat(status != 401 && status != 403).as("%s for %s: %s", row, person, status).isEqualTo(isPermitted);
    });
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
