package org.jobline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.Given;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.ServedTest;
import org.jobline.order.OrderNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page on which orders are logged, and the page an agent begins with (desk.md). */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogPageTest {

  private static final Pattern LOGGED = Pattern.compile("(R-\\d{6,}) logged( and copied)?\\.");

  @LocalServerPort int port;
  @Autowired Given given;
  @Autowired JdbcClient jdbc;

  private final List<String> errors = new ArrayList<>();
  private Chromium chromium;
  private Page page;

  /** One page for all of them: to load Tasklist takes longer than most of what is tested. */
  @BeforeAll
  void logIn() {
    chromium = Chromium.start();
    page = chromium.tasklistAs("agent", port);
    page.onPageError(errors::add);
  }

  @BeforeEach
  void begin() {
    page.evaluate("() => { window.location.hash = '#/' }");
    assertThat(page.getByText("My team's jobs").first()).isVisible();
    // a page is kept a moment for somebody who comes back at once, with what was typed there
    assertThat(page).not().hasTitle(Pattern.compile("Log an order.*"));
    page.evaluate("() => localStorage.clear()");
  }

  @AfterEach
  void nothingFailed() {
    page.unrouteAll();
    page.setViewportSize(1500, 1100);
    assertThat(errors).isEmpty();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private void open() {
    page.evaluate("() => { window.location.hash = '#/log' }");
    // somebody who comes back at once is where he was
    assertThat(page.locator(".jobline-log-form :focus")).isVisible();
  }

  private Locator field(String key) {
    return page.locator(".jobline-log-form [data-field='" + key + "'] input, .jobline-log-form [data-field='" + key
        + "'] textarea").first();
  }

  private Locator briefing() {
    return page.locator(".jobline-briefing");
  }

  private Locator button(String name) {
    return briefing().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
  }

  private void type(String... texts) {
    for (String text : texts) {
      page.keyboard().type(text);
      page.keyboard().press("Tab");
    }
  }

  private void submit() {
    page.locator(".jobline-log-form button[type=submit]").click();
  }

  /** The order whose page is shown because it was just logged. */
  private OrderUnderTest logged() {
    assertThat(page.locator(".jobline-said")).hasText(LOGGED);
    String number = page.locator(".jobline-page h1").textContent();
    assertThat(page.locator(".jobline-said")).containsText(number);
    return given.order(new OrderNumber(number));
  }

  @Test
  void an_order_is_logged_by_two_keys_beside_its_fields() {
    page.keyboard().press("Control+Alt+P");
    assertThat(field("site")).isFocused();
    // what can mean one entry only need not be picked
    type("old mill", "lifting", "P1", "Window of " + System.nanoTime() + " broken", "Olive", "0113 496 0001");
    page.keyboard().press("Control+Enter");
    OrderUnderTest order = logged();
    assertThat(page.locator(".jobline-next h3")).isVisible();
    open();
    assertThat(field("contactName")).hasValue("");
    page.goBack();
    assertThat(order.present().site()).isEqualTo("OLD");
    assertThat(order.present().workType()).isEqualTo("BOOM");
    assertThat(order.present().contactName()).isEqualTo("Olive");
    assertThat(page.locator(".jobline-next h3")).hasText("Allocate Resource and/or Set Schedule");
  }

  @Test
  void an_order_is_logged_by_mouse_in_no_more_than_twelve_clicks() {
    countClicks();
    page.locator("a.jobline-orders-link", new Page.LocatorOptions().setHasText("Log an order")).click();
    field("site").click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("HQ Head office").setExact(true)).click();
    field("workType").click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("GAS Gas")).click();
    button("P2 Soon").click();
    assertThat(field("priority")).hasValue("P2 Soon");
    field("description").click();
    page.keyboard().type("Smells of gas " + System.nanoTime());
    button("Petra").click();
    assertThat(field("contactPhone")).hasValue("+44 1632 960001");
    button("Quentin").click();
    assertThat(field("contactPhone")).hasValue("");
    button("Petra").click();
    page.getByLabel("Log anyway").check();
    submit();
    OrderUnderTest order = logged();
    assertThat(order.present().contactName()).isEqualTo("Petra");
    assertThat(order.present().priority()).isEqualTo("P2");
    assertThat((int) page.evaluate("window.clicks")).isBetween(9, 12);
  }

  /** Of the mouse, whatever it hits. */
  private void countClicks() {
    page.evaluate("""
        () => {
          if (window.clicks === undefined) {
            document.addEventListener('mousedown', () => window.clicks++, true);
          }
          window.clicks = 0;
        }""");
  }

  private Locator next() {
    return page.locator(".jobline-next h3");
  }

  private Locator nextField(String key) {
    return page.locator(".jobline-next [data-field='" + key + "'] input").first();
  }

  private void save() {
    page.locator(".jobline-next button[type=submit]").click();
  }

  @Test
  void from_the_logged_order_to_the_ETA_is_one_page_and_fourteen_clicks_at_most() {
    open();
    type("NEXT-HQ", "lifting", "P1", "Lift of " + System.nanoTime() + " stuck", "Nora");
    submit();
    OrderUnderTest order = logged();
    String address = page.url();
    countClicks();
    assertThat(next()).hasText("Allocate Resource and/or Set Schedule");
    nextField("resource").click();
    page.locator(".jobline-next [role=option]").first().click();
    page.getByLabel("Up to SLA").click();
    save();
    assertThat(next()).hasText("Assign");
    page.getByLabel("By e-mail").click();
    save();
    assertThat(next()).hasText("Accept Job");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("tomorrow 08:00")).click();
    save();
    assertThat(page.locator(".jobline-page .jobline-status").first()).hasText("Pending attendance 2.00");
    assertThat(order.present().eta()).isPresent();
    assertThat(page.url()).isEqualTo(address);
    assertThat((int) page.evaluate("window.clicks")).isBetween(7, 14);
  }

  @Test
  void from_the_logged_order_to_the_ETA_no_mouse_and_no_search_is_needed() {
    page.keyboard().press("Control+Alt+P");
    assertThat(field("site")).isFocused();
    type("old mill", "painting", "P1", "Wall of " + System.nanoTime() + " wet", "Olive");
    page.keyboard().press("Control+Enter");
    OrderUnderTest order = logged();
    int keys = 0;
    assertThat(nextField("resource")).isFocused();
    page.keyboard().type("alpha");
    for (String key : List.of("Tab", "Space", "Control+Enter")) {
      page.keyboard().press(key);
      keys++;
    }
    assertThat(next()).hasText("Assign");
    assertThat(page.locator(".jobline-next :focus")).isVisible();
    for (String key : List.of("ArrowDown", "Control+Enter")) {
      page.keyboard().press(key);
      keys++;
    }
    assertThat(nextField("eta")).isFocused();
    page.keyboard().type("tomorrow 10:00");
    page.keyboard().press("Enter");
    keys++;
    assertThat(page.locator(".jobline-page .jobline-status").first()).hasText("Pending attendance 2.00");
    assertThat(order.present().eta()).isPresent();
    assertThat(keys).isLessThanOrEqualTo(14);
  }

  @Test
  void what_is_known_of_the_site_is_there_while_the_caller_waits() {
    String equipment = "Lift " + System.nanoTime();
    OrderUnderTest before = given.aLoggedOrder("site", "OLD", "workType", "HOT", "equipment", equipment);
    open();
    field("site").fill("OLD");
    page.keyboard().press("Tab");
    assertThat(briefing()).containsText("2 Mill Lane, LS1 2BB");
    assertThat(briefing().locator(".jobline-warning").first()).containsText("Asbestos");
    assertThat(button("Oscar")).isVisible();
    assertThat(briefing().locator(".jobline-priorities tbody tr")).hasCount(2);
    assertThat(briefing()).containsText("Hours");
    assertThat(briefing()).containsText("Open here");
    assertThat(briefing()).containsText("Last logged here");
    assertThat(briefing().locator("a[href='#/orders/" + before.number() + "']").first()).isVisible();
    field("equipment").fill(equipment);
    Locator same = briefing().locator(".jobline-warning", new Locator.LocatorOptions().setHasText("Possible duplicates"));
    Locator link = same.locator("a[href='#/orders/" + before.number() + "']");
    assertThat(link).isVisible();
    field("workType").fill("BOOM");
    page.keyboard().press("Tab");
    assertThat(briefing().locator("li", new Locator.LocatorOptions().setHasText("Alpha Ltd"))).containsText("contract");
    button("Beta Ltd").click();
    assertThat(field("resource")).hasValue("BETA Beta Ltd");
    link.click();
    assertThat(page.locator(".jobline-page h1")).hasText(before.number().value());
    page.goBack();
    assertThat(field("equipment")).hasValue(equipment);
  }

  @Test
  void what_was_typed_comes_back_until_it_is_logged_or_discarded() {
    open();
    type("OLD", "BOOM", "P2", "Lift stuck " + System.nanoTime(), "Olive");
    page.evaluate("() => { window.location.hash = '#/' }");
    assertThat(page.getByText("My team's jobs")).isVisible();
    open();
    assertThat(field("contactName")).hasValue("Olive");
    page.reload();
    assertThat(field("site")).hasValue("OLD Old mill");
    assertThat(field("contactName")).hasValue("Olive");
    page.keyboard().press("Escape");
    assertThat(field("contactName")).hasValue("Olive");
    page.getByText("Discard").click();
    assertThat(field("contactName")).hasValue("");
    page.reload();
    assertThat(field("contactName")).hasValue("");
  }

  @Test
  void somebody_goes_on_typing_while_Tasklist_completes_the_address() {
    open();
    page.keyboard().type("OLD");
    page.evaluate("() => { window.location.hash = '#/log?filter=another' }");
    assertThat(page.locator(".jobline-log")).hasCount(1);
    assertThat(field("site")).isFocused();
    page.keyboard().type(" m");
    assertThat(field("site")).hasValue("OLD m");
  }

  @Test
  void a_refusal_names_its_field_and_takes_nothing_away() {
    open();
    submit();
    assertThat(page.locator(".jobline-log-form [data-field=site] .jobline-field-error")).hasText("Required");
    type("WHY", "GAS", "P2", "Smells again", "Will");
    // a colleague answered the other telephone
    OrderUnderTest before = given.aLoggedOrder("site", "WHY", "workType", "GAS");
    submit();
    Locator duplicate = page.locator(".jobline-log-form [data-field=confirmDuplicate] .jobline-field-error");
    assertThat(duplicate).containsText(before.number().value());
    assertThat(field("description")).hasValue("Smells again");
    page.getByLabel("Log anyway").check();
    submit();
    assertThat(logged().number()).isNotEqualTo(before.number());
  }

  @Test
  void what_got_no_answer_is_logged_once_when_it_is_sent_again() {
    String description = "Once only " + System.nanoTime();
    AtomicInteger calls = new AtomicInteger();
    page.route("**/api/work-orders", route -> {
      if (route.request().method().equals("POST") && calls.incrementAndGet() == 1) {
        // it arrives, and the answer is lost
        route.fetch();
        route.abort();
      } else {
        route.resume();
      }
    });
    open();
    type("FAR", "PAINT", "P2", description, "Nora");
    page.getByLabel("Log anyway").check();
    submit();
    assertThat(page.locator(".jobline-form-trouble")).containsText("isn't answering");
    assertThat(field("description")).hasValue(description);
    submit();
    logged();
    assertThat(jdbc.sql("select count(*) from work_order where description = ?").param(description)
        .query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void the_start_page_shows_what_to_do_first_and_what_is_new() {
    OrderUnderTest locked = given.aLoggedOrder("description", "Dear " + System.nanoTime())
        .perform("set-fixed-cost", with("amount", 12_000, "sure", true));
    page.evaluate("() => localStorage.setItem('jobline-seen agent', Date.now() - 3600000)");
    page.locator("a.jobline-orders-link", new Page.LocatorOptions().setHasText("Start")).click();
    for (String heading : List.of("Assigned to me", "Breached", "Due soon", "Chase now", "Unassigned", "Waiting for authorisation",
        "Chase later", "New since you left")) {
      assertThat(section(heading)).isVisible();
      assertThat(section(heading).locator("h2 .badge")).hasText(Pattern.compile("\\d+"));
    }
    assertThat(section("New since you left").locator("a").first()).hasText(Pattern.compile("R-\\d+"));
    section("New since you left").locator("a[href='#/orders/" + locked.number() + "']").click();
    assertThat(page.locator(".jobline-page h1")).hasText(locked.number().value());
    page.goBack();
    section("Waiting for authorisation").locator("h2 a").click();
    page.waitForURL(Pattern.compile(".*#/orders\\?list=locked.*"));
    assertThat(page.locator("main.jobline-orders")).containsText(locked.number().value());
  }

  private Locator section(String heading) {
    return page.locator(".jobline-start section", new Page.LocatorOptions().setHas(page.locator("h2",
        new Page.LocatorOptions().setHasText(heading))));
  }

  @Test
  void both_pages_can_be_used_by_everybody_and_on_a_telephone() {
    given.aLoggedOrder("site", "OLD", "workType", "HOT");
    open();
    type("OLD", "HOT");
    assertThat(briefing()).containsText("Possible duplicates");
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/desk/log-page.png")));
    assertUsable();
    page.setViewportSize(1500, 1100);
    page.evaluate("() => { window.location.hash = '#/start' }");
    assertThat(section("Unassigned")).isVisible();
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/desk/start-page.png")));
    assertUsable();
  }

  private void assertUsable() {
    assertThat(new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
        .include(List.of(".jobline-page")).analyze().getViolations().stream()
        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
        .map(rule -> rule.getId() + " " + rule.getNodes().stream().map(node -> node.getHtml()).toList()))
        .isEmpty();
    page.setViewportSize(390, 844);
    assertThat((Boolean) page.evaluate(
        "() => document.querySelector('.jobline-page').scrollWidth <= document.documentElement.clientWidth")).isTrue();
  }
}
