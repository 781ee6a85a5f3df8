package org.jobline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jobline.fixture.Given.with;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.Given;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.ServedTest;
import org.jobline.platform.security.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An authorisation as people in Tasklist see it, each with the rights of his groups. */
@ServedTest
class AuthorisationInTasklistTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default/";

  @LocalServerPort int port;
  @Autowired Given given;
  @Autowired TaskService tasks;
  @Autowired FilterService filters;
  @Autowired ObjectMapper json;

  private OrderUnderTest order;
  private Browser agent;
  private Browser finance;
  private Browser manager;

  @BeforeEach
  void logIn() {
    order = given.anOrderPendingAssign();
    agent = new Browser(port).inTasklistAs("agent");
    finance = new Browser(port).inTasklistAs("finance");
    manager = new Browser(port).inTasklistAs("manager");
  }

  private HttpResponse<String> submit(Browser browser, String task, Object... fields) throws IOException {
    Map<String, Object> variables = new LinkedHashMap<>();
    with(fields).forEach((key, value) -> variables.put(key, Map.of("value", value)));
    return browser.post(ENGINE + "task/" + task + "/submit-form",
        json.writeValueAsString(Map.of("variables", variables)));
  }

  private String waiting(Browser browser) {
    String filter = filters.createFilterQuery().filterName("Waiting for authorisation").singleResult().getId();
    HttpResponse<String> answer =
        browser.post(ENGINE + "filter/" + filter + "/list?firstResult=0&maxResults=200",
            "{\"processInstanceBusinessKey\":\"" + order.number() + "\"}");
    return answer.statusCode() + " " + answer.body();
  }

  private String task(String name) {
    return tasks.createTaskQuery().processInstanceBusinessKey(order.number().value()).taskName(name)
        .singleResult().getId();
  }

  @Test
  void an_authorisation_goes_from_the_agent_to_finance_and_the_manager() throws IOException {
    assertThat(submit(agent, order.open("set-fixed-cost"), "amount", 60_000.0, "sure", true).statusCode())
        .isEqualTo(204);
    String authorise = task("Authorise");
    assertThat(waiting(finance)).startsWith("200").contains(authorise);
    assertThat(waiting(manager)).startsWith("200").doesNotContain(authorise);
    assertThat(waiting(agent)).startsWith("403");
    assertThat(agent.get(ENGINE + "task/" + authorise).statusCode()).isIn(403, 404);
    assertThat(agent.get(ENGINE + "task").body()).doesNotContain(authorise);
    assertThat(submit(agent, authorise, "decision", "authorise", "reference", "A", "expenditure", "revenue").statusCode())
        .isBetween(400, 499);
    assertThat(submit(manager, authorise, "decision", "authorise", "reference", "A", "expenditure", "revenue").body())
        .contains("this one is for finance");

    assertThat(finance.post(ENGINE + "task/" + authorise + "/claim", "{\"userId\":\"finance\"}").statusCode())
        .isEqualTo(204);
    assertThat(submit(finance, authorise, "decision", "authorise", "reference", "A").body())
        .contains("\"field\":\"expenditure\"");
    assertThat(submit(finance, authorise, "decision", "information required", "question", "Why?").statusCode())
        .isEqualTo(204);
    assertThat(submit(agent, task("Answer Authorisation Question"), "answer", "Because").statusCode()).isEqualTo(204);
    assertThat(submit(finance, task("Authorise"),
        "decision", "authorise", "reference", "A", "expenditure", "revenue").statusCode()).isEqualTo(204);

    assertThat(waiting(finance)).doesNotContain("Authorise");
    assertThat(waiting(manager)).contains(task("Authorise"));
    assertThat(submit(manager, task("Authorise"),
        "decision", "refuse", "reference", "B", "reason", "No money left").statusCode()).isEqualTo(204);
    assertThat(order.status()).isEqualTo("1.09");
    assertThat(order.lastEvent().action()).isEqualTo("cancel-job");
  }

  /** By hand, in the browser: the order, the form and its hidden fields. */
  @Test
  void finance_authorises_in_the_browser() {
    order.perform("set-fixed-cost", with("amount", 12_500, "sure", true));
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.tasklistAs("finance", port);
      page.getByLabel("Find an order").fill(order.number().value());
      page.getByLabel("Find an order").press("Enter");
      PlaywrightAssertions.assertThat(page.getByText("awaiting authorisation by finance since")).isVisible();
      Locator form = page.locator(".jobline-next");
      PlaywrightAssertions.assertThat(form.getByText("fixed cost 12,500.00 GBP (120.00 before), above 10,000.00"))
          .isVisible();
      PlaywrightAssertions.assertThat(page.getByLabel("Revenue")).isHidden();
      page.getByLabel("Authorise", new Page.GetByLabelOptions().setExact(true)).check();
      form.locator("[data-field=reference] input").fill("AU-1");
      page.getByLabel("Revenue").check();
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/authorise.png")));
      form.locator("button[type=submit]").click();
      await().atMost(Duration.ofSeconds(30)).until(() -> !order.present().locked());
    }
    assertThat(order.lastEvent().agent()).isEqualTo("finance");
    assertThat(order.status()).isEqualTo("1.00");
  }

  @Test
  void who_tries_something_else_meanwhile_reads_what_the_order_waits_for() throws IOException {
    String assign = order.open("assign");
    order.perform("set-fixed-cost", with("amount", 12_500, "sure", true));
    String words = "Assign isn't possible yet: work order " + order.number() + " has been waiting for authorisation by finance since";
    assertThat(submit(agent, assign, "how", "by e-mail").body()).contains(words);
    assertThat(new Browser(port).as("agent").post("/engine-rest/task/" + assign + "/complete", "{}").body())
        .contains(words);
    assertThat(order.status()).isEqualTo("1.00");
  }
}
