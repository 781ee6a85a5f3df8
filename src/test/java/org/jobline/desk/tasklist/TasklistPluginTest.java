package org.jobline.desk.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.OwnEngine;
import org.jobline.fixture.Pictures;
import org.jobline.fixture.Unchecked;
import org.jobline.fixture.WithoutMocks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The plug-in in a real browser and a real Tasklist; what our API answers is made up here. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "jobline.embedded-database.directory=target/data-tasklist",
      "jobline.embedded-database.keep=false"
    })
@ActiveProfiles("demo")
@WithoutMocks
@ExtendWith({OwnEngine.class, Pictures.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasklistPluginTest {

  private static final String HOSTILE = "<img src=x onerror=\"window.attacked=true\">";

  @LocalServerPort int port;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired AuthorizationService authorizations;

  private final List<String> calls = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private String deployment;
  private String task;
  private String opened;
  private Chromium chromium;
  private Page page;

  /** One page for all of them: it keeps no file, because what is answered is made up, and each load takes them all. */
  @BeforeAll
  void openTasklist() {
    deployment = Unchecked.deploy(files -> files
        .addClasspathResource("tasklist/desk-probe.bpmn")
        .addInputStream("desk-probe.form", getClass().getResourceAsStream("/tasklist/desk-probe.form")));
    Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    if (authorizations.createAuthorizationQuery().resourceId("deskProbe").count() == 0) {
      right.setGroupId("helpdesk");
      right.setResource(Resources.PROCESS_DEFINITION);
      right.setResourceId("deskProbe");
      right.addPermission(ProcessDefinitionPermissions.READ);
      right.addPermission(ProcessDefinitionPermissions.READ_INSTANCE);
      right.addPermission(ProcessDefinitionPermissions.READ_TASK);
      right.addPermission(ProcessDefinitionPermissions.TASK_WORK);
      authorizations.saveAuthorization(right);
    }
    chromium = Chromium.start();
    page = chromium.tasklistAs("agent", port, empty -> {
      empty.onPageError(errors::add);
      makeUpAnswers(empty);
    });
    assertThat(errors).isEmpty();
  }

  private void makeUpAnswers(Page of) {
    of.route("**/api/work-orders/**", this::answer);
    of.route(Pattern.compile("/api/work-orders\\?"), this::answer);
    of.route("**/api/task-cards?**", this::answer);
  }

  @BeforeEach
  void begin() {
    task = startedTask();
    opened = startedTask();
    page.evaluate("() => { localStorage.clear(); document.activeElement.blur(); window.location.hash = '#/start' }");
    assertThat(page.locator(".jobline-start")).isVisible();
    calls.clear();
    errors.clear();
  }

  @AfterEach
  void endTasks() {
    // what is shown of a task would be asked for when it is gone
    page.evaluate("() => { window.location.hash = '#/start' }");
    assertThat(page.locator(".jobline-start")).isVisible();
    page.unrouteAll();
    makeUpAnswers(page);
    runtime.createProcessInstanceQuery().processDefinitionKey("deskProbe").list()
        .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "the test is over"));
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
    repository.deleteDeployment(deployment, true);
  }

  private String startedTask() {
    String instance = runtime.startProcessInstanceByKey("deskProbe", "R-100001").getId();
    return tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
  }

  private void answer(Route route) {
    Request request = route.request();
    String path = request.url().replaceFirst("^https?://[^/]+", "");
    String call = request.method() + " " + path + (request.postData() == null ? "" : " " + request.postData());
    calls.add(call);
    if (!request.method().equals("GET") && !request.headers().containsKey("x-xsrf-token")) {
      json(route, 403, "{\"detail\":\"no token\"}");
    } else if (call.equals("GET /api/work-orders/R-100001/actions")) {
      json(route, 200, """
          [{"key":"accept-job","label":"Accept Job","menus":["AGENT","CALL_IN"],"prompt":true,"taskId":"%s"},
           {"key":"no-answer","label":"No Answer","menus":["AGENT","CALL_OUT"],"prompt":false,"taskId":"%s"},
           {"key":"odd","label":%s,"menus":["CALL_OUT"],"prompt":false}]
          """.formatted(task, opened, quoted(HOSTILE)));
    } else if (call.equals("GET /api/work-orders/R-100001/actions/not-offered")) {
      json(route, 200, """
          [{"key":"recall-job","label":"Recall Job","menus":["AGENT"],"why":%s,"offeredIn":["5.00 Completed"]},
           {"key":"start-job","label":"Start Job","menus":["AGENT"],"why":"The order is at 1.03 Pending acceptance.",
            "offeredIn":["2.00 Accepted","2.01 Awaiting"]}]""".formatted(quoted(HOSTILE)));
    } else if (call.startsWith("GET /api/work-orders/R-100001/actions/no-answer/form")) {
      json(route, 200, """
          {"components":[{"type":"textfield","id":"numberTried","key":"numberTried","label":"Number tried"}],"data":{}}""");
    } else if (call.startsWith("GET /api/work-orders/R-100001/actions/accept-job/form")) {
      json(route, 200, "{\"components\":[],\"data\":{}}");
    } else if (call.startsWith("GET /api/work-orders/R-100001/actions/odd/form")) {
      json(route, 409, "{\"type\":\"action-not-offered\",\"detail\":" + quoted("Not offered in 1.03 " + HOSTILE) + "}");
    } else if (call.equals("DELETE /api/work-orders/R-100001/actions/no-answer")) {
      route.fulfill(new Route.FulfillOptions().setStatus(204));
    } else if (call.equals("GET /api/work-orders/R-100001")) {
      json(route, 200, """
          {"number":"R-100001","status":{"code":"5.00","name":"Completed"},"locked":false,"site":"Minster Yard",
           "description":%s,"resource":"Alder Heating","timeZone":"Europe/London","notifications":[
            {"id":"m-1","channel":"e-mail","subject":%s,"recipient":"Alder Heating","state":"sent",
             "sentAt":"2026-03-01T09:00:00Z"},
            {"id":"m-2","channel":"SMS","subject":"","address":"+44 1632 960001","state":"queued"}]}"""
          .formatted(quoted(HOSTILE), quoted(HOSTILE)));
    } else if (call.equals("GET /api/work-orders/R-100001/notifications/m-1")) {
      json(route, 200, """
          {"id":"m-1","channel":"e-mail","template":"assign","recipient":"Alder Heating","address":"desk@alder.example",
           "subject":"R-100001","text":%s,"attachments":["sheet.pdf"],"state":"sent",
           "createdAt":"2026-03-01T08:59:00Z","sentAt":"2026-03-01T09:00:00Z"}"""
          .formatted(quoted("Dear all,\\n\\n" + HOSTILE)));
    } else if (call.equals("GET /api/work-orders/R-100001/notifications/m-2")) {
      json(route, 503, "{\"detail\":\"The database is not available.\"}");
    } else if (call.equals("GET /api/work-orders/R-100001/documents")) {
      json(route, 200, "[{\"id\":\"1\",\"type\":\"Report\",\"title\":" + quoted(HOSTILE) + "}]");
    } else if (call.equals("GET /api/work-orders/R-100001/events")) {
      json(route, 200, """
          [{"sequence":1,"at":"2026-03-01T09:00:00Z","agent":"agent","action":"log","label":"Logged",
            "statusBefore":null,"statusAfter":"0.03","summary":"Logged"},
           {"sequence":2,"at":"2026-03-01T10:00:00Z","agent":"agent","action":"stop-job","label":"Stop Job",
            "statusBefore":"3.00","statusAfter":"5.00","summary":%s}]""".formatted(quoted(HOSTILE)));
    } else if (call.startsWith("GET /api/work-orders?text=cold+shop&")) {
      json(route, 200, """
          {"items":[{"number":"R-100001","statusCode":"5.00","statusName":"Completed","siteName":%s,"priority":"P1",
            "description":"The shop is cold","loggedAt":"2026-03-01T09:00:00Z","breached":true}],
           "total":1,"page":0,"size":12}""".formatted(quoted(HOSTILE)));
    } else if (call.startsWith("GET /api/task-cards?")) {
      json(route, 200, """
          [{"task":"%s","number":"R-100001","statusCode":"1.00","statusName":"Pending assign","target":"respond",
            "due":"2026-03-01T09:00:00Z","left":"PT-1H-5M","state":"RED","locked":false},
           {"task":"%s","number":"R-100001","statusCode":"1.00","statusName":"Pending assign","target":null,
            "locked":true}]""".formatted(task, opened));
    } else {
      json(route, 404, "{\"type\":\"not-found\",\"detail\":\"There is no work order.\"}");
    }
  }

  private static void json(Route route, int status, String body) {
    route.fulfill(new Route.FulfillOptions().setStatus(status).setContentType("application/json").setBody(body));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\\\"") + "\"";
  }

  private void show(String taskId) {
    page.evaluate("id => { window.location.hash = '#/?task=' + id }", taskId);
    assertThat(page.locator(".jobline-menu-button").first()).isVisible();
  }

  private Locator entry(String key, String channel) {
    return page.locator(".jobline-menu:visible button[data-action='" + key + "'][data-channel='" + channel + "']");
  }

  private void assertNobodyAttacked() {
    assertThat(page.evaluate("window.attacked === undefined")).isEqualTo(true);
    assertThat(errors).isEmpty();
  }

  @Test
  void the_menu_of_a_task_shows_an_action_in_place_and_discard_gives_up_what_was_open() {
    show(task);
    assertThat(page.locator(".jobline-panel h1")).hasText("R-100001");
    assertThat(page.locator(".jobline-next h3")).hasText("Accept Job");
    assertThat(page.locator(".jobline-next").getByText("Discard")).hasCount(0);
    page.locator(".jobline-menu-button").click();
    assertThat(page.locator(".jobline-menu:visible .jobline-menu-channel"))
        .hasText(new String[] {"Call In", "Call Out"});
    assertThat(entry("odd", "CALL_OUT")).hasText(HOSTILE);
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/tasklist/menu.png")));
    entry("no-answer", "CALL_OUT").click();
    assertThat(page.locator(".jobline-next h3")).hasText("No Answer");
    page.locator(".jobline-next").getByText("Discard").click();
    assertThat(page.locator(".jobline-next h3")).hasText("Accept Job");
    assertThat(calls).contains("DELETE /api/work-orders/R-100001/actions/no-answer");
    assertThat(calls).noneMatch(call -> call.startsWith("POST"));
    assertNobodyAttacked();
  }

  @Test
  void the_menu_is_walked_by_keyboard() {
    show(task);
    page.locator(".jobline-menu-button").focus();
    page.keyboard().press("Enter");
    assertThat(entry("accept-job", "AGENT")).isFocused();
    page.keyboard().press("ArrowDown");
    assertThat(entry("no-answer", "AGENT")).isFocused();
    page.keyboard().press("Escape");
    assertThat(page.locator(".jobline-menu-button")).isFocused();
    assertThat(page.locator(".jobline-menu:visible")).hasCount(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "jobline/plugin.js", "jobline/lit-html.js", "jobline/words.js", "jobline/single-sign-on.js", "user-styles.css"})
  void tasklist_works_without_a_file_of_ours(String file) {
    try (Page without = page.context().newPage()) {
      without.route("**/" + file + "*", Route::abort);
      without.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/#/");
      assertThat(without.getByText("My team's jobs")).isVisible();
      if (file.endsWith(".js")) {
        assertThat(without.getByRole(AriaRole.ALERT)).containsText("Reload the page");
      }
      assertThat(without.getByLabel("Find an order"))
          .hasCount(file.equals("jobline/single-sign-on.js") || file.endsWith(".css") ? 1 : 0);
    }
  }

  @Test
  void the_menu_tells_why_an_action_is_not_in_it() {
    show(task);
    page.locator(".jobline-menu-button").focus();
    page.keyboard().press("Enter");
    assertThat(entry("accept-job", "AGENT")).isFocused();
    page.keyboard().type("job");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Why can't I …?")).click();
    assertThat(page.locator(".jobline-why-not dt")).hasText(new String[] {"Recall Job", "Start Job"});
    assertThat(page.locator(".jobline-why-not dd").first()).hasText(HOSTILE);
    page.locator(".jobline-menu-filter").fill("");
    page.locator(".jobline-menu-filter").pressSequentially("start job");
    assertThat(page.locator(".jobline-why-not dt")).hasText("Start Job");
    assertThat(page.locator(".jobline-why-not dd").last()).hasText("Available in 2.00 Accepted, 2.01 Awaiting.");
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/tasklist/why-not.png")));
    assertNobodyAttacked();
  }

  @Test
  void enter_asks_why_an_action_that_was_typed_is_not_offered() {
    show(task);
    page.locator(".jobline-menu-button").focus();
    page.keyboard().press("Enter");
    assertThat(entry("accept-job", "AGENT")).isFocused();
    page.keyboard().type("start");
    page.keyboard().press("Enter");
    assertThat(page.locator(".jobline-why-not dt")).hasText("Start Job");
  }

  @Test
  void an_action_is_found_by_typing_its_name() {
    show(task);
    page.locator(".jobline-menu-button").focus();
    page.keyboard().press("Enter");
    assertThat(entry("accept-job", "AGENT")).isFocused();
    page.keyboard().type("no ans");
    assertThat(page.locator(".jobline-menu li:visible button[data-action='no-answer']")).hasCount(2);
    assertThat(entry("accept-job", "AGENT")).isHidden();
    page.keyboard().press("Enter");
    assertThat(page.locator(".jobline-next h3")).hasText("No Answer");
    assertNobodyAttacked();
  }

  @Test
  void a_card_shows_the_time_left_and_what_the_order_waits_for() {
    page.evaluate("() => { window.location.hash = '#/' }");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Reactive")).first().click();
    assertThat(page.locator(".jobline-card .jobline-sla-red").first()).containsText("Respond: 1 h 5 min over");
    assertThat(page.locator(".jobline-card .jobline-locked").first()).hasText("awaiting authorisation");
    assertThat(page.locator(".jobline-card .jobline-status").first()).hasText("Pending assign 1.00");
    assertThat(calls.stream().filter(call -> call.contains("task-cards")).count()).isLessThanOrEqualTo(2);
  }

  @Test
  void a_refusal_is_shown_as_the_server_words_it() {
    show(task);
    page.locator(".jobline-menu-button").click();
    entry("odd", "CALL_OUT").click();
    assertThat(page.locator(".jobline-next > .jobline-complaint")).hasText("Not offered in 1.03 " + HOSTILE);
    assertNobodyAttacked();
  }

  @Test
  void a_completed_order_is_found_by_its_number() {
    page.getByLabel("Find an order").fill("r-100001");
    page.keyboard().press("Enter");
    page.waitForURL("**#/orders/R-100001");
    Locator shown = page.locator(".jobline-page");
    assertThat(shown.locator(".jobline-status")).hasText("Completed 5.00");
    assertThat(shown.locator(".jobline-description")).hasText(HOSTILE);
    assertThat(shown.locator(".jobline-events strong")).hasText(new String[] {"Stop Job", "Logged"});
    assertThat(shown.locator(".jobline-path li")).hasText(new String[] {"0.03", "5.00"});
    assertThat(shown.locator(".jobline-files a")).hasText(HOSTILE);
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/tasklist/order.png")));
    assertNobodyAttacked();
  }

  @Test
  void an_order_is_found_by_words_with_the_keyboard_alone() {
    // while it is being built, Tasklist takes the focus away once
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.keyboard().press("/");
    page.keyboard().type("cold shop");
    assertThat(page.locator(".jobline-results .jobline-sla")).hasText("breached");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(page.locator(".jobline-page h1")).hasText("R-100001");
    assertNobodyAttacked();
  }

  @Test
  void what_was_sent_is_read_on_the_order_as_text() {
    page.getByLabel("Find an order").fill("R-100001");
    page.keyboard().press("Enter");
    Locator messages = page.locator(".jobline-page .jobline-files li");
    Locator sent = messages.filter(new Locator.FilterOptions().setHasText("Alder Heating"));
    assertThat(sent.locator("summary")).hasText(HOSTILE);
    sent.locator("summary").focus();
    page.keyboard().press("Enter");
    assertThat(sent.locator(".jobline-message-text")).hasText("Dear all,\n\n" + HOSTILE,
        new LocatorAssertions.HasTextOptions().setUseInnerText(true));
    assertThat(sent.locator("dl")).containsText("desk@alder.example");
    assertThat(sent.locator("dl")).containsText("sheet.pdf");
    Locator queued = messages.filter(new Locator.FilterOptions().setHasText("waiting to be sent"));
    queued.locator("summary").click();
    assertThat(queued.locator(".jobline-complaint")).hasText("The database is not available.");
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/tasklist/message.png")));
    assertNobodyAttacked();
  }

  @Test
  void a_second_search_takes_the_place_of_the_first() {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    Locator find = page.getByLabel("Find an order");
    page.keyboard().press("/");
    page.keyboard().type("cold shop");
    assertThat(page.locator(".jobline-results button")).hasCount(1);
    page.keyboard().press("Escape");
    assertThat(page.locator(".jobline-results")).hasCount(0);
    page.keyboard().type("tap");
    assertThat(find).hasValue("tap");
    page.keyboard().press("Escape");
    page.keyboard().type("lift");
    assertThat(find).hasValue("lift");
    page.keyboard().press("Escape");
    find.blur();
    find.click();
    page.keyboard().type("cold shop");
    assertThat(find).hasValue("cold shop");
    page.keyboard().press("Enter");
    page.waitForURL("**#/orders/R-100001");
    page.keyboard().press("Escape");
    find.click();
    page.keyboard().type("r100001");
    page.keyboard().press("Enter");
    assertThat(find).hasValue("");
    assertThat(page.locator(".jobline-page h1")).hasText("R-100001");
    assertNobodyAttacked();
  }

  @Test
  void an_order_found_late_does_not_take_away_what_was_opened_meanwhile() {
    List<Route> held = new ArrayList<>();
    page.route("**/api/work-orders/R-100001", held::add);
    page.getByLabel("Find an order").fill("R-100001");
    page.keyboard().press("Enter");
    page.waitForCondition(() -> !held.isEmpty());
    page.evaluate("() => { window.location.hash = '#/log' }");
    assertThat(page.locator(".jobline-log")).isVisible();
    Locator heard = page.locator("body.heard");
    page.evaluate("""
        () => void fetch('/api/work-orders/R-100001').then(answer => answer.text())
            .then(() => setTimeout(() => document.body.classList.add('heard'), 200))""");
    page.waitForCondition(() -> held.size() == 2);
    held.forEach(this::answer);
    assertThat(heard).hasCount(1);
    assertThat(page).hasURL(Pattern.compile(".*#/log(\\?.*)?$"));
    assertNobodyAttacked();
  }

  @Test
  void the_timeline_shows_what_is_asked_for() {
    page.getByLabel("Find an order").fill("R-100001");
    page.keyboard().press("Enter");
    page.getByLabel("Search the timeline").fill("stop");
    assertThat(page.locator(".jobline-events strong")).hasText(new String[] {"Stop Job"});
    assertThat(page.locator(".jobline-filter [role=status]")).hasText("1 of 2");
    page.getByLabel("Event type").selectOption("notes");
    assertThat(page.locator(".jobline-events strong")).hasCount(0);
  }

  @Test
  void what_another_agent_does_is_seen_without_reloading() {
    page.getByLabel("Find an order").fill("R-100001");
    page.keyboard().press("Enter");
    assertThat(page.locator(".jobline-page .jobline-status")).hasText("Completed 5.00");
    page.route("**/api/work-orders/R-100001", route -> json(route, 200, """
        {"number":"R-100001","status":{"code":"5.02","name":"Completed"},"locked":false,"description":"cold"}"""));
    assertThat(page.locator(".jobline-page .jobline-status")).hasText("Completed 5.02",
        new LocatorAssertions.HasTextOptions().setTimeout(30_000));
  }

  @Test
  void a_task_of_no_order_keeps_what_tasklist_shows_of_it() {
    String other = startedTask();
    page.evaluate("id => { window.location.hash = '#/?task=' + id }", other);
    assertThat(page.locator(".fjs-form")).isVisible();
    assertThat(page.locator(".task-card h2.task")).hasText("Probe the desk");
    assertThat(page.locator(".task-card .nav-tabs li:visible")).hasText(
        new String[] {"Form", "History", "Diagram", "Description"});
    show(task);
    assertThat(page.locator(".jobline-panel h1")).hasText("R-100001");
    assertThat(page.locator(".fjs-form")).hasCount(0);
    assertThat(page.locator(".task-card .nav-tabs")).isHidden();
    assertNobodyAttacked();
  }

  @Test
  void unknown_number_is_reported() {
    page.getByLabel("Find an order").fill("R-1");
    page.keyboard().press("Enter");
    assertThat(page.locator(".jobline-order .jobline-complaint")).hasText("There is no order R-1.");
    page.keyboard().press("Escape");
    assertThat(page.locator(".jobline-order")).isHidden();
  }
}
