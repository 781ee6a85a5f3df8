package org.jobline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jobline.fixture.Given.with;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.jobline.action.Intake;
import org.jobline.action.Submission;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.Given;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.ServedTest;
import org.jobline.fixture.Supplies;
import org.jobline.order.OrderTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An order that is for no work on the desk: with what it has, and without a trace of what it has not. */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlainOrderInTasklistTest {

  private static final Map<String, Object> BOOKING =
      with("site", "HQ", "contactName", "Wilhelmina", "goods", "Twelve quarterturn valves", "total", 120);

  @LocalServerPort int port;
  @Autowired Given given;
  @Autowired Intake intake;
  @Autowired OrderTypes types;
  @Autowired Supplies supplies;
  @Autowired FilterService filters;
  @Autowired TaskService tasks;

  private final List<String> errors = new ArrayList<>();
  private Chromium chromium;
  private Page page;
  private String deployment;
  private OrderUnderTest order;

  @BeforeAll
  void logIn() {
    deployment = supplies.deploy();
    chromium = Chromium.start();
    page = chromium.tasklistAs("agent", port);
    page.onPageError(errors::add);
  }

  @BeforeEach
  void aSupply() {
    page.evaluate("() => { localStorage.clear(); document.activeElement.blur(); window.location.hash = '#/start' }");
    assertThat(page.locator(".jobline-start")).isVisible();
    order = given.order(intake.log(
        Given.AGENT, types.named("SUPPLY").orElseThrow(), Submission.of(BOOKING)));
  }

  /** Other tests look at all orders there are: none stays behind that waits for a process it has no more. */
  @AfterEach
  void nothingFailed() {
    order.perform("handle-supply", with("what", "cancel"));
    assertThat(errors).isEmpty();
  }

  @AfterAll
  void close() {
    filters.createTaskFilterQuery().filterOwner("agent").list().forEach(list -> filters.deleteFilter(list.getId()));
    supplies.withdraw(deployment);
    if (chromium != null) {
      chromium.close();
    }
  }

  private void open() {
    page.evaluate("number => { window.location.hash = '#/orders/' + number }", order.number().value());
    assertThat(page.locator(".jobline-page h1")).hasText(order.number().value());
  }

  private static void assertNothingMissing(Locator shown) {
    assertThat(shown.innerText()).doesNotContain("undefined", "null", "NaN", "[object");
  }

  @Test
  void its_page_shows_what_it_has() {
    order.perform("add-notes-public", with("text", "Key at the bakery")).file("Report");
    open();
    assertThat(page.locator(".jobline-status").first()).hasText("Pending supply 0.73");
    assertThat(page.locator(".jobline-site")).containsText("Head office");
    assertThat(page.locator(".jobline-next h3")).hasText("Handle Supply");
    assertThat(page.locator(".jobline-page-facts")).containsText("Wilhelmina");
    assertThat(page.locator(".jobline-page-facts")).containsText("£120.00");
    assertThat(page.locator(".jobline-files li")).hasCount(1);
    assertThat(page.locator(".jobline-events")).containsText("Key at the bakery");
    assertThat(page.locator(".jobline-priority")).hasCount(0);
    assertThat(page.locator(".jobline-description")).hasCount(0);
    assertThat(page.locator(".jobline-page-facts").getByText("Work type")).hasCount(0);
    assertNothingMissing(page.locator(".jobline-page"));
  }

  @Test
  void its_next_action_is_done_on_its_page() {
    open();
    Locator next = page.locator(".jobline-next");
    next.getByLabel("Price", new Locator.GetByLabelOptions().setExact(true)).check();
    next.locator("[data-field='total'] input").fill("130");
    next.locator("button[type=submit]").click();
    await().atMost(Duration.ofSeconds(30)).until(() -> order.accrual().intValue() == 130);
    assertThat(page.locator(".jobline-said")).containsText("saved");
    assertThat(page.locator(".jobline-page-facts")).containsText("£130.00");
  }

  @Test
  void it_is_found_by_its_number_and_by_its_words() {
    page.keyboard().press("/");
    page.keyboard().type("quarterturn");
    Locator found = page.locator(".jobline-results li").filter(new Locator.FilterOptions().setHasText(order.number().value()));
    assertThat(found).isVisible();
    assertNothingMissing(found);
    found.getByRole(AriaRole.BUTTON).click();
    assertThat(page.locator(".jobline-page h1")).hasText(order.number().value());
  }

  @Test
  void it_is_a_row_of_the_table_of_orders() {
    page.evaluate("() => { window.location.hash = '#/orders?list=all&text=quarterturn' }");
    Locator row = page.locator("main.jobline-orders tr[data-number='" + order.number() + "']");
    assertThat(row).isVisible();
    assertNothingMissing(row);
  }

  @Test
  void its_card_shows_what_it_is_about_and_its_task_shows_its_page() {
    Filter list = filters.newTaskFilter("List of " + order.number());
    list.setOwner("agent");
    list.setQuery(tasks.createTaskQuery().processInstanceBusinessKey(order.number().value()));
    list.setProperties(filters.createTaskFilterQuery().filterName("Assignment").singleResult().getProperties());
    filters.saveFilter(list);
    page.evaluate("() => { window.location.hash = '#/' }");
    page.reload();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(list.getName())).first().click();
    Locator card = page.locator(".jobline-card").filter(new Locator.FilterOptions().setHasText(order.number().value()));
    assertThat(card.locator(".jobline-card-subject")).hasText("Goods for HQ");
    assertThat(card.locator(".jobline-card-site")).hasText("Head office");
    assertThat(card.locator(".jobline-status")).hasText("Pending supply 0.73");
    assertNothingMissing(card);
  }
}
