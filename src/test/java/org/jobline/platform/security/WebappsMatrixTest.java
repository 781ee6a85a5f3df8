package org.jobline.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jobline.fixture.ServedDemoTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasklist, Cockpit and Admin, with what stands beside them × every group, by a session of the browser. */
@ServedDemoTest
class WebappsMatrixTest {

  private static final List<String> PEOPLE = List.of("nobody", "agent", "finance", "manager", "owner", "admin");
  private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/";

  @LocalServerPort int port;

  /** ● permitted, - refused: nobody, agent, finance, manager, owner, admin. */
  @ParameterizedTest
  @CsvSource(delimiter = ' ', value = {
      "-●●●-● tasklist",
      "---●●● cockpit",
      "-----● admin",
  })
  void a_password_opens_the_applications_of_its_group(String marks, String application) {
    assertThat(marks(person -> login(new Browser(port), person, application))).isEqualTo(marks);
  }

  /** ● permitted, - refused: nobody, agent, finance, manager, owner, admin. */
  @ParameterizedTest
  @CsvSource(delimiter = ' ', value = {
      // without a login the page asks for it
      "●●●●-● GET /camunda/app/tasklist/default/",
      "●--●●● GET /camunda/app/cockpit/default/",
      "●----● GET /camunda/app/admin/default/",
      "●●●●●● GET /camunda/app/welcome/default/",
      "------ GET /camunda/app/admin/default/setup/",
      "---●●● GET /camunda/api/cockpit/plugin/base/default/process-definition/statistics",
      "---●●● POST /camunda/api/cockpit/plugin/base/default/process-instance",
      "---●●● POST /camunda/api/cockpit/plugin/base/default/incident",
      "------ PUT /camunda/api/cockpit/plugin/base/default/incident",
      "------ DELETE /camunda/api/cockpit/plugin/base/default/incident",
      "---●●● POST /camunda/api/cockpit/plugin/base/default/process-instance/count",
      "---●●● POST /camunda/api/cockpit/plugin/base/default/incident/count",
      "---●●● POST /camunda/api/cockpit/plugin/base/default/process-definition/1/called-process-definitions",
      "---●-● POST /camunda/api/cockpit/plugin/base/default/process-instance/1/called-process-instances",
      "---●●● GET /camunda/api/cockpit/plugin/base/default/process-definition/statistics-count",
      "------ GET /camunda/api/cockpit/plugin/base/default/process-instance",
      "------ GET /camunda/api/cockpit/plugin/base/default/incident",
      "-----● GET /camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated",
      "------ GET /camunda/api/admin/anything",
      "------ GET /camunda/api/tasklist/anything",
      "------ POST /camunda/api/admin/setup/default/user/create",
      "------ POST /camunda/api/admin/plugin/adminPlugins/default/anything",
      "------ POST /camunda/api/tasklist/plugin/tasklistPlugins/default/anything",
      "●●●●●● GET /actuator/health",
      "-----● GET /actuator/info",
      "-----● GET /actuator/metrics",
      "-----● GET /actuator/prometheus",
      "------ POST /actuator/health",
      "-●●●●● GET /v3/api-docs",
      "-●●●●● GET /swagger-ui/index.html",
      "------ POST /v3/api-docs",
  })
  void a_session_opens_what_its_group_needs(String marks, String method, String path) {
    String body = method.equals("POST") || method.equals("PUT") ? "{}" : null;
    assertThat(marks(person -> session(person)
        .call(method, path, body == null ? null : "application/json", body).statusCode())).isEqualTo(marks);
  }

  private String marks(ToIntFunction<String> status) {
    Map<String, Integer> answers = new HashMap<>();
    PEOPLE.forEach(person -> answers.put(person, status.applyAsInt(person)));
    return PEOPLE.stream()
        .map(person -> answers.get(person) == 401 || answers.get(person) == 403 ? "-" : "●")
        .collect(Collectors.joining());
  }

  /** In the application that the person may use. */
  private Browser session(String person) {
    Browser browser = new Browser(port);
    if (!person.equals("nobody")) {
      String application = person.equals("owner") ? "cockpit" : "tasklist";
      assertThat(login(browser, person, application)).as(person).isEqualTo(200);
      browser.get("/camunda/app/" + application + "/default/");
      browser.showToken();
    }
    return browser;
  }

  private static int login(Browser browser, String person, String application) {
    browser.get("/camunda/app/tasklist/default/");
    return browser.showToken().call("POST", LOGIN + application, "application/x-www-form-urlencoded",
        "username=" + person + "&password=" + person).statusCode();
  }
}
