package org.jobline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jobline.fixture.Given.with;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.jobline.action.Channel;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.Given;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.ServedTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One page for an order, which an agent need not leave (desk.md). */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderPageTest {

  @LocalServerPort int port;
  @Autowired Given given;
  @Autowired TaskService tasks;
  @Autowired JdbcClient jdbc;

  private final List<String> errors = new ArrayList<>();
  private Chromium chromium;
  private Page desk;
  private Page page;

  /** One page for all of them: to load Tasklist takes longer than most of what is tested. */
  @BeforeAll
  void logIn() {
    chromium = Chromium.start();
    desk = chromium.tasklistAs("agent", port);
    desk.onPageError(errors::add);
  }

  @BeforeEach
  void begin() {
    page = desk;
    page.evaluate("() => { localStorage.clear(); document.activeElement.blur(); window.location.hash = '#/start' }");
    assertThat(page.locator(".jobline-start")).isVisible();
  }

  @AfterEach
  void nothingFailed() {
    chromium.closeAllBut(desk);
    desk.unrouteAll();
    desk.setViewportSize(1500, 1100);
    assertThat(errors).isEmpty();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private void open(OrderUnderTest order) {
    open(page, order);
  }

  private static void open(Page where, OrderUnderTest order) {
    where.evaluate("number => { window.location.hash = '#/orders/' + number }", order.number().value());
    assertThat(where.locator(".jobline-page h1")).hasText(order.number().value());
  }

  private Locator field(String key) {
    return page.locator(".jobline-next [data-field='" + key + "'] input, .jobline-next [data-field='" + key + "'] textarea")
        .first();
  }

  private Locator next() {
    return page.locator(".jobline-next h3");
  }

  private Locator said() {
    return page.locator(".jobline-said");
  }

  private void choose(String action) {
    page.locator(".jobline-page .jobline-menu-button").click();
    page.locator(".jobline-menu:visible button[data-action='" + action + "']").first().click();
    assertThat(page.locator(".jobline-next .jobline-form")).isVisible();
  }

  private static void awaitStatus(OrderUnderTest order, String status) {
    await().atMost(Duration.ofSeconds(30)).until(() -> order.status().equals(status));
  }

  @Test
  void an_order_is_found_and_accepted_with_its_ETA_by_three_keys_beside_what_is_typed() {
    OrderUnderTest order = given.anAssignedOrder();
    page.keyboard().press("/");
    page.keyboard().type(order.number().value());
    page.keyboard().press("Enter");
    assertThat(next()).hasText("Accept Job");
    assertThat(field("eta")).isFocused();
    page.keyboard().type("tomorrow 10:00");
    page.keyboard().press("Enter");
    awaitStatus(order, "2.00");
    assertThat(order.present().eta()).isPresent();
  }

  @Test
  void work_that_stopped_for_parts_leads_to_buying_them_and_shows_what_was_bought() {
    OrderUnderTest work = given.aPausedOrder("location", "Plant room");
    open(work);
    Locator hint = page.locator(".jobline-parts-hint");
    assertThat(hint).containsText("Work stopped for parts.");
    hint.locator("button").click();
    assertThat(next()).hasText("Buy for This Order");
    assertThat(field("deliveryLocation")).hasValue("Plant room");
    assertThat(field("contactName")).hasValue("Hannah");
    work.perform("buy-for-order", with("supplier", "SCREWS", "lines", "- \"Bracket\" 3 10.00 20 -"));
    Locator bought = page.locator(".jobline-bought");
    assertThat(bought.locator("tbody")).containsText("0 of 3 units");
    assertThat(bought.locator("tfoot")).containsText("£35.00");
    assertThat(hint).containsText("on order: PO-");
    hint.locator("button").click();
    assertThat(page.locator(".jobline-page h1")).containsText("PO-");
    assertThat(page.locator(".jobline-page-facts")).containsText("The boiler is cold · Head office");
  }

  @Test
  void a_purchase_is_found_by_its_supplier_and_all_of_what_is_found_can_be_read() {
    OrderUnderTest work = given.aLoggedOrder();
    work.perform("buy-for-order", with("supplier", "RING", "lines", "- \"Emergency lamp\" 3 10.00 20 -"));
    page.locator(".jobline-find input").fill("ring electrical emergency");
    Locator found = page.locator(".jobline-results li").first();
    assertThat(found).containsText("Ring Electrical");
    assertThat(found.locator(".jobline-summary")).hasText("Emergency lamp");
    BoundingBox summary = found.locator(".jobline-summary").boundingBox();
    BoundingBox frame = found.locator("button").boundingBox();
    assertThat(summary.y + summary.height).isLessThanOrEqualTo(frame.y + frame.height);
    page.keyboard().press("Escape");
  }

  @Test
  void from_the_call_to_the_ETA_on_one_page_by_mouse_in_no_more_than_fourteen_clicks() {
    OrderUnderTest order = given.aLoggedOrder("resource", null);
    open(order);
    int clicks = 0;
    field("resource").click();
    clicks++;
    page.locator(".jobline-next [role=option]").first().click();
    clicks++;
    page.getByLabel("Up to SLA").click();
    clicks++;
    page.locator(".jobline-next button[type=submit]").click();
    clicks++;
    awaitStatus(order, "1.00");
    assertThat(said()).containsText(order.number() + " is now 1.00 Pending assign.");
    assertThat(next()).hasText("Assign");
    page.getByLabel("By e-mail").click();
    clicks++;
    page.locator(".jobline-next button[type=submit]").click();
    clicks++;
    awaitStatus(order, "1.03");
    assertThat(said()).containsText(order.number() + " is now 1.03 Pending acceptance.");
    assertThat(said()).containsText("E-mail");
    assertThat(next()).hasText("Accept Job");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("tomorrow 08:00")).click();
    clicks++;
    page.locator(".jobline-next button[type=submit]").click();
    clicks++;
    awaitStatus(order, "2.00");
    assertThat(page.locator(".jobline-page .jobline-status").first()).hasText("Pending attendance 2.00");
    assertThat(clicks).isLessThanOrEqualTo(14);
  }

  @Test
  void from_the_call_to_the_ETA_on_one_page_by_keys_in_no_more_than_ten() {
    OrderUnderTest order = given.aLoggedOrder("resource", null);
    open(order);
    int keys = 0;
    assertThat(next()).hasText("Allocate Resource and/or Set Schedule");
    assertThat(field("resource")).isFocused();
    page.keyboard().type("alpha");
    for (String key : List.of("Tab", "Space", "Control+Enter")) {
      page.keyboard().press(key);
      keys++;
    }
    awaitStatus(order, "1.00");
    assertThat(next()).hasText("Assign");
    assertThat(page.locator(".jobline-next :focus")).isVisible();
    for (String key : List.of("ArrowDown", "Control+Enter")) {
      page.keyboard().press(key);
      keys++;
    }
    awaitStatus(order, "1.03");
    assertThat(field("eta")).isFocused();
    page.keyboard().type("tomorrow 10:00");
    page.keyboard().press("Enter");
    keys++;
    awaitStatus(order, "2.00");
    assertThat(order.present().eta()).isPresent();
    assertThat(keys).isLessThanOrEqualTo(10);
  }

  @Test
  void an_order_is_found_and_accepted_with_its_ETA_by_mouse_in_no_more_than_eight_clicks() {
    OrderUnderTest order = given.anAssignedOrder();
    int clicks = 0;
    page.getByLabel("Find an order").click();
    clicks++;
    page.keyboard().type(order.number().value());
    page.locator(".jobline-results button").first().click();
    clicks++;
    assertThat(next()).hasText("Accept Job");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("tomorrow 08:00")).click();
    clicks++;
    page.locator(".jobline-next button[type=submit]").click();
    clicks++;
    awaitStatus(order, "2.00");
    assertThat(clicks).isLessThanOrEqualTo(8);
  }

  @Test
  void an_order_is_found_by_whatever_a_caller_says_of_it() {
    String word = "lantern" + System.nanoTime();
    OrderUnderTest order = given.anAssignedOrder("site", "OLD", "description", "The " + word + " is out",
        "contactName", "Zelda Quarles", "contactPhone", "0113 496 7" + System.nanoTime() % 1000);
    String phone = order.present().contactPhone();
    Locator find = page.getByLabel("Find an order");
    for (String asked : List.of(word + " mill", "zelda " + word, word + " " + phone.replace(" ", ""))) {
      find.click();
      find.fill(asked);
      Locator result = page.locator(".jobline-results button").first();
      assertThat(result).containsText(order.number().value());
      assertThat((Boolean) result.evaluate("node => node.scrollHeight <= node.offsetHeight")).as("shown as a whole").isTrue();
      page.keyboard().press("Escape");
      assertThat(page.locator(".jobline-results")).hasCount(0);
    }
  }

  @Test
  void the_timeline_tells_in_words_what_was_said_by_whom_and_of_which_amounts() {
    OrderUnderTest order = given.anAssignedOrder();
    order.perform("no-answer", with("numberTried", "0113 496 0042", "notes", "Voicemail is full"));
    order.perform("set-fixed-cost", with("amount", 950.5, "details", "As quoted by Ann"));
    order.perform("change-resource", with("resource", "BETA", "reason", "Nobody picks up"));
    open(order);
    Locator events = page.locator(".jobline-events");
    for (String said : List.of("Number tried: 0113 496 0042", "Voicemail is full", "As quoted by Ann", "Nobody picks up",
        "Fixed cost set to £950.50", "Beta Ltd", "Amy Agent", "→ Pending acceptance 1.03")) {
      assertThat(events).containsText(said);
    }
    for (String raw : List.of("[object", "BETA", "{\"", "T0", "T1", "T2", "agent ·")) {
      assertThat(events).not().containsText(raw);
    }
    assertThat(page.locator(".jobline-page-facts")).containsText("by Amy Agent");
    Locator search = page.getByLabel("Search the timeline");
    search.fill("pending ACCEPTANCE");
    assertThat(events.locator("li").first()).containsText("→ Pending acceptance 1.03");
    search.fill("call out");
    assertThat(events.locator("li")).hasText(new Pattern[] {Pattern.compile(".*Call Out.*", Pattern.DOTALL)});
    search.fill("");
    assertThat(events.locator("time").first()).hasText(Pattern.compile("\\D{3} \\d\\d? \\D{3}, \\d\\d:\\d\\d"));
    assertThat(events.locator("time").first()).hasText((String) page.evaluate("""
        ([at]) => import('/camunda/app/tasklist/scripts/jobline/words.js').then(({ time }) => time(at, 'Europe/London'))""",
        List.of(events.locator("time").first().getAttribute("datetime"))));
  }

  @Test
  void what_happened_is_in_sight_after_a_long_form_and_so_is_what_is_outstanding() {
    OrderUnderTest order = given.anOrderOnSite("workType", "GAS");
    page.setViewportSize(1280, 500);
    open(order);
    field("stoppedAt").fill("now");
    field("stoppedAt").press("Tab");
    page.getByLabel("Completed", new Page.GetByLabelOptions().setExact(true)).check();
    Locator button = page.locator(".jobline-next button[type=submit]");
    button.scrollIntoViewIfNeeded();
    button.click();
    awaitStatus(order, "5.00");
    assertThat(said()).containsText(order.number() + " is now 5.00");
    assertThat(said()).isInViewport();
    assertThat(page.locator(".jobline-next")).containsText("Outstanding: Gas safety certificate");
    page.locator(".jobline-next").getByText("Certificates …").click();
    assertThat(next()).hasText("Add/View/Delete Certificates");
    assertThat(page.locator(".jobline-next .jobline-form :focus")).isVisible();
  }

  @Test
  void no_page_of_the_desk_speaks_of_the_engine() {
    open(given.anAssignedOrder());
    for (String address : List.of("#/start", "#/log", "#/orders", "#/orders/" + given.anAssignedOrder().number(), "#/")) {
      page.evaluate("address => { window.location.hash = address }", address);
      assertThat(page.locator("main.jobline-page, main.jobline-orders, .task-filters").first()).isVisible();
      page.waitForLoadState(LoadState.NETWORKIDLE);
      assertThat((String) page.evaluate("() => document.body.innerText"))
          .as(address).contains("Log an order").doesNotContainIgnoringCase("process")
          .doesNotContainIgnoringCase("powered by").doesNotContain("Camunda").doesNotContain("Diagram");
    }
  }

  @Test
  void an_action_chosen_before_the_page_has_what_was_saved_stays_chosen() {
    OrderUnderTest order = given.anAssignedOrder();
    open(order);
    assertThat(next()).hasText("Accept Job");
    List<Route> held = new ArrayList<>();
    page.route("**/api/work-orders/" + order.number(), held::add);
    page.locator(".jobline-next button[type=submit]").click();
    awaitStatus(order, "2.00");
    choose("cancel-job");
    assertThat(next()).hasText("Cancel Job");
    page.unroute("**/api/work-orders/" + order.number());
    held.forEach(Route::resume);
    assertThat(page.locator(".jobline-page .jobline-status").first()).hasText("Pending attendance 2.00");
    assertThat(next()).hasText("Cancel Job");
    assertThat(page.locator(".jobline-next .jobline-form")).isVisible();
  }

  @Test
  void what_was_saved_is_not_asked_for_again_while_the_page_reads_what_comes_next() {
    OrderUnderTest order = given.anAssignedOrder();
    open(order);
    assertThat(next()).hasText("Accept Job");
    List<Route> held = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    page.route("**/api/work-orders/" + order.number(), held::add);
    page.route("**/actions/accept-job/form", route -> {
      asked.add(route.request().url());
      route.resume();
    });
    page.locator(".jobline-next button[type=submit]").click();
    page.waitForCondition(() -> !held.isEmpty());
    Request beat = page.waitForRequest(request -> request.url().endsWith("/api/pulse")
        && request.postData().contains(order.number().value()), () -> {});
    beat.response().finished();
    page.unroute("**/api/work-orders/" + order.number());
    held.forEach(Route::resume);
    assertThat(next()).hasText(Pattern.compile("Start Job.*"));
    assertThat(asked).isEmpty();
  }

  @Test
  void a_form_that_comes_late_leaves_the_focus_to_the_menu_that_was_opened_meanwhile() {
    OrderUnderTest order = given.anAssignedOrder();
    List<Route> held = new ArrayList<>();
    page.route("**/api/work-orders/" + order.number() + "/actions/accept-job/form", held::add);
    open(order);
    page.keyboard().press("Control+Alt+a");
    Locator first = page.locator(".jobline-menu:visible button[data-action]").first();
    assertThat(first).isFocused();
    page.waitForCondition(() -> !held.isEmpty());
    page.unroute("**/api/work-orders/" + order.number() + "/actions/accept-job/form");
    held.forEach(Route::resume);
    assertThat(field("eta")).isVisible();
    assertThat(first).isFocused();
  }

  @Test
  void an_action_that_is_only_looked_at_leaves_nothing_behind() {
    OrderUnderTest order = given.anAssignedOrder();
    List<Object> before = order.picture();
    open(order);
    choose("no-answer");
    assertThat(next()).hasText("No Answer");
    page.getByText("Discard").click();
    assertThat(next()).hasText("Accept Job");
    choose("cancel-job");
    page.goBack();
    assertThat(page.locator(".jobline-next")).hasCount(0);
    assertThat(order.picture()).isEqualTo(before);
    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(order.number().value()).taskAssignee("agent").count())
        .isZero();
  }

  @Test
  void what_was_typed_comes_back_after_another_order_a_reload_and_a_list() {
    OrderUnderTest order = given.anAssignedOrder();
    OrderUnderTest other = given.anAssignedOrder();
    open(order);
    choose("no-answer");
    field("numberTried").fill("0113 496 0000");
    open(other);
    assertThat(next()).hasText("Accept Job");
    open(order);
    assertThat(next()).hasText("No Answer");
    assertThat(field("numberTried")).hasValue("0113 496 0000");
    page.reload();
    assertThat(field("numberTried")).hasValue("0113 496 0000");
    page.evaluate("() => { window.location.hash = '#/' }");
    assertThat(page.getByText("My team's jobs")).isVisible();
    open(order);
    assertThat(field("numberTried")).hasValue("0113 496 0000");
    page.keyboard().press("Escape");
    assertThat(field("numberTried")).hasValue("0113 496 0000");
    page.locator(".jobline-next button[type=submit]").click();
    awaitStatus(order, "1.02");
    open(other);
    open(order);
    assertThat(next()).not().hasText("No Answer");
  }

  @Test
  void what_was_typed_is_there_again_when_the_session_had_ended() {
    OrderUnderTest order = given.anAssignedOrder();
    page = chromium.page();
    String address = "http://localhost:" + port + "/camunda/app/tasklist/default/";
    Chromium.logIn(page, "agent", address);
    assertThat(page.locator(".jobline-start")).isVisible();
    open(order);
    choose("no-answer");
    field("numberTried").fill("0113 496 0000");
    page.evaluate("() => { window.location.hash = '#/log' }");
    Locator caller = page.locator(".jobline-log-form [data-field=contactName] input").first();
    caller.fill("Olive");
    open(order);
    assertThat(next()).hasText("No Answer");
    page.getByLabel("Note or call").fill("Rings back");
    page.context().clearCookies();
    page.locator(".jobline-next button[type=submit]").click();
    assertThat(page.locator("input[type=password]").or(page.locator(".jobline-form-trouble:not(:empty)")).first())
        .isVisible();
    page.reload();
    Chromium.logIn(page, "agent", address);
    assertThat(page.locator("a.jobline-orders-link").first()).isVisible();
    open(order);
    assertThat(next()).hasText("No Answer");
    assertThat(field("numberTried")).hasValue("0113 496 0000");
    assertThat(page.getByLabel("Note or call")).hasValue("Rings back");
    page.evaluate("() => { window.location.hash = '#/log' }");
    assertThat(caller).hasValue("Olive");
    assertThat(order.status()).isEqualTo("1.03");
  }

  @Test
  void nobody_else_sees_what_was_typed() {
    OrderUnderTest order = given.anAssignedOrder();
    open(order);
    choose("no-answer");
    field("numberTried").fill("0113 496 0000");
    page.route("**/api/admin/auth/user/default", route -> route.fulfill(new Route.FulfillOptions()
        .setContentType("application/json").setBody("{\"userId\":\"somebody\",\"authorizedApps\":[\"tasklist\"]}")));
    open(given.anAssignedOrder());
    open(order);
    assertThat(next()).hasText("Accept Job");
  }

  @Test
  void a_refusal_stands_beside_its_field_and_takes_nothing_away() {
    OrderUnderTest order = given.anAssignedOrder();
    open(order);
    field("reference").fill("AL-7");
    field("eta").fill("yesterday 10:00");
    page.locator(".jobline-next button[type=submit]").click();
    assertThat(page.locator(".jobline-next [data-field=eta] .jobline-field-error")).containsText("past");
    assertThat(field("eta")).isFocused();
    assertThat(field("eta")).hasValue(Pattern.compile(".* 10:00"));
    assertThat(field("reference")).hasValue("AL-7");
    assertThat(order.status()).isEqualTo("1.03");
  }

  @Test
  void an_agent_is_told_that_a_colleague_was_quicker_and_keeps_what_was_typed() {
    OrderUnderTest order = given.anAssignedOrder();
    open(order);
    field("spokeTo").fill("Dispatch");
    order.perform(Given.COLLEAGUE, "accept-job", with("eta", order.in(Duration.ofHours(3)), "spokeTo", "Ann"));
    assertThat(page.locator(".jobline-next [role=alert]").first()).containsText("A colleague was quicker");
    assertThat(page.locator(".jobline-page .jobline-status").first()).hasText("Pending attendance 2.00");
    assertThat(field("spokeTo")).hasValue("Dispatch");
    page.getByText("Discard").click();
    assertThat(next()).hasText(Pattern.compile("Start Job.*"));
  }

  @Test
  void what_got_no_answer_is_done_once_when_it_is_sent_again() {
    OrderUnderTest order = given.anAssignedOrder();
    open(order);
    field("eta").fill("tomorrow 10:00");
    AtomicInteger calls = new AtomicInteger();
    page.route("**/actions/accept-job", route -> {
      if (calls.incrementAndGet() == 1) {
        // it arrives, and the answer is lost
        route.fetch();
        route.abort();
      } else {
        route.resume();
      }
    });
    page.locator(".jobline-next button[type=submit]").click();
    assertThat(page.locator(".jobline-form-trouble")).containsText("isn't answering");
    assertThat(field("eta")).hasValue(Pattern.compile(".* 10:00"));
    int events = order.events().size();
    page.locator(".jobline-next button[type=submit]").click();
    assertThat(said()).containsText("2.00 Pending attendance");
    assertThat(order.events()).hasSize(events);
  }

  @Test
  void what_was_saved_by_keys_is_no_draft_any_more() {
    OrderUnderTest order = given.anAssignedOrder();
    open(order);
    choose("no-answer");
    field("numberTried").fill("0113 496 0000");
    field("numberTried").press("Control+Enter");
    awaitStatus(order, "1.02");
    assertThat(next()).not().hasText("No Answer");
    page.reload();
    assertThat(page.locator(".jobline-next .jobline-form")).isVisible();
    assertThat(next()).not().hasText("No Answer");
  }

  @Test
  void a_call_is_noted_in_one_line_beside_whatever_is_being_done() {
    OrderUnderTest order = given.anAssignedOrder();
    open(order);
    field("reference").fill("AL-7");
    page.getByLabel("Kind of note").selectOption("Call out");
    page.getByLabel("Note or call").fill("Dispatch will ring back");
    page.keyboard().press("Enter");
    assertThat(said()).containsText("Call out: saved.");
    assertThat(page.locator(".jobline-events")).containsText("Dispatch will ring back");
    assertThat(page.getByLabel("Note or call")).hasValue("");
    assertThat(field("reference")).hasValue("AL-7");
    assertThat(order.lastEvent().channel()).isEqualTo(Channel.CALL_OUT.name());
  }

  @Test
  void what_was_typed_in_the_note_line_survives_whatever_comes_between() {
    OrderUnderTest order = given.anAssignedOrder();
    Locator line = page.getByLabel("Note or call");
    open(order);
    page.getByLabel("Kind of note").selectOption("Call out");
    line.fill("Dispatch will ring back");
    page.keyboard().press("Escape");
    assertThat(line).hasValue("Dispatch will ring back");
    open(given.anAssignedOrder());
    assertThat(line).hasValue("");
    open(order);
    assertThat(line).hasValue("Dispatch will ring back");
    page.evaluate("() => { window.location.hash = '#/' }");
    assertThat(page.getByText("My team's jobs")).isVisible();
    open(order);
    assertThat(line).hasValue("Dispatch will ring back");
    page.reload();
    assertThat(line).hasValue("Dispatch will ring back");
    assertThat(page.getByLabel("Kind of note").locator("option:checked")).hasText("Call out");

    order.perform(Given.COLLEAGUE, "accept-job", with());
    assertThat(page.locator(".jobline-page .jobline-status").first()).hasText("Pending attendance 2.00");
    assertThat(line).hasValue("Dispatch will ring back");

    int events = order.events().size();
    page.route("**/actions/information", route -> route.fulfill(new Route.FulfillOptions().setStatus(422)
        .setContentType("application/problem+json").setBody("{\"type\":\"about:blank\",\"detail\":\"Not now.\"}")));
    line.press("Enter");
    assertThat(page.locator(".jobline-note-line [role=alert]")).containsText("Not now.");
    assertThat(line).hasValue("Dispatch will ring back");
    page.unroute("**/actions/information");
    page.route("**/actions/information", Route::abort);
    line.press("Enter");
    assertThat(page.locator(".jobline-note-line [role=alert]")).containsText("isn't answering");
    assertThat(line).hasValue("Dispatch will ring back");
    page.unroute("**/actions/information");
    line.press("Enter");
    assertThat(line).hasValue("");
    assertThat(order.events()).hasSize(events + 1);
    page.reload();
    assertThat(line).hasValue("");
  }

  @Test
  void an_agent_is_reminded_at_the_time_on_the_page_at_the_start_and_wherever_he_is() {
    OrderUnderTest order = given.anAssignedOrder();
    open(order);
    page.getByText("Remind me …").click();
    Locator form = page.locator(".jobline-reminder-form");
    form.locator("[data-field=at] input").first().fill("+30");
    form.locator("[data-field=text] input").fill("Ring Dispatch back");
    form.locator("button[type=submit]").click();
    Locator line = page.locator(".jobline-order-reminders li");
    assertThat(line).containsText("Ring Dispatch back");
    page.evaluate("() => { window.location.hash = '#/start' }");
    assertThat(page.locator("[data-list=reminders]")).containsText("Ring Dispatch back");
    jdbc.sql("update reminder set at = now() where order_number = ?").param(order.number().value()).update();
    page.reload();
    Locator notice = page.locator(".jobline-due li", new Page.LocatorOptions().setHasText(order.number().value()));
    assertThat(notice).containsText("Ring Dispatch back");
    notice.getByText("In 15 min").click();
    assertThat(notice).hasCount(0);
    open(order);
    line.getByText("Done").click();
    assertThat(line).hasCount(0);
    assertThat(jdbc.sql("select count(*) from reminder where order_number = ?").param(order.number().value())
        .query(Integer.class).single()).isZero();
  }

  @Test
  void what_a_team_writes_again_and_again_is_kept_and_put_in_by_keys() {
    OrderUnderTest order = given.anAssignedOrder();
    open(order);
    choose("no-answer");
    String name = "Voicemail " + System.nanoTime();
    Locator notes = page.locator(".jobline-next textarea").first();
    notes.fill("Left a voicemail.");
    notes.press("Control+Alt+t");
    page.getByText("Save this text").click();
    page.locator(".jobline-texts-list").getByLabel("Name").fill(name);
    page.keyboard().press("Enter");
    assertThat(page.locator(".jobline-texts-list").getByText(name)).isVisible();
    page.keyboard().press("Escape");
    assertThat(notes).isFocused();
    notes.fill("Tried twice.");
    page.keyboard().press("Control+Alt+t");
    page.locator(".jobline-texts-list").getByText(name).focus();
    page.keyboard().press("Enter");
    assertThat(notes).hasValue("Tried twice.\nLeft a voicemail.");
    assertThat(notes).isFocused();
    assertThat(page.locator(".jobline-texts-list")).hasCount(0);
  }

  @Test
  void times_to_be_amended_are_those_of_the_visit_and_what_is_not_touched_stays_to_the_second() {
    OrderUnderTest order = given.anOrderIn("5.01");
    Instant started = order.lastVisit().startedAt();
    open(order);
    choose("amend-start-stop-times");
    field("visit").click();
    page.locator(".jobline-next [role=option]").first().click();
    assertThat(field("start")).hasValue(Pattern.compile("\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d"));
    assertThat(field("stop")).hasValue(Pattern.compile("\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d"));
    assertThat(field("attending")).hasValue("1");
    field("stop").fill("now");
    field("reason").fill("misheard");
    page.reload();
    assertThat(field("reason")).hasValue("misheard");
    assertThat(field("start")).hasValue(Pattern.compile("\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d"));
    page.locator(".jobline-next button[type=submit]").click();
    await().atMost(Duration.ofSeconds(30)).until(() -> order.lastEvent().action().equals("amend-start-stop-times"));
    assertThat(order.lastVisit().startedAt()).isEqualTo(started);
  }

  @Test
  void register_and_permit_are_asked_for_where_there_are_any() {
    open(given.anAcceptedOrder("site", "OLD"));
    assertThat(next()).hasText(Pattern.compile("Start Job.*"));
    assertThat(page.getByLabel("Asbestos register read")).isVisible();
    assertThat(page.getByLabel("Permit number")).hasCount(0);
    open(given.anAcceptedOrder("workType", "HOT"));
    assertThat(page.getByLabel("Permit number")).isVisible();
    assertThat(page.getByLabel("Asbestos register read")).hasCount(0);
  }

  @Test
  void people_who_have_an_order_open_see_each_other() {
    OrderUnderTest order = given.anAssignedOrder();
    Page others = chromium.tasklistAs("finance", port);
    open(page, order);
    open(others, order);
    assertThat(page.locator(".jobline-looking")).hasText(Pattern.compile("^[^,]+ has this open$"));
    String seen = page.locator(".jobline-looking").textContent();
    assertThat(others.locator(".jobline-looking")).hasText(Pattern.compile("^[^,]+ has this open$"));
    assertThat(others.locator(".jobline-looking")).not().hasText(seen);

    OrderUnderTest alone = given.anAssignedOrder();
    for (Page mine : List.of(page, chromium.tasklistAs("agent", port))) {
      open(mine, alone);
      mine.waitForResponse("**/api/pulse", () -> {});
      assertThat(mine.locator(".jobline-looking")).hasCount(0);
    }
  }

  @Test
  void the_page_tells_whom_to_ring_and_what_to_know_of_the_building() {
    open(given.anAssignedOrder("site", "HQ"));
    assertThat(page.locator(".jobline-page a[href='tel:+441632960001']")).hasText("+44 1632 960001");
    assertThat(page.locator(".jobline-page .jobline-warning")).hasCount(0);
    open(given.anAssignedOrder("site", "OLD"));
    assertThat(page.locator(".jobline-page .jobline-warning")).containsText("Asbestos");
    assertThat(page.locator(".jobline-page")).containsText("Hours");
  }

  @Test
  void the_address_can_be_sent_to_a_colleague_and_says_so_when_there_is_no_such_order() {
    OrderUnderTest order = given.anAssignedOrder();
    Page finance = chromium.tasklistAs("finance", port);
    open(finance, order);
    assertThat(finance.locator(".jobline-page .jobline-status").first()).hasText("Pending acceptance 1.03");
    page.evaluate("() => { window.location.hash = '#/orders/R-999999' }");
    assertThat(page.getByText("There is no order R-999999.")).isVisible();
  }

  @Test
  void each_action_stands_once_in_the_menu_with_the_channels_as_a_choice() {
    OrderUnderTest order = given.anAssignedOrder();
    open(order);
    page.keyboard().press("Control+Alt+a");
    Locator first = page.locator(".jobline-menu:visible .jobline-menu-entry > button:first-child");
    assertThat(first.first()).isFocused();
    List<String> labels = first.allTextContents();
    assertThat(labels).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    page.keyboard().type("no ans");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Enter");
    assertThat(next()).hasText("No Answer");
    field("numberTried").fill("0113 496 0000");
    page.locator(".jobline-next button[type=submit]").click();
    awaitStatus(order, "1.02");
    assertThat(order.lastEvent().channel()).isEqualTo(Channel.CALL_OUT.name());
  }

  @Test
  void the_page_can_be_used_by_everybody_and_read_on_a_telephone() {
    OrderUnderTest order = given.anOrderOnSite();
    order.perform("add-notes-private", with("text", "Ring the back door"));
    open(order);
    assertThat(page.locator(".jobline-next .jobline-form")).isVisible();
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/desk/order-page.png")));
    assertThat(seriousFindings()).isEmpty();
    page.setViewportSize(390, 844);
    assertThat((Boolean) page.evaluate(
        "() => document.querySelector('.jobline-page').scrollWidth <= document.documentElement.clientWidth")).isTrue();
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/desk/order-page-390.png")).setFullPage(true));
  }

  private List<String> seriousFindings() {
    return new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
        .include(List.of(".jobline-page")).analyze().getViolations().stream()
        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
        .map(OrderPageTest::said)
        .toList();
  }

  private static String said(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream().map(node -> node.getHtml()).toList();
  }
}
