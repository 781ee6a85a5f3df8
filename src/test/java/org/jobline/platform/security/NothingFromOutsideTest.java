package org.jobline.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.jobline.fixture.ServedDemoTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No expression and no business key from outside is evaluated or believed, on either way to the engine. */
@ServedDemoTest
class NothingFromOutsideTest {

  private static final String REST = "/engine-rest";
  private static final String WEBAPPS = "/camunda/api/engine/engine/default";
  private static final String ADMIN_TO_BE = "${identityService.createMembership('agent2','admin')}";
  private static final String EVIL = "${identityService.clearAuthentication()}" + ADMIN_TO_BE;

  @LocalServerPort int port;
  @Autowired IdentityService identity;
  @Autowired FilterService filters;
  @Autowired TaskService tasks;
  @Autowired JdbcClient jdbc;
  @Autowired ObjectMapper json;

  @AfterEach
  void nobodyWasMadeAdministrator() {
    assertThat(identity.createUserQuery().memberOfGroup("admin").userId("agent2").count()).isZero();
    filters.createFilterQuery().filterName("probe").list().forEach(filter -> filters.deleteFilter(filter.getId()));
  }

  private Browser on(String api, String person) {
    return api.startsWith(REST) ? new Browser(port).as(person) : new Browser(port).inTasklistAs(person);
  }

  @ParameterizedTest
  @CsvSource({
      REST + ",agent", REST + "/engine/default,agent", WEBAPPS + ",agent",
      REST + ",manager", WEBAPPS + ",manager", REST + ",admin", WEBAPPS + ",admin"})
  void no_query_has_an_expression(String api, String person) {
    Browser browser = on(api, person);
    String list = filters.createFilterQuery().filterName("My jobs").singleResult().getId();
    String below = "{\"orQueries\":[{\"assigneeExpression\":\"" + EVIL + "\"}]}";
    String deep = "{\"orQueries\":[{\"a\":[{\"b\":{\"ASSIGNEEEXPRESSION\":\"x\"}}]}]}";
    String escaped = "{\"orQueries\":[{\"assignee\\u0045xpression\":\"" + EVIL + "\"}]}";
    for (String path : new String[] {
        "/task", "/task/count", "/filter/" + list + "/list", "/filter/" + list + "/count",
        "/filter/" + list + "/singleResult", "/group"}) {
      for (String body : new String[] {
          below, deep, escaped, "{\"assigneeExpression\":\"" + EVIL + "\"}", "[{\"nameExpression\":\"x\"}]",
          "{\"x\":1} " + below, "{\"orQueries\":[],\"orQueries\":[{\"assigneeExpression\":\"" + EVIL + "\"}]}"}) {
        HttpResponse<String> answer = browser.post(api + path, body);
        assertThat(answer.statusCode()).as(path + " " + body + ": " + answer.body()).isEqualTo(400);
      }
    }
    assertThat(browser.post(api + "/task", below).body()).contains("orQueries.0.assigneeExpression ", "give a value");
    assertThat(browser.get(api + "/task?assignee%45xpression=x").statusCode()).isEqualTo(400);
    assertThat(browser.call("POST", api + "/task", "application/json;charset=utf-16", below).statusCode())
        .isEqualTo(400);
    assertThat(browser.call("POST", api + "/filter/" + list + "/list", "application/json;charset=IBM037",
        "{\"name\":\"x\"}").statusCode()).isEqualTo(400);
  }

  @Test
  void no_query_of_cockpit_has_one_either() {
    assertThat(on(WEBAPPS, "manager").post("/camunda/api/cockpit/plugin/base/default/process-instance",
        "{\"variables\":[{\"nameExpression\":\"x\"}]}").statusCode()).isEqualTo(400);
  }

