package org.jobline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jobline.action.Agent;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.Given;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.ServedTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people on one order, one of them in the real Tasklist; shares the application of {@link OrdersInTasklistTest}. */
@ServedTest
class TwoPeopleInTasklistTest {

  private static final Agent COLLEAGUE = new Agent("agent2", Set.of("helpdesk"));

  @LocalServerPort int port;
  @Autowired Given given;

  private final List<String> errors = new ArrayList<>();
  private Chromium chromium;
  private Page page;

  @BeforeEach
  void openTasklist() {
    chromium = Chromium.start();
    page = chromium.tasklistAs("agent", port);
    page.onPageError(errors::add);
    page.setDefaultTimeout(30_000);
  }

  @AfterEach
  void close() {
    if (page != null) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/tasklist/two-people.png")));
    }
    if (chromium != null) {
      chromium.close();
    }
    assertThat(errors).isEmpty();
  }

  /** @return the id of its task */
  private String open(OrderUnderTest order, String action) {
    String task = order.open(action);
    page.evaluate("id => { window.location.hash = '#/?task=' + id }", task);
    assertThat(page.locator(".fjs-form")).isVisible();
    // what is typed before the form has its values is forgotten when they come
    page.waitForLoadState(LoadState.NETWORKIDLE);
    return task;
  }

  private Locator field(String id) {
    return page.locator("[id^='fjs-form-'][id$='-" + id + "']").first();
  }

  private void complete() {
    completeButton().click();
  }

  private Locator completeButton() {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"));
  }

  @Test
  void people_who_have_an_order_open_see_each_other() {
    OrderUnderTest order = given.aLoggedOrder();
    Page others = chromium.tasklistAs("finance", port);
    for (Page each : List.of(page, others)) {
      each.evaluate("number => { window.location.hash = '#/orders/' + number }", order.number().value());
      assertThat(each.locator(".jobline-page h1")).hasText(order.number().value());
    }
    assertThat(page.locator(".jobline-looking")).hasText(Pattern.compile("^[^,]+ is looking$"));
    String seen = page.locator(".jobline-looking").textContent();
    assertThat(others.locator(".jobline-looking")).hasText(Pattern.compile("^[^,]+ is looking$"));
    assertThat(others.locator(".jobline-looking")).not().hasText(seen);
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/tasklist/looking.png")));

    OrderUnderTest alone = given.aLoggedOrder();
    for (Page mine : List.of(page, chromium.tasklistAs("agent", port))) {
      mine.evaluate("number => { window.location.hash = '#/orders/' + number }", alone.number().value());
      assertThat(mine.locator(".jobline-page h1")).hasText(alone.number().value());
      mine.waitForResponse(answer -> answer.status() == 304, () -> {});
      assertThat(mine.locator(".jobline-looking")).hasCount(0);
    }
  }

  @Test
  void colleagues_change_is_shown_beside_the_field_and_input_is_kept() {
    OrderUnderTest order = given.aLoggedOrder("location", "Cellar");
    open(order, "edit-work-order");
    assertThat(field("description")).hasValue("The boiler is cold");
    order.perform(COLLEAGUE, "edit-work-order", with("description", "No heating", "location", "Roof"));
    field("description").fill("Cold since Monday");
    field("description").press("Tab");
    assertThat(field("description")).hasValue("Cold since Monday");
    assertThat(page.waitForResponse(answer -> answer.url().contains("/submit-form"), this::complete).status())
        .isEqualTo(409);
    assertThat(page.locator(".jobline-field-error")).containsText("agent2 changed Description from \"The boiler is "
        + "cold\" to \"No heating\"");
    assertThat(field("description")).hasValue("Cold since Monday");
    assertThat(order.present().description()).isEqualTo("No heating");

    // Tasklist's own message lies over the button
    completeButton().dispatchEvent("click");
    assertThat(page.locator(".fjs-form")).isHidden();
    assertThat(order.present().details()).extracting("description", "location")
        .containsExactly("Cold since Monday", "Roof");
  }

  @Test
  void unavailable_action_is_closed_and_the_agent_told() throws Exception {
    OrderUnderTest order = given.anAcceptedOrder();
    String task = open(order, "request-eta");
    order.perform(COLLEAGUE, "start-job-field-team", with("engineer", "Eve", "attending", 1));
    assertThat(page.locator(".jobline-closed")).containsText("Request ETA on " + order.number() + " was closed");
    page.locator(".jobline-closed button").click();
    assertThat(page.locator(".jobline-closed")).isHidden();

    HttpResponse<String> answer = submitted(task);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(answer.body()).contains("Request ETA on " + order.number() + " was closed", "by agent2");
  }

  /** As a client of the engine's own API does that still has the form. */
  private HttpResponse<String> submitted(String task) throws IOException, InterruptedException {
    String login = Base64.getEncoder().encodeToString("agent:agent".getBytes(StandardCharsets.UTF_8));
    return HttpClient.newHttpClient().send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest/task/" + task + "/submit-form"))
            .header("Authorization", "Basic " + login).header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"variables\":{\"by\":{\"value\":\"phone\"}}}")).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
