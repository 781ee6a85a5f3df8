package org.jobline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.OwnEngine;
import org.jobline.fixture.Pictures;
import org.jobline.fixture.WithoutMocks;
import org.jobline.order.Journal;
import org.jobline.order.OrderEvent;
import org.jobline.order.OrderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** The walk of docs/agents.md: one order, in the real Tasklist, from the call to its recall. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "camunda.bpm.job-execution.enabled=true")
@ActiveProfiles("demo")
@DirtiesContext
@WithoutMocks
@ExtendWith({OwnEngine.class, Pictures.class})
class WalkThroughTest {

  @LocalServerPort int port;
  @Autowired Journal journal;
  @Autowired JavaMailSenderImpl smtp;

  private GreenMail mail;
  private Chromium chromium;
  private Page page;

  @BeforeEach
  void openTasklist() {
    chromium = Chromium.start();
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    smtp.setHost("127.0.0.1");
    smtp.setPort(mail.getSmtp().getPort());
    page = chromium.tasklistAs("agent", port);
    page.setDefaultTimeout(30_000);
  }

  @AfterEach
  void close() {
    if (page != null) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/walk-through.png")));
    }
    if (chromium != null) {
      chromium.close();
    }
    if (mail != null) {
      mail.stop();
    }
  }

  @Test
  void an_agent_takes_an_order_from_the_call_to_its_recall() {
    log();
    assertThat(page.locator(".jobline-said")).containsText("R-100001 logged");
    assertThat(page.locator(".jobline-page .jobline-description")).hasText("A tile has come off <b>the wall</b>");
    choose("resource", "RES-16");
    page.getByLabel("Up to SLA").check();
    save();
    awaitStatus("1.00");

    page.evaluate("() => { window.location.hash = '#/' }");
    openGroupTask("Assign");
    menu("No Answer");
    field("numberTried").fill("0113 496 0000");
    save();
    awaitStatus("1.02");

    // put off until the next attempt is due, and still in the list of its stage
    openTask("Assignment", "Assign");
    page.getByLabel("By phone").check();
    field("spokeTo").fill("Dispatch");
    save();
    awaitStatus("1.03");

    openGroupTask("Accept Job");
    save();
    awaitStatus("2.00");

    awaitNext("Start Job › Field Team");
    field("engineer").fill("Eve");
    field("attending").fill("1");
    save();
    awaitStatus("3.00");

    awaitNext("Stop Job");
    field("stoppedAt").fill("now");
    page.getByLabel("Completed").check();
    save();
    awaitStatus("5.01");

    findOrder();
    menu("Set Accrual to Zero");
    page.getByLabel("Set accrual to zero – can't be undone").check();
    save();
    awaitStatus("5.02");

    menu("Recall Job");
    choose("priority", "P2");
    field("why").fill("cold again");
    save();
    awaitStatus("1.04");

    assertThat(page.locator(".jobline-page .jobline-status").first()).containsText("1.04");
    assertThat(events()).extracting(OrderEvent::action).containsExactly(
        "log-work-order", "allocate-resource", "no-answer", "assign", "accept-job", "start-job-field-team", "stop-job",
        "set-accrual-to-zero", "recall-job");
    Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
        assertThat(Arrays.stream(mail.getReceivedMessages()).map(GreenMailUtil::getWholeMessage)).hasSizeGreaterThanOrEqualTo(2).allMatch(message -> message.contains("R-100001")));
  }

  private void log() {
    page.getByText("Log an order").first().click();
    Map.of("site", "S-014", "workType", "FAB", "priority", "P1", "description", "A tile has come off <b>the wall</b>",
        "contactName", "Sue").forEach((key, text) -> {
          page.locator(".jobline-log-form [data-field='" + key + "']").locator("input, textarea").first().fill(text);
          page.keyboard().press("Tab");
        });
    page.locator(".jobline-log-form button[type=submit]").click();
    awaitStatus("0.03");
  }

  private void openGroupTask(String name) {
    openTask("My team's jobs", name);
  }

  private void openTask(String list, String name) {
    page.getByText(list).first().click();
    Locator card = page.locator("li.task, .task").filter(new Locator.FilterOptions().setHasText("R-100001"))
        .filter(new Locator.FilterOptions().setHasText(name));
    card.first().click();
    awaitNext(name);
  }

  private void awaitNext(String name) {
    assertThat(page.locator(".jobline-next h3")).hasText(name);
    assertThat(page.locator(".jobline-next .jobline-form")).isVisible();
  }

  private void menu(String action) {
    button("Agent Action").first().click();
    page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(action)).first().click();
  }

  private void findOrder() {
    page.getByLabel("Find an order").fill("R-100001");
    page.getByLabel("Find an order").press("Enter");
    assertThat(page.locator("main.jobline-page h1")).hasText("R-100001");
  }

  private Locator field(String key) {
    return page.locator(".jobline-next [data-field='" + key + "'] input, .jobline-next [data-field='" + key + "'] textarea")
        .first();
  }

  private void choose(String id, String text) {
    page.locator(".jobline-next [data-field='" + id + "'] input").first().fill(text);
    page.locator(".jobline-next [role=option]").filter(new Locator.FilterOptions().setHasText(text)).first().click();
  }

  private void save() {
    page.locator(".jobline-next button[type=submit]").click();
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private List<OrderEvent> events() {
    return journal.of(new OrderNumber("R-100001"));
  }

  private void awaitStatus(String status) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
        assertThat(events()).last().extracting(OrderEvent::statusAfter).isEqualTo(status));
  }
}
