package org.jobline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.ServedDemoTest;
import org.jobline.platform.security.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pictures of the main screens in {@code docs/agents.md}, taken of the desk as it is. */
class ScreensTest {

  private static final Path FOLDER = Path.of("docs/screens");
  private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\((screens/[a-z-]+\\.png)\\)");

  @Test
  void the_pictures_of_the_page_for_agents_are_there() throws IOException {
    List<String> pictures = PICTURE.matcher(Files.readString(Path.of("docs/agents.md"))).results()
        .map((MatchResult picture) -> picture.group(1)).toList();
    assertThat(pictures).isNotEmpty().allSatisfy(picture -> assertThat(Path.of("docs", picture)).exists());
    try (var files = Files.list(FOLDER)) {
      assertThat(files.map(file -> "screens/" + file.getFileName())).containsExactlyInAnyOrderElementsOf(pictures);
    }
  }

  /** {@code mvn test -Dtest='ScreensTest*' -Djobline.docs=write} takes them again. */
  @ServedDemoTest
  @EnabledIfSystemProperty(named = "jobline.docs", matches = "write")
  static class TakenAnewTest {

    private static final List<String> CALLS = List.of(
        call("S-014", "HVC", "P2", "Bakery too hot, the doors have to stay open", "Grace Okafor"),
        call("S-019", "ELC", "P4", "A lamp over the till is out", "Sue Hart"),
        call("S-017", "PLB", "P1", "Water comes through the ceiling of the store room", "Liam Walsh"),
        call("S-031", "FAB", "P3", "Automatic door sticks half open", "Mia Brandt"));

    @LocalServerPort int port;
    @Autowired ObjectMapper json;
    private Page page;

    private static String call(String site, String workType, String priority, String description, String caller) {
      return """
          {"type": "REACTIVE", "site": "%s", "workType": "%s", "priority": "%s", "description": "%s",
            "contactName": "%s", "confirmDuplicate": true}"""
          .formatted(site, workType, priority, description, caller);
    }

    @Test
    void of_the_main_screens() throws IOException {
      Browser agent = new Browser(port).as("agent");
      String number = null;
      for (String call : CALLS) {
        String logged = json.readTree(agent.post("/api/work-orders", call).body()).path("number").asText();
        assertThat(logged).isNotEmpty();
        number = number == null ? logged : number;
      }
      agent.post("/api/work-orders/" + number + "/actions/add-notes-private",
          "{\"text\": \"Grace rang again: 31 degrees by the ovens\"}");
      Files.createDirectories(FOLDER);
      try (Chromium chromium = Chromium.start()) {
        page = chromium.tasklistAs("agent", port);
        page.setViewportSize(1440, 900);
        show("#/start", ".jobline-start-sections");
        take("start");
        show("#/orders/" + number, ".jobline-next .jobline-form");
        page.locator(".jobline-next input").first().fill("");
        take("order");
        show("#/log", ".jobline-log-form form");
        for (String text : List.of("briggate", "hvc", "P3")) {
          page.keyboard().type(text);
          page.keyboard().press("Tab");
        }
        page.locator(".jobline-briefing .jobline-priorities").waitFor();
        page.keyboard().type("Still too hot after the repair");
        take("log");
        show("#/", "h4.name a");
        page.getByText("My team's jobs").first().click();
        page.locator("li.task").first().click();
        page.locator(".jobline-panel .jobline-form").first().waitFor();
        take("lists");
        takePurchase(agent);
      }
    }

    /** What is bought, as it is logged, and a receipt that is about to be confirmed. */
    private void takePurchase(Browser agent) throws IOException {
      show("#/log", ".jobline-log-type");
      page.locator(".jobline-log-type").selectOption("PURCHASING");
      page.locator("[name=field-lines-0-0]").waitFor();
      page.locator("[name=field-site]").focus();
      for (String text : List.of("briggate", "aire")) {
        page.keyboard().type(text);
        page.keyboard().press("Tab");
        page.waitForLoadState(LoadState.NETWORKIDLE);
      }
      for (String part : List.of("copper 15", "isolating 15", "fill valve", "ptfe")) {
        page.keyboard().type(part);
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().type("4");
        page.keyboard().press("Enter");
      }
      page.waitForLoadState(LoadState.NETWORKIDLE);
      take("purchase");
      String number = json.readTree(agent.post("/api/work-orders", """
          {"type": "PURCHASING", "site": "S-014", "supplier": "AIRE",
            "lines": "AIRE/CU-15 - 10 - - -\\nAIRE/ISV-15 - 2 - - -\\nAIRE/FV-12 - 4 - - -"}""").body())
          .path("number").asText();
      agent.post("/api/work-orders/" + number + "/actions/po-submit", "{\"how\": \"by e-mail\"}");
      agent.post("/api/work-orders/" + number + "/actions/po-acknowledge", "{\"deliveryDate\": \"2199-01-02\"}");
      show("#/orders/" + number, ".jobline-next .jobline-form");
      page.locator(".jobline-page .jobline-menu-button").click();
      page.locator(".jobline-menu:visible button[data-action='po-receipt']").first().click();
      page.locator("[name=field-deliveryNote]").fill("DN-20418");
      page.locator("[name=field-lines-0-2]").press("=");
      page.locator("[name=field-lines-1-2]").press("=");
      page.locator("[name=field-lines-1-3]").fill("3");
      page.locator("[name=field-lines-1-4]").selectOption("damaged");
      page.locator("[name=field-returnNumber]").fill("RMA-77");
      page.keyboard().press("Control+Enter");
      page.locator(".jobline-check").waitFor();
      take("receipt");
    }

    private void show(String address, String whatComes) {
      page.evaluate("address => { window.location.hash = address }", address);
      page.locator(whatComes).first().waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    }

    private void take(String name) {
      page.waitForLoadState(LoadState.NETWORKIDLE);
      page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
  }
}
