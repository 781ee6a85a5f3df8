package org.jobline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.Given;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.ServedTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The table of orders in the real Tasklist, against the real API. */
@ServedTest
class OrdersInTasklistTest {

  private static final String HOSTILE = "<img src=x onerror=\"window.attacked=true\">";
  private static int topics;

  @LocalServerPort int port;
  @Autowired Given given;

  private final String topic = "topic" + ++topics;
  private final List<String> errors = new ArrayList<>();
  private Chromium chromium;
  private Page page;

  @BeforeEach
  void openTable() {
    chromium = Chromium.start();
    page = tasklistOf("agent");
  }

  @AfterEach
  void close() {
    if (chromium != null) {
      chromium.close();
    }
    assertThat(errors).isEmpty();
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

  private void findTopic(Page page) {
    page.locator(".jobline-words").fill(topic);
    page.locator(".jobline-words").dispatchEvent("input");
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
    assertThat(rows(page).first()).isFocused();
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
    assertThat(page.locator(".jobline-order-side h2")).containsText(older.number().value());
    picture("orders-sheet");
    page.keyboard().press("Escape");
    assertThat(page.locator(".jobline-order-side")).isHidden();
    assertThat(row(page, older)).isFocused();
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog.jobline-orders")).isHidden();
    assertThat(page.evaluate("window.attacked === undefined")).isEqualTo(true);
  }

  @Test
  void what_others_do_is_seen_while_the_selection_stays() {
    OrderUnderTest first = about("first");
    OrderUnderTest second = about("second");
    button(page, "Orders").click();
    findTopic(page);
    assertRows(page, second, first);
    row(page, first).focus();
    page.keyboard().press(" ");
    assertThat(page.locator(".jobline-selection")).containsText("1 order selected");
    OrderUnderTest third = about("third");
    second.perform("no-answer", with());
    assertThat(row(page, third)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(12_000));
    assertThat(row(page, second)).containsText("1.02");
    assertThat(row(page, first)).isFocused();
    assertThat(row(page, first).locator("input")).isChecked();
    assertThat(row(page, second).locator("input")).not().isChecked();
  }

  @Test
  void a_list_is_saved_for_the_group_and_a_colleague_uses_it() throws IOException {
    OrderUnderTest order = about("=1+1");
    button(page, "Orders").click();
    findTopic(page);
    assertRows(page, order);
    page.getByText("Columns", new Page.GetByTextOptions().setExact(true)).click();
    page.getByLabel("Accrual", new Page.GetByLabelOptions().setExact(true)).check();
    page.getByText("Columns", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".jobline-orders-table th").last()).containsText("Accrual");
    button(page, "Save list").click();
    page.locator(".jobline-save [name=name]").fill("About " + topic);
    page.locator(".jobline-save select").selectOption("helpdesk");
    picture("orders-save");
    button(page, "Save as a new list").click();
    assertThat(page.locator("[name=list]")).containsText("About " + topic);
    assertThat(page.locator(".jobline-orders .jobline-tag")).hasCount(0);

    Page colleague = tasklistOf("agent2");
    button(colleague, "Orders").click();
    colleague.locator("[name=list]").selectOption("About " + topic + " (agent)");
    assertRows(colleague, order);
    assertThat(colleague.locator(".jobline-orders-table th").last()).containsText("Accrual");
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
    button(page, "Orders").click();
    findTopic(page);
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

  @Test
  void an_action_hides_in_bulk_what_its_form_hides_and_refuses_what_is_one_orders_own() {
    OrderUnderTest order = about("first");
    about("second");
    button(page, "Orders").click();
    findTopic(page);
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
}