  private static String list(String expression) {
    return "{\"resourceType\":\"Task\",\"name\":\"probe\",\"query\":{\"orQueries\":[{\"assigneeExpression\":\""
        + expression + "\"}]},\"properties\":{}}";
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, WEBAPPS})
  void a_saved_list_has_the_expressions_of_a_list_only(String api) throws IOException {
    Browser admin = on(api, "admin");
    for (String expression : new String[] {
        EVIL, "${now()}" + ADMIN_TO_BE, "#{now()}", "${dateTime().getClass()}",
        "${dateTime().plusHours(1).toDate().getClass()}", "${''.getClass()}"}) {
      HttpResponse<String> answer = admin.post(api + "/filter/create", list(expression));
      assertThat(answer.statusCode()).as(expression + answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains("query.orQueries.0.assigneeExpression ", "${currentUser()}");
    }
    HttpResponse<String> made = admin.post(api + "/filter/create", list("${ currentUser() }"));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    String id = json.readTree(made.body()).at("/id").asText();
    assertThat(admin.put(api + "/filter/" + id, list(EVIL)).statusCode()).isEqualTo(400);
    assertThat(admin.put(api + "/filter/" + id, list("${dateTime().plusHours(4).toDate()}")).statusCode())
        .isEqualTo(204);
  }

  @Test
  void a_list_with_another_expression_is_not_saved_from_inside_either() {
    Filter filter = filters.newTaskFilter("probe").setQuery(
        tasks.createTaskQuery().or().taskAssigneeExpression(ADMIN_TO_BE).endOr());
    assertThatThrownBy(() -> filters.saveFilter(filter)).isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("probe").hasMessageContaining("${currentUser()}");
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, WEBAPPS})
  void a_list_saved_before_is_not_evaluated(String api) {
    String id = filters.saveFilter(filters.newTaskFilter("probe").setQuery(
        tasks.createTaskQuery().or().taskAssigneeExpression("${currentUser()}").endOr())).getId();
    assertThat(jdbc.sql("update act_ru_filter set query_ = replace(query_, :known, :evil) where id_ = :id")
        .params(Map.of("known", "${currentUser()}", "evil", ADMIN_TO_BE, "id", id)).update()).isOne();
    Browser admin = on(api, "admin");
    for (String way : new String[] {"list", "count", "singleResult"}) {
      assertThat(admin.get(api + "/filter/" + id + "/" + way).statusCode()).as(way).isEqualTo(400);
      assertThat(admin.post(api + "/filter/" + id + "/" + way, "{}").statusCode()).as(way).isEqualTo(400);
    }
    assertThat(admin.get(api + "/filter?resourceType=Task").statusCode()).isEqualTo(200);
    assertThat(admin.call("DELETE", api + "/filter/" + id, null, null).statusCode()).isEqualTo(204);
  }

  private String anOrder() throws IOException {
    return json.readTree(new Browser(port).as("agent").post("/api/work-orders", """
        {"type":"REACTIVE","site":"S-015","workType":"FAB","priority":"P1","description":"A tile came off",
         "contactName":"Sue","confirmDuplicate":true}""").body()).at("/number").asText();
  }

  private String statusAndEvents(Browser agent, String number) throws IOException {
    return json.readTree(agent.get("/api/work-orders/" + number).body()).at("/status")
        + agent.get("/api/work-orders/" + number + "/events").body();
  }

  private static String logged(String businessKey) {
    return """
        {"businessKey":%s,"variables":{"site":{"value":"S-015"},"workType":{"value":"FAB"},
         "priority":{"value":"P1"},"description":{"value":"A pane is broken"},"contactName":{"value":"Sue"},
         "confirmDuplicate":{"value":true}}}""".formatted(businessKey);
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, REST + "/engine/default", WEBAPPS})
  void nobody_says_from_outside_which_order_a_process_is(String api) throws IOException {
    String number = anOrder();
    Browser agent = on(api, "agent");
    String before = statusAndEvents(agent, number);
    for (String key : new String[] {"\"" + number + "\"", "\"R-999999\"", "\"\"", "1", "{}"}) {
      HttpResponse<String> answer = agent.post(api + "/process-definition/key/reactive/submit-form", logged(key));
      assertThat(answer.statusCode()).as(key + answer.body()).isEqualTo(422);
      assertThat(answer.body()).contains("businessKey ");
    }
    assertThat(statusAndEvents(agent, number)).isEqualTo(before);
    assertThat(on(api, "admin").post(api + "/process-definition/key/reactive/start", logged("\"" + number + "\""))
        .statusCode()).isIn(403, 422);
    assertThat(on(api, "admin").post(api + "/message",
        "{\"messageName\":\"cancel-job\",\"businessKey\":\"" + number + "\"}").statusCode()).isIn(403, 422);
    HttpResponse<String> answer = agent.post(api + "/process-definition/key/reactive/submit-form", logged("null"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
