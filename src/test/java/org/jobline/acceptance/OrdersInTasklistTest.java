package org.jobline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

/** The table of orders in the real Tasklist, against the real API, on one page for all tests. */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdersInTasklistTest {

  private static final String HOSTILE = "<img src=x onerror=\"window.attacked=true\">";
  private static int topics;

  @LocalServerPort int port;
  @Autowired Given given;

  private final List<String> errors = new ArrayList<>();
  private String topic = "";
  private Chromium chromium;
  private Page page;

  @BeforeAll
  void openTasklist() {
    chromium = Chromium.start();
    page = tasklistOf("agent");
  }

  @BeforeEach
  void leaveTable() {
    topic = "topic" + ++topics;
    page.evaluate("() => { window.location.hash = '#/' }");
    assertThat(page.getByText("My team's jobs").first()).isVisible();
  }

  @AfterEach
  void nothingFailed() {
    assertThat(errors).isEmpty();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private Page tasklistOf(String user) {
    Page own = chromium.tasklistAs(user, port);
    own.onPageError(errors::add);
    return own;
  }

  private OrderUnderTest about(String description) {
    return given.anOrderPendingAssign("description", topic + " " + description);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static Locator rows(Page page) {
    return page.locator(".jobline-orders-table tbody tr");
  }

  private static Locator row(Page page, OrderUnderTest order) {
    return page.locator(".jobline-orders-table tr[data-number='" + order.number() + "']");
  }

  private void assertRows(Page page, OrderUnderTest... orders) {
    assertThat(page.locator(".jobline-orders-table tbody tr td:nth-child(2)"))
        .hasText(List.of(orders).stream().map(order -> order.number().value()).toArray(String[]::new));
  }

  private void openTopic() {
    page.evaluate("topic => { window.location.hash = '#/orders?list=all&text=' + topic }", topic);
  }

  private void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/tasklist/" + name + ".png")));
  }

  @Test
  void an_agent_sorts_filters_and_opens_orders_without_the_mouse() {
    OrderUnderTest older = about("boiler");
    OrderUnderTest newer = about(HOSTILE);
    picture("tasklist");
    page.keyboard().press("Control+Alt+o");
    assertThat(page.locator(".jobline-orders-table tbody tr:focus")).isVisible();
    assertThat(page).hasURL(Pattern.compile(".*#/orders\\?list=open"));
    page.keyboard().press("/");
    page.keyboard().type(topic);
    assertRows(page, newer, older);
    picture("orders");
    page.locator("th button").first().click();
    assertRows(page, older, newer);
    assertThat(page.locator("th[aria-sort=ascending]")).containsText("Order");
    page.locator("th button").first().click();
    assertRows(page, newer, older);
    assertThat(page.locator("th[aria-sort=descending]")).containsText("Order");

    page.keyboard().press("/");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    assertThat(row(page, older)).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator(".jobline-page h1")).hasText(older.number().value());
    page.goBack();
    assertRows(page, newer, older);
    assertThat(row(page, older)).isFocused();
    assertThat(page.locator("th[aria-sort=descending]")).containsText("Order");
    assertThat(page.locator(".jobline-words")).hasValue(topic);
    page.goBack();
    assertThat(page.getByText("My team's jobs").first()).isVisible();
    assertThat(page.evaluate("window.attacked === undefined")).isEqualTo(true);
  }

  @Test
  void what_others_do_is_seen_while_the_selection_stays() {
    OrderUnderTest first = about("first");
    OrderUnderTest second = about("second");
    openTopic();
    assertRows(page, second, first);
    row(page, first).focus();
    page.keyboard().press(" ");
    assertThat(page.locator(".jobline-selection")).containsText("1 order selected");
    OrderUnderTest third = about("third");
    second.perform("no-answer", with());
    assertThat(row(page, third)).isVisible();
    assertThat(row(page, second)).containsText("1.02");
    assertThat(row(page, first)).isFocused();
    assertThat(row(page, first).locator("input")).isChecked();
    assertThat(row(page, second).locator("input")).not().isChecked();
  }

  @Test
  void words_typed_and_rows_ticked_stay_while_Tasklist_draws_its_page_anew() {
    OrderUnderTest first = about("first");
    OrderUnderTest second = about("second");
    openTopic();
    assertRows(page, second, first);
    row(page, first).locator("input").check();
    page.keyboard().press("/");
    page.keyboard().press("End");
    page.keyboard().type(" fir");
    // at once, before the words have come into the address, and again when they are there
    page.evaluate("() => { window.location.hash += '&filter=another' }");
    assertThat(page.locator(".jobline-words")).isFocused();
    page.keyboard().type("st");
    assertThat(page.locator(".jobline-words")).hasValue(topic + " first");
    assertRows(page, first);
    page.evaluate("() => { window.location.hash += '&filter=a-third' }");
    assertThat(page.locator(".jobline-words")).isFocused();
    page.keyboard().type(" ");
    assertThat(page.locator(".jobline-words")).hasValue(topic + " first ");
    assertRows(page, first);
    assertThat(row(page, first).locator("input")).isChecked();
    assertThat(page.locator(".jobline-selection")).containsText("1 order selected");
    assertThat(page.locator("main.jobline-orders")).hasCount(1);
  }

  @Test
  void a_list_is_saved_for_the_group_and_a_colleague_uses_it() throws IOException {
    OrderUnderTest order = about("=1+1");
    openTopic();
    assertRows(page, order);
    page.getByText("Columns", new Page.GetByTextOptions().setExact(true)).click();
    page.getByLabel("Accrual", new Page.GetByLabelOptions().setExact(true)).check();
    page.getByText("Columns", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".jobline-orders-table th").getByText("Accrual")).isVisible();
    button(page, "Save list").click();
    page.locator(".jobline-save [name=name]").fill("About " + topic);
    page.locator(".jobline-save select").selectOption("helpdesk");
    picture("orders-save");
    button(page, "Save as a new list").click();
    assertThat(page.locator("[name=list]")).containsText("About " + topic);
    assertThat(page.locator(".jobline-orders .jobline-tag")).hasCount(0);

    Page colleague = tasklistOf("agent2");
    colleague.evaluate("() => { window.location.hash = '#/orders' }");
    colleague.locator("[name=list]").selectOption("About " + topic + " (agent)");
    assertRows(colleague, order);
    assertThat(colleague.locator(".jobline-orders-table th").getByText("Accrual")).isVisible();
    assertThat(button(colleague, "Delete list")).hasCount(0);

    Download file = colleague.waitForDownload(() -> colleague.getByText("CSV", new Page.GetByTextOptions().setExact(true)).click());
    assertThat(Files.readString(file.path())).startsWith("\ufeff\"Order\",\"Status\"")
        .contains("\"" + order.number() + "\"").contains("\"120.00\"");

    button(page, "Delete list").click();
    assertThat(page.locator("[name=list]")).not().containsText("About " + topic);
  }

  @Test
  void an_action_on_two_orders_tells_what_came_of_each() {
    OrderUnderTest first = about("first");
    OrderUnderTest second = about("second");
    openTopic();
    assertRows(page, second, first);
    page.getByLabel("Select all on this page").check();
    button(page, "Bulk actions").click();
    assertThat(page.locator(".jobline-bar .jobline-menu-filter")).isVisible();
    page.keyboard().type("no answer");
    picture("orders-bulk-menu");
    page.keyboard().press("Enter");
    page.getByLabel("Number tried").fill("0113 496 0000");
    picture("orders-bulk");
    second.perform("cancel-job", with());
    button(page, "Apply to 2 orders").click();
    assertThat(page.locator(".jobline-bulk [role=status]")).hasText("1 updated, 1 not updated");
    assertThat(page.locator(".jobline-outcomes li").filter(new Locator.FilterOptions().setHasText(first.number().value())))
        .containsText("now 1.02");
    assertThat(page.locator(".jobline-outcomes li").filter(new Locator.FilterOptions().setHasText(second.number().value())))
        .containsText("isn't available");
    picture("orders-bulk-done");
    page.keyboard().press("Enter");
    assertThat(page.locator(".jobline-selection")).containsText("1 order selected");
    assertThat(row(page, first)).containsText("1.02");
    assertThat(first.lastEvent().action()).isEqualTo("no-answer");
    assertThat(second.lastEvent().action()).isEqualTo("cancel-job");
  }

  private void bulk(String action) {
    button(page, "Bulk actions").click();
    page.locator(".jobline-bar .jobline-menu-filter").waitFor();
    page.locator(".jobline-bar [data-action=" + action + "]").first().click();
    assertThat(page.locator(".jobline-bulk")).isVisible();
  }

  private void select(OrderUnderTest... orders) {
    for (OrderUnderTest order : orders) {
      row(page, order).locator("input").check();
    }
  }

  @Test
  void what_was_typed_for_several_orders_survives_whatever_comes_between() {
    OrderUnderTest first = about("first");
    OrderUnderTest second = about("second");
    OrderUnderTest another = about("another");
    Locator notes = page.locator(".jobline-bulk textarea").first();
    openTopic();
    select(first, second);
    bulk("no-answer");
    page.getByLabel("Number tried").fill("0113 496 0000");
    notes.fill("Voicemail is full");
    page.keyboard().press("Escape");
    assertThat(page.locator(".jobline-bulk")).isHidden();
    bulk("no-answer");
    assertThat(page.getByLabel("Number tried")).hasValue("0113 496 0000");
    page.evaluate("() => { window.location.hash = '#/' }");
    // an agent who comes back at once finds the dialog still open
    assertThat(page).not().hasTitle(Pattern.compile("Orders.*"));
    openTopic();
    select(first, second);
    bulk("no-answer");
    assertThat(notes).hasValue("Voicemail is full");
    page.reload();
    assertRows(page, another, second, first);
    select(first, second);
    bulk("no-answer");
    assertThat(notes).hasValue("Voicemail is full");

    // refused for one because of a colleague, without an answer for the other
    second.perform("cancel-job", with());
    page.route("**/actions/no-answer", route -> {
      if (route.request().url().contains(first.number().value())) {
        route.abort();
      } else {
        route.resume();
      }
    });
    button(page, "Apply to 2 orders").click();
    assertThat(page.locator(".jobline-bulk [role=status]")).hasText("0 updated, 2 not updated");
    page.keyboard().press("Enter");
    page.unrouteAll();
    row(page, second).locator("input").uncheck();
    select(another);
    bulk("no-answer");
    // it was meant for other orders
    assertThat(notes).hasValue("");
    page.keyboard().press("Escape");
    row(page, another).locator("input").uncheck();
    bulk("no-answer");
    assertThat(notes).hasValue("Voicemail is full");
    button(page, "Apply to 1 order").click();
    assertThat(page.locator(".jobline-bulk [role=status]")).hasText("1 updated");
    page.keyboard().press("Enter");
    assertThat(first.lastEvent().fields().toString()).contains("Voicemail is full");
    select(first);
    bulk("no-answer");
    assertThat(notes).hasValue("");
    button(page, "Cancel").click();
    assertThat(page.locator(".jobline-bulk")).isHidden();
  }

  @Test
  void a_dialog_stays_above_the_page_while_Tasklist_draws_it_anew() {
    OrderUnderTest order = about("first");
    openTopic();
    select(order);
    bulk("no-answer");
    Locator notes = page.locator(".jobline-bulk textarea").first();
    notes.fill("Voice");
    page.evaluate("() => { window.location.hash += '&filter=another' }");
    assertThat(page.locator(".jobline-bulk:modal")).isVisible();
    assertThat(notes).isFocused();
    page.keyboard().press("End");
    page.keyboard().type("mail");
    assertThat(notes).hasValue("Voicemail");
    button(page, "Cancel").click();
    assertThat(page.locator(".jobline-bulk")).isHidden();
  }

  @Test
  void what_was_typed_at_a_row_and_for_several_orders_is_there_again_when_the_session_had_ended() {
    OrderUnderTest first = about("first");
    OrderUnderTest second = about("second");
    Page before = page;
    page = chromium.page();
    try {
      String address = "http://localhost:" + port + "/camunda/app/tasklist/default/";
      Chromium.logIn(page, "agent", address);
      assertThat(page.locator(".jobline-start")).isVisible();
      openTopic();
      row(page, first).focus();
      page.keyboard().press("n");
      page.locator(".jobline-quick-panel textarea").fill("They ring back");
      page.keyboard().press("Escape");
      assertThat(page.locator(".jobline-quick-panel")).isHidden();
      select(first, second);
      bulk("no-answer");
      page.getByLabel("Number tried").fill("0113 496 0000");
      page.context().clearCookies();
      button(page, "Apply to 2 orders").click();
      assertThat(page.locator("input[type=password]").or(page.locator(".jobline-outcomes .jobline-complaint")).first())
          .isVisible();
      page.reload();
      Chromium.logIn(page, "agent", address);
      assertThat(page.locator("a.jobline-orders-link").first()).isVisible();
      openTopic();
      select(first, second);
      bulk("no-answer");
      assertThat(page.getByLabel("Number tried")).hasValue("0113 496 0000");
      page.keyboard().press("Escape");
      assertThat(page.locator(".jobline-bulk")).isHidden();
      row(page, first).focus();
      page.keyboard().press("n");
      assertThat(page.locator(".jobline-quick-panel textarea")).hasValue("They ring back");
      assertThat(first.lastEvent().action()).isNotIn("no-answer", "add-notes-private");
    } finally {
      page = before;
    }
  }

  @Test
  void an_action_hides_in_bulk_what_its_form_hides_and_refuses_what_is_one_orders_own() {
    OrderUnderTest order = about("first");
    about("second");
    openTopic();
    assertThat(rows(page)).hasCount(2);
    page.getByLabel("Select all on this page").check();
    button(page, "Bulk actions").click();
    page.locator(".jobline-bar .jobline-menu-filter").waitFor();
    page.locator(".jobline-bar [data-action=assign]").first().click();
    Locator spokeTo = page.locator("[name=field-spokeTo]");
    assertThat(spokeTo).isHidden();
    page.getByLabel("By phone").check();
    assertThat(spokeTo).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator(".jobline-bulk")).isHidden();
    button(page, "Bulk actions").click();
    page.locator(".jobline-bar .jobline-menu-filter").waitFor();
    page.locator(".jobline-bar [data-action=edit-work-order]").first().click();
    assertThat(page.locator(".jobline-bulk")).containsText("can't be done in bulk");
    page.keyboard().press("Enter");
    assertThat(page.locator(".jobline-bulk")).isHidden();
    assertThat(order.status()).isEqualTo("1.00");
  }

  @Test
  void a_link_shows_a_colleague_the_same_and_filters_find_names() {
    OrderUnderTest pending = about("first");
    OrderUnderTest assigned = about("second").perform("assign", with("how", "by phone", "spokeTo", "Dispatch"));
    openTopic();
    assertRows(page, assigned, pending);
    page.locator("[name=status]").fill("pending acc");
    assertThat(page.locator("#jobline-status-names option")).hasCount(1);
    page.keyboard().press("Tab");
    assertRows(page, assigned);
    assertThat(page.locator("[name=status]")).hasValue("Pending acceptance");
    page.locator("[name=site]").fill("head off");
    page.keyboard().press("Tab");
    assertThat(page.locator("[name=site]")).hasValue("Head office");
    page.locator("th button").first().click();
    assertThat(page).hasURL(Pattern.compile(".*status=1.03%2C1.13&site=HQ&sort=number"));

    String address = page.url();
    page.evaluate("() => { window.location.hash = '#/' }");
    page.navigate(address);
    page.reload();
    assertRows(page, assigned);
    assertThat(page.locator("[name=status]")).hasValue("Pending acceptance");
    assertThat(page.locator("[name=site]")).hasValue("Head office");
    assertThat(page.locator("th[aria-sort=ascending]")).containsText("Order");
  }

  @Test
  void quick_actions_are_done_at_the_row_by_keys_and_the_table_stays() {
    OrderUnderTest order = about("first");
    openTopic();
    row(page, order).focus();
    page.keyboard().press("n");
    Locator panel = page.locator(".jobline-quick-panel");
    assertThat(panel.locator("textarea")).isFocused();
    picture("orders-quick");
    page.keyboard().type("They ring back");
    page.keyboard().press("Control+Enter");
    assertThat(panel).isHidden();
    assertThat(row(page, order)).isFocused();
    assertThat(order.lastEvent().action()).isEqualTo("add-notes-private");

    page.keyboard().press("s");
    panel.getByLabel("By e-mail").check();
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".jobline-said")).containsText(order.number() + " is now 1.03 Pending acceptance.");
    assertThat(row(page, order)).containsText("1.03");
    page.keyboard().press("s");
    assertThat(panel.getByRole(AriaRole.STATUS)).containsText("Not available now. The order is at 1.03");
    page.keyboard().press("Escape");
    assertThat(panel).isHidden();

    assertThat(row(page, order)).isFocused();
    row(page, order).getByText("ETA …", new Locator.GetByTextOptions().setExact(true)).click();
    panel.locator("[data-field=eta] input").fill("tomorrow 10:00");
    page.keyboard().press("Enter");
    assertThat(row(page, order)).containsText("2.00");
    assertThat(row(page, order)).isFocused();
    assertThat(order.present().eta()).isPresent();
    assertThat(page).hasURL(Pattern.compile(".*#/orders\\?.*"));
  }

  @Test
  void neither_number_nor_time_left_is_broken_and_everybody_can_use_the_table() {
    given.aLoggedOrder("description", topic + " long".repeat(60), "resource", null);
    openTopic();
    assertThat(rows(page)).hasCount(1);
    page.setViewportSize(1280, 800);
    for (String whole : List.of("strong", "time", ".jobline-status", ".jobline-whole")) {
      assertThat((Boolean) rows(page).locator(whole).first().evaluate("node => node.getClientRects().length === 1"))
          .as(whole).isTrue();
    }
    assertThat((Boolean) rows(page).locator(".jobline-status-words")
        .evaluate("node => node.offsetHeight < 2.5 * Number.parseFloat(getComputedStyle(node).lineHeight)")).isTrue();
    assertThat(rows(page).first()).hasClass(Pattern.compile("jobline-row-(green|amber|red)"));
    page.setViewportSize(1500, 1100);
    assertThat(new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
        .include(List.of("main.jobline-orders")).analyze().getViolations()).isEmpty();
  }

  @Test
  void on_a_telephone_the_rows_come_first_and_a_button_tells_how_many_filters_are_set() {
    OrderUnderTest order = about("first");
    page.setViewportSize(390, 844);
    try {
      openTopic();
      assertRows(page, order);
      Locator filters = page.locator(".jobline-filters-button");
      assertThat(filters).hasText("Filters");
      assertThat(page.locator("[name=state]")).isHidden();
      assertThat(rows(page).first().boundingBox().y).isLessThan(844 / 2.0);
      filters.click();
      assertThat(filters).hasAttribute("aria-expanded", "true");
      page.locator("[name=state]").selectOption("open");
      page.locator("[name=breached]").selectOption("false");
      assertThat(filters).hasText("Filters (2 set)");
      picture("orders-390-filters");
      filters.click();
      assertThat(page.locator("[name=state]")).isHidden();
      assertThat(filters).hasText("Filters (2 set)");
      assertThat(page.locator(".jobline-in-force")).hasText(Pattern.compile("Show: open\\s+SLA: not breached"));
      assertRows(page, order);
      assertThat(page.locator(".jobline-orders-table thead")).isHidden();
      assertThat(row(page, order).locator("[data-label=Contractor]")).hasText("Alpha Ltd");
      assertThat(row(page, order).locator("strong")).isInViewport();
      assertThat(row(page, order).locator("time")).isInViewport();
      assertThat(new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
          .include(List.of("main.jobline-orders")).analyze().getViolations()).isEmpty();
      assertThat((Boolean) page.evaluate(
          "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")).isTrue();
      picture("orders-390");
    } finally {
      page.setViewportSize(1500, 1100);
    }
  }
}
