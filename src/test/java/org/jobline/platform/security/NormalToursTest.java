package org.jobline.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.ServedDemoTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * {@link EngineCalls} has all that the four web applications ask on a tour of whoever may use them: no call of a page
 * is refused, or finds nothing.
 */
@ServedDemoTest
class NormalToursTest {

  /** Both are how the applications ask whether there is a login yet, or a policy for passwords. */
  private static final String EXPECTED = "404 GET .*/(?:admin/auth/user/default|identity/password-policy)";

  @LocalServerPort int port;
  @Autowired ObjectMapper json;
  @Autowired RuntimeService runtime;
  @Autowired RepositoryService repository;
  @Autowired ManagementService management;

  private final Set<String> calls = new ConcurrentSkipListSet<>();
  private Chromium chromium;
  private Page page;

  @BeforeEach
  void anOrderInThePage() throws IOException {
    chromium = Chromium.start();
    json.readTree(new Browser(port).as("agent").post("/api/work-orders", """
        {"type":"REACTIVE","site":"S-019","workType":"ELC","priority":"P4","description":"A lamp is out",
         "contactName":"Sue","confirmDuplicate":true}""").body());
    page = chromium.page();
    page.onResponse(this::note);
  }

  @AfterEach
  void nothingWasRefused() {
    chromium.close();
    // each tour waits for the calls it is about
    assertThat(calls).hasSizeGreaterThan(3);
    assertThat(calls.stream().filter(call -> call.matches("[45].*") && !call.matches(EXPECTED))).isEmpty();
  }

  private void note(Response response) {
    if (response.url().contains("/camunda/api/")) {
      calls.add(response.status() + " " + response.request().method() + " " + response.url().replaceAll("\\?.*", ""));
    }
  }

  private void in(String application, String person) {
    Chromium.logIn(page, person, "http://localhost:" + port + "/camunda/app/" + application + "/default/");
    until("200 POST .*/login/" + application);
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  private void go(String application, String route) {
    page.navigate("http://localhost:" + port + "/camunda/app/" + application + "/default/#" + route);
    // a change behind the # loads nothing by itself
    page.waitForFunction("route => location.hash.startsWith('#' + route.split('?')[0])", route);
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  private void click(Locator what) {
    what.click();
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  /** By its name alone: the number of its tasks is part of its text as soon as it has come, shown or not. */
  private Locator list(String name) {
    return page.locator("h4.name a").filter(new Locator.FilterOptions().setHasText(name)).first();
  }

  private void until(String answered) {
    page.waitForCondition(() -> calls.stream().anyMatch(call -> call.matches(answered)));
  }

  private void tabs() {
    Locator tabs = page.locator(".nav-tabs li a:visible");
    for (int i = 0; i < tabs.count(); i++) {
      click(tabs.nth(i));
    }
  }

  @Test
  void an_agent_in_tasklist() {
    in("tasklist", "agent");
    click(page.getByText("Lists").first());
    click(list("Reactive"));
    click(page.locator(".tasks-list li.task").first());
    page.locator(".jobline-panel h1").waitFor();
    click(page.locator(".task-card .claim"));
    click(page.locator(".task-card .unclaim"));
    click(page.getByText("Log an order").first());
    page.locator(".jobline-log-form form").waitFor();
    until("204 POST .*/task/[^/]+/unclaim");
  }

  @ParameterizedTest
  @ValueSource(strings = {"finance", "manager", "admin"})
  void others_in_tasklist(String person) {
    in("tasklist", person);
    click(page.getByText("Lists").first());
    click(list("My team's jobs"));
    until("200 POST .*/filter/[^/]+/list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"manager", "admin"})
  void who_watches_over_orders_in_cockpit(String person) {
    Job failed = management.createJobQuery().processDefinitionKey("batch").timers().listPage(0, 1).get(0);
    management.setJobRetries(failed.getId(), 0);
    in("cockpit", person);
    definitions();
    go("cockpit", "/process-instance/" + failed.getProcessInstanceId());
    page.locator(".nav-tabs:visible").first().waitFor();
    assertThat(page.locator("a.jobline-order-link").getAttribute("href"))
        .matches("/camunda/app/tasklist/default/#/orders/R-\\d+");
    tabs();
    go("cockpit", "/process-instance/" + runtime.createProcessInstanceQuery()
        .subProcessInstanceId(failed.getProcessInstanceId()).singleResult().getId());
    tabs();
    go("cockpit", "/tasks");
    go("cockpit", "/batch");
    until("200 POST .*/variable-instance");
    until("200 POST .*/job");
  }

  @Test
  void a_process_owner_in_cockpit() {
    in("cockpit", "owner");
    definitions();
    go("cockpit", "/repository");
    click(page.locator(".deployments .deployment, .deployment").first());
    click(page.locator(".resources .resource, .resource").first());
    until("200 GET .*/resources/[^/]+/data");
  }

  private void definitions() {
    go("cockpit", "/dashboard");
    go("cockpit", "/processes");
    tabs();
    go("cockpit", "/process-definition/"
        + repository.createProcessDefinitionQuery().processDefinitionKey("reactive").latestVersion().singleResult().getId());
    page.locator(".nav-tabs:visible").first().waitFor();
    tabs();
    go("cockpit", "/decisions");
    go("cockpit", "/decision-definition/"
        + repository.createDecisionDefinitionQuery().decisionDefinitionKey("sla-targets").latestVersion().singleResult()
            .getId());
  }

  @Test
  void an_administrator_in_admin() {
    in("admin", "admin");
    List.of("/users", "/user-create", "/users/agent?tab=profile", "/users/agent?tab=groups", "/users/agent?tab=tenants",
        "/groups", "/group-create", "/groups/helpdesk?tab=information", "/groups/helpdesk?tab=users",
        "/groups/helpdesk?tab=tenants", "/tenants", "/tenant-create", "/authorization?resource=0",
        "/authorization?resource=6", "/system?section=system-settings-general",
        "/system?section=system-settings-metrics").forEach(route -> go("admin", route));
    until("200 GET .*/authorization");
    until("200 GET .*/tenant");
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent", "admin"})
  void anybody_in_welcome(String person) {
    in("welcome", person);
    until("200 GET .*/user/" + person + "/profile");
  }
}
