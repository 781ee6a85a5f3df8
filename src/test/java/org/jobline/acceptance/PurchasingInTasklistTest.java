package org.jobline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.ServedDemoTest;
import org.jobline.platform.security.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is bought for a site, in the real Tasklist, mostly by keys (domain/purchasing.md). */
@ServedDemoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurchasingInTasklistTest {

  private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  /** Ten lengths of pipe, four valves and a pack of tape. */
  private static final String LINES =
      "AIRE/CU-15 - 10 - - -\\nAIRE/FV-12 - 4 - - -\\nAIRE/PTFE-10 - 1 - - -";

  @LocalServerPort int port;
  @Autowired ObjectMapper json;

  private final List<String> errors = new ArrayList<>();
  private Chromium chromium;
  private Page page;

  @BeforeAll
  void openDesk() {
    chromium = Chromium.start();
    page = chromium.tasklistAs("agent", port);
    page.onPageError(errors::add);
  }

  @AfterEach
  void nothingFailed() {
    chromium.closeAllBut(page);
    page.setViewportSize(1500, 1100);
    assertThat(errors).isEmpty();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private void show(Page where, String address) {
    where.evaluate("address => { window.location.hash = address }", address);
  }

  private static Locator field(Page where, String key) {
    return where.locator(".jobline-page [name='field-" + key + "']");
  }

  private Locator field(String key) {
    return field(page, key);
  }

  private static Locator cell(Page where, int row, int column) {
    return field(where, "lines-" + row + "-" + column);
  }

  private static Locator check(Page where) {
    return where.locator(".jobline-check");
  }

  /** Chooses an action from the menu of the order that is shown. */
  private static void choose(Page where, String action) {
    where.locator(".jobline-page .jobline-menu-button").click();
    where.locator(".jobline-menu:visible button[data-action='" + action + "']").first().click();
    assertThat(where.locator(".jobline-next .jobline-form")).isVisible();
  }

  private static void assertStatus(Page where, String code) {
    assertThat(where.locator(".jobline-page-head .jobline-status")).containsText(code);
  }

  private void confirm() {
    page.keyboard().press("Control+Enter");
    assertThat(check(page)).isVisible();
    assertThat(check(page).getByRole(AriaRole.BUTTON).first()).isFocused();
    page.keyboard().press("Enter");
    assertThat(check(page)).hasCount(0);
  }

  private String anOrder(String status) throws IOException {
    Browser agent = new Browser(port).as("agent");
    String number = json.readTree(agent.post("/api/work-orders", """
        {"type": "PURCHASING", "site": "S-014", "supplier": "AIRE", "lines": "%s"}""".formatted(LINES)).body())
        .path("number").asText();
    assertThat(number).startsWith("PO-");
    perform(agent, number, "po-submit", "{\"how\": \"by e-mail\"}");
    if (status.equals("2.40")) {
      perform(agent, number, "po-acknowledge", "{}");
    }
    return number;
  }

  private static void perform(Browser user, String number, String action, String fields) {
    assertThat(user.post("/api/work-orders/" + number + "/actions/" + action, fields).statusCode())
        .as(action).isEqualTo(200);
  }

  private void assertUsable(String name) {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/desk", name + ".png")));
    assertThat(new AxeBuilder(page).withTags(WCAG).include(List.of(".jobline-page")).analyze().getViolations().stream()
        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
        .map(rule -> rule.getId() + " " + rule.getNodes().stream().map(node -> node.getHtml()).toList()))
        .isEmpty();
    page.setViewportSize(390, 844);
    assertThat((Boolean) page.evaluate("""
        () => [document.querySelector('.jobline-page'), ...document.querySelectorAll('.jobline-rows-frame')]
          .every(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth + 1)""")).as("fits a telephone").isTrue();
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/desk", name + "-390.png")).setFullPage(true));
    page.setViewportSize(1500, 1100);
  }

  @Test
  void an_order_goes_from_the_basket_to_the_settled_invoice() {
    show(page, "#/log");
    page.locator(".jobline-log-type").selectOption("PURCHASING");
    assertThat(field("lines-0-0")).isVisible();
    field("site").focus();
    for (String text : List.of("briggate", "aire")) {
      page.keyboard().type(text);
      page.keyboard().press("Tab");
      page.waitForLoadState(LoadState.NETWORKIDLE);
    }
    String[][] parts = {{"copper 15", "10"}, {"fill valve", "4"}, {"ptfe", "1"}};
    for (int i = 0; i < parts.length; i++) {
      page.keyboard().type(parts[i][0]);
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");
      page.keyboard().type(parts[i][1]);
      if (i < parts.length - 1) {
        page.keyboard().press("Enter");
      }
    }
    assertThat(cell(page, 0, 0)).hasValue(Pattern.compile("AIRE/CU-15 .*"));
    assertThat(cell(page, 0, 3)).hasAttribute("placeholder", "9.02");
    assertThat(page.locator("[data-field=lines] tfoot output")).hasText("134.00");
    assertUsable("purchase-log");
    cell(page, 2, 2).press("Control+Enter");
    assertThat(page.locator(".jobline-page h1")).hasText(Pattern.compile("PO-\\d+"));
    String number = page.locator(".jobline-page h1").textContent();

    page.getByLabel("By e-mail").check();
    page.keyboard().press("Control+Enter");
    assertStatus(page, "1.43");
    field("supplierReference").fill("SO-1");
    field("deliveryDate").fill("tomorrow");
    page.keyboard().press("Control+Enter");
    assertStatus(page, "2.40");
    field("dispatchDate").fill("today");
    cell(page, 0, 2).press("=");
    cell(page, 0, 2).press("Control+Enter");
    assertStatus(page, "3.40");

    field("deliveryNote").fill("DN-1");
    cell(page, 0, 2).press("=");
    cell(page, 1, 2).fill("2");
    cell(page, 1, 3).fill("1");
    cell(page, 1, 4).selectOption("damaged");
    field("returnNumber").fill("RMA-1");
    page.keyboard().press("Control+Enter");
    assertThat(check(page).locator("tbody tr")).hasCount(3);
    assertThat(check(page)).containsText("Order status afterwards: Partially delivered 4.40");
    assertUsable("purchase-receipt");
    check(page).getByRole(AriaRole.BUTTON).first().press("Enter");
    assertStatus(page, "4.40");
    field("deliveryNote").fill("DN-2");
    cell(page, 0, 2).press("=");
    confirm();
    assertThat(page.locator(".jobline-purchase tbody tr").nth(1).locator("td").nth(3)).hasText("–");
    choose(page, "po-remaining-not-required");
    page.getByLabel("Everything that is open").check();
    field("reason").fill("The shop closes");
    confirm();
    assertStatus(page, "5.40");

    Page finance = chromium.tasklistAs("finance", port);
    show(finance, "#/orders/" + number);
    choose(finance, "po-record-invoice");
    finance.getByLabel("Invoice", new Page.GetByLabelOptions().setExact(true)).check();
    field(finance, "number").fill("INV-" + number);
    field(finance, "dated").fill("today");
    finance.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fill in Quantity = To invoice")).click();
    assertThat(finance.locator("[data-field=lines] tfoot output")).hasText("129.80");
    cell(finance, 0, 3).fill("10.00");
    field(finance, "vat").fill("27.92");
    field(finance, "isFinal").check();
    finance.keyboard().press("Control+Enter");
    assertStatus(finance, "5.41");
    assertThat(finance.locator(".jobline-next")).containsText("price differs from the order");
    assertThat(finance.locator(".jobline-next")).containsText("30 metres for 100.00 GBP; ordered for 90.20 GBP");
    finance.getByLabel("Accept as is").check();
    finance.keyboard().press("Control+Enter");
    assertStatus(finance, "5.42");
    assertThat(page.locator(".jobline-page-head .jobline-status")).containsText("5.42");
  }

  @Test
  void the_second_of_two_agents_on_one_delivery_is_told_and_can_go_on() throws IOException {
    String number = anOrder("2.40");
    show(page, "#/orders/" + number);
    choose(page, "po-receipt");
    field("deliveryNote").fill("DN-1");
    cell(page, 0, 2).fill("12");
    perform(new Browser(port).as("agent2"), number, "po-receipt",
        "{\"deliveryNote\": \"DN-0\", \"lines\": \"1 18 - - -\", \"confirmed\": true}");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".jobline-form-trouble")).containsText("agent2 recorded " + number
        + "/R1 after you opened this form: 18 metres of Copper pipe 15 mm");
    assertThat(check(page)).hasCount(0);
    assertThat(page.locator("[data-field=lines] tbody tr").first()).containsText("12 metres");
    assertThat(cell(page, 0, 2)).hasValue("12");
    cell(page, 0, 2).focus();
    confirm();
    assertThat(page.locator(".jobline-purchase tbody tr").first().locator("td").nth(2)).hasText("30");
  }

  @Test
  void a_refusal_is_said_at_its_row_and_what_is_wrong_with_it_leads_there() throws IOException {
    show(page, "#/orders/" + anOrder("2.40"));
    choose(page, "po-receipt");
    field("deliveryNote").fill("DN-1");
    cell(page, 1, 2).fill("9");
    cell(page, 1, 2).press("Control+Enter");
    assertThat(page.locator("[data-field=lines] tbody tr").nth(1)).containsText("5 pieces more than the 4 pieces still open");
    assertThat(cell(page, 1, 2)).isFocused();
    assertThat(cell(page, 1, 2)).hasAttribute("aria-invalid", "true");
  }

  @Test
  void a_german_agent_reads_german() throws IOException {
    String number = anOrder("2.40");
    Page german = chromium.page("de-DE");
    german.onPageError(errors::add);
    Chromium.logIn(german, "agent", "http://localhost:" + port + "/camunda/app/tasklist/default/");
    german.locator(".jobline-find input").first().waitFor();
    show(german, "#/orders/" + number);
    choose(german, "po-receipt");
    assertThat(german.locator(".jobline-next h3")).hasText("Wareneingang buchen");
    field(german, "deliveryNote").fill("LS-1");
    cell(german, 1, 2).fill("2");
    cell(german, 1, 3).fill("3");
    cell(german, 1, 4).selectOption("damaged");
    field(german, "returnNumber").fill("RMA-1");
    german.keyboard().press("Control+Enter");
    assertThat(german.locator("[data-field=lines] .jobline-field-error").last())
        .containsText("Jetzt sind nur 2 pieces angekommen, mehr kann nicht zurückgehen.");
    cell(german, 1, 3).fill("1");
    cell(german, 1, 3).press("Control+Enter");
    assertThat(check(german)).containsText("Prüfen, bevor Sie bestätigen");
    assertThat(check(german).locator("thead th"))
        .hasText(new String[] {"Artikel", "Jetzt erhalten", "Zurückgegeben", "Danach offen"});
    assertThat(check(german)).containsText("Status der Bestellung danach:");
    check(german).getByRole(AriaRole.BUTTON).first().press("Enter");
    assertStatus(german, "4.40");
  }
}
