package org.jobline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jobline.fixture.Given.with;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.Given;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.ServedTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Tasklist shows beside its lists: the order of the chosen task, on one page for all tests. */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskInTasklistTest {

  @LocalServerPort int port;
  @Autowired Given given;
  @Autowired FilterService filters;
  @Autowired TaskService tasks;
  @Autowired IdentityService identity;

  private final List<String> errors = new ArrayList<>();
  private Chromium chromium;
  private Page page;

  @BeforeAll
  void openTasklist() {
    chromium = Chromium.start();
    page = chromium.tasklistAs("agent", port);
    page.onPageError(errors::add);
  }

  @AfterEach
  void nothingFailed() {
    assertThat(errors).isEmpty();
  }

  @AfterAll
  void close() {
    filters.createTaskFilterQuery().filterOwner("agent").list().forEach(list -> filters.deleteFilter(list.getId()));
    if (chromium != null) {
      chromium.close();
    }
  }

  private String task(OrderUnderTest order, String name) {
    return tasks.createTaskQuery().processInstanceBusinessKey(order.number().value()).taskName(name).singleResult().getId();
  }

  /** From another page: within its lists, Tasklist does not always follow the address. */
  private void show(OrderUnderTest order, String task) {
    page.evaluate("number => { window.location.hash = '#/orders/' + number }", order.number().value());
    assertThat(page.locator("main.jobline-page h1")).hasText(order.number().value());
    page.evaluate("id => { window.location.hash = '#/?task=' + id }", task);
    assertThat(page.locator(".jobline-panel h1")).hasText(order.number().value());
  }

  private Locator field(String key) {
    return page.locator(".jobline-next [data-field='" + key + "'] input, .jobline-next [data-field='" + key + "'] textarea")
        .first();
  }

  private Locator next() {
    return page.locator(".jobline-next h3");
  }

  private void save() {
    page.locator(".jobline-next button[type=submit]").click();
  }

  /** A list of its own: other tests leave tasks behind, and a page shows only the first fifteen. */
  private Locator cardsOf(OrderUnderTest order) {
    Filter list = filters.newTaskFilter("List of " + order.number());
    list.setOwner("agent");
    list.setQuery(tasks.createTaskQuery().processInstanceBusinessKey(order.number().value()));
    list.setProperties(filters.createTaskFilterQuery().filterName("Assignment").singleResult().getProperties());
    filters.saveFilter(list);
    page.evaluate("() => { window.location.hash = '#/' }");
    page.reload();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(list.getName())).first().click();
    return page.locator("li.task");
  }

  @Test
  void card_shows_its_action_ready_to_type_and_what_comes_next_follows() {
    OrderUnderTest order = given.anAssignedOrder();
    Locator cards = cardsOf(order);
    cards.first().click();
    assertThat(next()).hasText("Accept Job");
    assertThat(page.locator(".jobline-panel h1 a")).hasAttribute("href", "#/orders/" + order.number());
    assertThat(page.locator(".task-card .nav-tabs")).isHidden();
    assertThat(page.locator(".task-card > header h2")).isHidden();
    assertThat(page.locator(".fjs-form")).hasCount(0);
    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(order.number().value()).taskAssigned().count()).isZero();

    assertThat(field("eta")).isVisible();
    page.keyboard().press("Control+Alt+f");
    assertThat(field("eta")).isFocused();
    page.keyboard().type("tomorrow 10:00");
    page.keyboard().press("Enter");
    assertThat(page.locator(".jobline-said")).containsText(order.number() + " is now 2.00 Pending attendance.");
    assertThat(next()).hasText(Pattern.compile("Start Job.*"));
    assertThat(page).hasURL(Pattern.compile(".*task=" + task(order, "Start Job › Field Team") + ".*"));
    assertThat(page.locator("li.task.active")).containsText("Start Job");
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/tasklist/task.png")));
    assertThat(new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
        .include(List.of(".jobline-panel")).analyze().getViolations()).isEmpty();
  }

  @Test
  void cards_are_low_and_lists_counted() {
    OrderUnderTest order = given.anAssignedOrder("description", "long ".repeat(60));
    Locator card = cardsOf(order).first();
    page.setViewportSize(1440, 900);
    assertThat(card.locator(".jobline-sla")).isVisible();
    assertThat(card.locator(".jobline-card-number")).hasText(order.number().value());
    assertThat(card.locator("h4")).hasText("Accept Job");
    assertThat(card).containsText("Pending acceptance 1.03");
    assertThat(card.locator(".jobline-card-site")).containsText("Head office");
    assertThat(((Number) card.evaluate("node => node.offsetHeight")).intValue()).isLessThanOrEqualTo(110);
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/tasklist/cards.png")));
    page.setViewportSize(1500, 1100);
    assertThat(page.locator(".task-filter .jobline-count").first()).isVisible();
    assertThat(page.locator(".task-filter.active .jobline-count")).hasText("1");
    assertThat(page.locator(".task-filter.active .counter")).isHidden();
    assertThat(page.locator(".task-filter").filter(new Locator.FilterOptions().setHasText("Assignment")).locator(".jobline-count"))
        .hasText(Pattern.compile("[1-9]\\d*"));
    assertThat(new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
        .include(List.of(".jobline-count", ".jobline-card")).analyze().getViolations()).isEmpty();
    card.locator(".jobline-card-number").click();
    assertThat(page.locator("main.jobline-page h1")).hasText(order.number().value());
  }

  @Test
  void claimed_job_is_among_my_jobs_and_can_be_given_back() {
    OrderUnderTest order = given.anAssignedOrder();
    String task = task(order, "Accept Job");
    show(order, task);
    page.locator(".task-card .claim").click();
    assertThat(page.locator(".task-card .assignee")).containsText("Amy Agent");
    assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isEqualTo("agent");
    assertThat(myJobsOf("agent", order)).isEqualTo(1);
    assertThat(next()).hasText("Accept Job");
    page.locator(".task-card .unclaim").click();
    assertThat(page.locator(".task-card .claim")).isVisible();
    assertThat(myJobsOf("agent", order)).isZero();
    assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
  }

  /** Other tests leave more jobs behind than a page of the list shows. */
  private long myJobsOf(String agent, OrderUnderTest order) {
    Filter list = filters.createTaskFilterQuery().filterName("My jobs").singleResult();
    identity.setAuthentication(agent, List.of("helpdesk"));
    try {
      return filters.count(list.getId(),
          tasks.createTaskQuery().processInstanceBusinessKey(order.number().value()));
    } finally {
      identity.clearAuthentication();
    }
  }

  @Test
  void action_that_is_open_as_a_task_is_given_up() {
    OrderUnderTest order = given.anAssignedOrder();
    String opened = order.open("no-answer");
    show(order, opened);
    assertThat(next()).hasText("No Answer");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Discard")).click();
    assertThat(next()).hasText("Accept Job");
    assertThat(tasks.createTaskQuery().taskId(opened).count()).isZero();
    assertThat(page).hasURL(Pattern.compile(".*task=" + task(order, "Accept Job") + ".*"));
    assertThat(order.status()).isEqualTo("1.03");
  }

  @Test
  void colleagues_change_is_shown_beside_the_field_and_input_is_kept() {
    OrderUnderTest order = given.aLoggedOrder("location", "Cellar");
    show(order, order.open("edit-work-order"));
    assertThat(field("description")).hasValue("The boiler is cold");
    order.perform(Given.COLLEAGUE, "edit-work-order", with("description", "No heating", "location", "Roof"));
    field("description").fill("Cold since Monday");
    save();
    assertThat(page.locator(".jobline-next .jobline-field-error"))
        .containsText("colleague changed Description from \"The boiler is cold\" to \"No heating\"");
    assertThat(field("description")).hasValue("Cold since Monday");
    assertThat(order.present().description()).isEqualTo("No heating");

    save();
    await().atMost(Duration.ofSeconds(30)).until(() -> order.present().description().equals("Cold since Monday"));
    assertThat(order.present().details()).extracting("description", "location")
        .containsExactly("Cold since Monday", "Roof");
  }

  @Test
  void what_was_typed_beside_a_list_survives_whatever_comes_between() {
    OrderUnderTest order = given.anAssignedOrder();
    OrderUnderTest other = given.anAssignedOrder();
    String task = task(order, "Accept Job");
    show(order, task);
    field("reference").fill("AL-7");
    page.keyboard().press("Escape");
    assertThat(field("reference")).hasValue("AL-7");

    cardsOf(other).first().click();
    assertThat(page.locator(".jobline-panel h1")).hasText(other.number().value());
    assertThat(field("reference")).hasValue("");
    show(order, task);
    assertThat(field("reference")).hasValue("AL-7");
    page.getByText("My team's jobs").first().click();
    show(order, task);
    assertThat(field("reference")).hasValue("AL-7");
    page.reload();
    assertThat(page.locator(".jobline-panel h1")).hasText(order.number().value());
    assertThat(field("reference")).hasValue("AL-7");

    field("eta").fill("yesterday 10:00");
    save();
    assertThat(page.locator(".jobline-next [data-field=eta] .jobline-field-error")).containsText("past");
    assertThat(field("reference")).hasValue("AL-7");
    field("eta").fill("tomorrow 10:00");
    page.route("**/actions/accept-job", Route::abort);
    save();
    assertThat(page.locator(".jobline-form-trouble")).containsText("isn't answering");
    assertThat(field("reference")).hasValue("AL-7");
    assertThat(order.status()).isEqualTo("1.03");
    page.unrouteAll();

    // the order's own page has it too
    page.evaluate("number => { window.location.hash = '#/orders/' + number }", order.number().value());
    assertThat(page.locator("main.jobline-page h1")).hasText(order.number().value());
    assertThat(field("reference")).hasValue("AL-7");
    save();
    await().atMost(Duration.ofSeconds(30)).until(() -> order.status().equals("2.00"));
  }

  @Test
  void what_was_typed_beside_the_list_is_there_again_when_the_session_had_ended() {
    OrderUnderTest order = given.anAssignedOrder();
    Page before = page;
    page = chromium.page();
    try {
      page.onPageError(errors::add);
      String address = "http://localhost:" + port + "/camunda/app/tasklist/default/";
      Chromium.logIn(page, "agent", address);
      assertThat(page.locator(".jobline-start")).isVisible();
      show(order, task(order, "Accept Job"));
      field("reference").fill("AL-7");
      page.context().clearCookies();
      save();
      assertThat(page.locator("input[type=password]").or(page.locator(".jobline-form-trouble:not(:empty)")).first())
          .isVisible();
      page.reload();
      Chromium.logIn(page, "agent", address);
      assertThat(page.locator("a.jobline-orders-link").first()).isVisible();
      show(order, task(order, "Accept Job"));
      assertThat(next()).hasText("Accept Job");
      assertThat(field("reference")).hasValue("AL-7");
      assertThat(order.status()).isEqualTo("1.03");
    } finally {
      page = before;
    }
  }

  @Test
  void unavailable_action_is_closed_and_the_agent_told() throws Exception {
    OrderUnderTest order = given.anAcceptedOrder();
    String task = order.open("request-eta");
    show(order, task);
    assertThat(next()).hasText("Request ETA");
    order.perform(Given.COLLEAGUE, "start-job-field-team", with("engineer", "Eve", "attending", 1));
    assertThat(page.locator(".jobline-closed")).containsText("Request ETA on " + order.number() + " was closed");
    assertThat(next()).hasText("Stop Job");
    page.locator(".jobline-closed button").click();
    assertThat(page.locator(".jobline-closed")).isHidden();

    HttpResponse<String> answer = submitted(task);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(answer.body()).contains("Request ETA on " + order.number() + " was closed", "by colleague");
  }

  /** As a client of the engine's own API does that still has the form. */
  private HttpResponse<String> submitted(String task) throws IOException, InterruptedException {
    String login = Base64.getEncoder().encodeToString("agent:agent".getBytes(StandardCharsets.UTF_8));
    return HttpClient.newHttpClient().send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest/task/" + task + "/submit-form"))
            .header("Authorization", "Basic " + login).header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"variables\":{\"by\":{\"value\":\"phone\"}}}")).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
