package org.jobline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.aPrice;
import static org.jobline.fixture.Given.with;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
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

/** Quotes on the desk: asked for, entered, compared and chosen on the order's page (domain/quote.md). */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuotesInTasklistTest {

  @LocalServerPort int port;
  @Autowired Given given;

  private final List<String> errors = new ArrayList<>();
  private Chromium chromium;
  private Page page;

  @BeforeAll
  void logIn() {
    chromium = Chromium.start();
    page = chromium.tasklistAs("agent", port);
    page.onPageError(errors::add);
  }

  @BeforeEach
  void begin() {
    page.evaluate("() => { localStorage.clear(); document.activeElement.blur(); window.location.hash = '#/start' }");
    assertThat(page.locator(".jobline-start")).isVisible();
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

  private void open(OrderUnderTest order) {
    page.evaluate("number => { window.location.hash = '#/orders/' + number }", order.number().value());
    assertThat(page.locator(".jobline-page h1")).hasText(order.number().value());
  }

  private Locator next() {
    return page.locator(".jobline-next");
  }

  private void awaits(String action) {
    assertThat(next().locator("h3")).hasText(action);
    assertThat(next().locator(".jobline-form")).isVisible();
  }

  private Locator field(String key) {
    return next().locator("[data-field='" + key + "'] input, [data-field='" + key + "'] textarea").first();
  }

  private void pick(String key, String text) {
    field(key).fill(text);
    next().locator("[role=option]").first().click();
  }

  private void submit() {
    next().locator("button[type=submit]").click();
  }

  @Test
  void quote_of_five_contractors_is_logged_asked_for_entered_and_chosen() {
    page.evaluate("() => { window.location.hash = '#/log' }");
    page.locator(".jobline-log-type").selectOption("QUOTE");
    Locator form = page.locator(".jobline-log-form");
    assertThat(form.locator("[data-field='specification']")).isVisible();
    assertThat(form.locator("[data-field='resource']")).hasCount(0);
    form.locator("[data-field='site'] input").fill("HQ");
    form.locator("[data-field='workType'] input").fill("PAINT");
    form.locator("[data-field='priority'] input").fill("P2");
    form.locator("[data-field='description'] textarea").fill("Paint the hall " + System.nanoTime());
    form.locator("[data-field='specification'] textarea").fill("Two coats of white");
    form.locator("[data-field='contactName'] input").fill("Hannah");
    form.getByLabel("Log anyway").check();
    form.locator("button[type=submit]").click();
    assertThat(page.locator(".jobline-status").first()).hasText("Pending schedule 0.11");
    OrderUnderTest order = given.order(new OrderNumber(page.locator(".jobline-page h1").textContent()));
    assertThat(order.number().value()).startsWith("Q-");

    awaits("Set Schedule");
    next().getByLabel("Up to SLA").check();
    submit();
    awaits("Request Quotes");
    assertThat(next().locator("[data-field='contractors'] input:checked")).hasCount(3);
    for (String more : List.of("AUTO", "MAILED")) {
      next().locator("[data-field='contractors'] input[data-value='" + more + "']").check();
    }
    submit();
    awaits("Provide / Amend Quote");
    assertThat(page.locator(".jobline-quotes thead th[data-contractor]")).hasCount(5);
    assertThat(page.locator(".jobline-quotes")).containsText("awaited");

    pick("resource", "Beta");
    next().getByLabel("Quote", new Locator.GetByLabelOptions().setExact(true)).check();
    field("labour").fill("300.50");
    field("parts").fill("99.50");
    assertThat(next()).containsText("Total: 400");
    field("validForDays").fill("14");
    field("leadDays").fill("3");
    submit();
    awaits("Select Quote");
    order.perform("provide-quote", aPrice("ALPHA", 350)).perform("provide-quote", aPrice("GAMMA", 700))
        .perform("provide-quote", with("resource", "AUTO", "outcome", "declined", "reason", "Too far"))
        .perform("provide-quote", aPrice("MAILED", 410));
    open(order);
    page.reload();
    awaits("Select Quote");
    Locator names = page.locator(".jobline-quotes thead th[data-contractor]");
    assertThat(names).hasText(new String[] {"Alpha Ltd", "Beta Ltd", "Mailed Ltd", "Gamma Ltd", "Auto Ltd"});
    assertThat(page.locator(".jobline-quotes")).containsText("+£50.00");
    assertThat(page.locator(".jobline-quotes")).containsText("Too far");
    assertThat(page.locator(".jobline-quotes").innerText()).doesNotContain("undefined", "null", "NaN", "[object");

    pick("quote", "Beta");
    submit();
    assertThat(next().locator("[data-field='reason'] .jobline-field-error")).containsText("cheaper");
    field("reason").fill("They know the building");
    submit();
    awaits("Assign");
    assertThat(page.locator(".jobline-status").first()).hasText("Pending assign 1.10");
    assertThat(page.locator(".jobline-quotes")).containsText("chosen");
    assertThat(page.locator(".jobline-page-facts")).containsText("£400.00");
    assertThat(order.accrual()).isEqualByComparingTo("400.00");
  }
}
