package org.jobline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jobline.action.ActionKey;
import org.jobline.action.ActionService;
import org.jobline.action.Agent;
import org.jobline.action.Intake;
import org.jobline.action.Submission;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.ServedDemoTest;
import org.jobline.fixture.Types;
import org.jobline.order.OrderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The fields of an invoice in the real Tasklist. */
@ServedDemoTest
class InvoicesInTasklistTest {

  private static final Agent AGENT = new Agent("agent", Set.of("helpdesk"));

  @LocalServerPort int port;
  @Autowired Intake intake;
  @Autowired ActionService actions;

  private final List<String> errors = new ArrayList<>();
  private Chromium chromium;
  private Page page;
  private OrderNumber order;

  @BeforeEach
  void log() {
    chromium = Chromium.start();
    order = intake.log(AGENT, Types.REACTIVE, Submission.of(Map.of("site", "S-014", "workType", "FAB",
        "priority", "P1", "description", "A tile has come off", "contactName", "Sue", "confirmDuplicate", true)));
    perform("set-fixed-cost", Map.of("amount", 300));
  }

  private void openTasklist(String user) {
    page = chromium.tasklistAs(user, port);
    page.onPageError(errors::add);
    page.setDefaultTimeout(15_000);
  }

  @AfterEach
  void close() {
    if (page != null) {
      picture("invoices-at-the-end");
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private void open(String action) {
    page.evaluate("number => { window.location.hash = '#/orders/' + number }", order.value());
    page.locator(".jobline-page .jobline-menu-button").click();
    page.locator(".jobline-menu:visible button[data-action='" + action + "']").first().click();
    assertThat(page.locator(".jobline-next .jobline-form")).isVisible();
  }

  private void perform(String action, Map<String, Object> fields) {
    actions.perform(AGENT, order, new ActionKey(action), Submission.of(fields));
  }

  private Locator label(String text) {
    return page.locator(".jobline-next label").filter(new Locator.FilterOptions().setHasText(text));
  }

  private void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/tasklist", name + ".png")));
  }

  @Test
  void labour_is_not_asked_for_where_the_order_is_no_cis_work() {
    perform("allocate-resource", Map.of("resource", "RES-16", "scheduleKind", "up to SLA"));
    perform("assign", Map.of("how", "by phone", "spokeTo", "Dispatch"));
    perform("accept-job", Map.of());
    perform("start-job-field-team", Map.of("engineer", "Eve", "attending", 1));
    perform("stop-job", Map.of("stoppedAt", Instant.now().toString(), "outcome", "completed"));
    openTasklist("finance");
    open("record-invoice");
    assertThat(label("Net")).hasCount(1);
    assertThat(label("Labour")).hasCount(0);
    assertThat(label("Materials")).hasCount(0);
    picture("record-invoice");
    assertThat(errors).isEmpty();
  }
}
