package org.jobline.platform.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.OwnEngine;
import org.jobline.fixture.WithoutMocks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Users log in at a provider, which runs beside the application and speaks the real protocol. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("oidc")
@DirtiesContext
@WithoutMocks
@ExtendWith(OwnEngine.class)
class OpenIdLoginTest {

  private static final OpenIdProvider PROVIDER = new OpenIdProvider();
  private static final String TASKLIST = "/camunda/app/tasklist/default/";

  @LocalServerPort int port;
  @Autowired IdentityService identity;

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry properties) {
    properties.add("OIDC_ISSUER", PROVIDER::issuer);
    properties.add("OIDC_CLIENT_SECRET", () -> OpenIdProvider.SECRET);
  }

  @BeforeEach
  void letIn() {
    PROVIDER.letIn(port);
  }

  @AfterAll
  static void stop() {
    PROVIDER.close();
  }

  private void logIn(Page page, String user) {
    assertThat(page).hasURL(Pattern.compile(PROVIDER.issuer() + "/login.*"));
    page.getByPlaceholder("Username").fill(user);
    page.getByPlaceholder("Password").fill("secret");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
  }

  private List<String> groupsOf(String user) {
    return identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).sorted().toList();
  }

  @Test
  void a_user_logs_in_at_the_provider_comes_back_to_his_page_and_is_logged_out_of_both() {
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.page();
      page.navigate("http://localhost:" + port + TASKLIST);
      logIn(page, "mike");
      assertThat(page).hasURL(Pattern.compile("http://localhost:" + port + TASKLIST + ".*"));
      assertThat(page.getByLabel("Find an order")).isVisible();
      assertThat(page.getByText("Given Name of mike")).isVisible();
      User mike = identity.createUserQuery().userId("mike").singleResult();
      assertThat(mike.getEmail()).isEqualTo("mike@example.org");
      assertThat(groupsOf("mike")).containsExactly("helpdesk");

      page.getByText("Given Name of mike").click();
      page.getByText("Sign out").or(page.getByText("Log out")).first().click();
      logIn(page, "adele");
      assertThat(page).hasURL(Pattern.compile("http://localhost:" + port + "/camunda/app/.*"));
      assertThat(page.getByText("Given Name of adele").first()).isVisible();
      assertThat(groupsOf("adele")).containsExactly("admin", "camunda-admin");
    }
  }

  @Test
  void a_page_whose_session_has_ended_leads_to_the_provider() {
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.page();
      page.navigate("http://localhost:" + port + TASKLIST);
      logIn(page, "mike");
      assertThat(page.getByLabel("Find an order")).isVisible();
      page.context().clearCookies();
      // it asks for news by itself
      assertThat(page).hasURL(Pattern.compile(PROVIDER.issuer() + "/login.*"));
    }
  }

  @Test
  void user_without_a_group_is_told_so() {
    try (Chromium chromium = Chromium.start()) {
      for (String user : List.of("nora", "sly")) {
        Page page = chromium.page();
        page.navigate("http://localhost:" + port + TASKLIST);
        logIn(page, user);
        assertThat(page.locator("body")).containsText("names none of Jobline's groups: helpdesk, finance");
        assertThat(identity.createUserQuery().userId(user).count()).isZero();
      }
    }
  }

  @Test
  void groups_are_those_of_the_last_login() {
    try (Chromium chromium = Chromium.start()) {
      for (List<String> groups : List.of(List.of("finance", "manager"), List.of("manager"))) {
        PROVIDER.moves("elsewhere", groups);
        Page page = chromium.page();
        page.navigate("http://localhost:" + port + TASKLIST);
        logIn(page, "elsewhere");
        assertThat(page.getByText("Given Name of elsewhere")).isVisible();
        assertThat(groupsOf("elsewhere")).isEqualTo(groups);
      }
    }
  }

  @Test
  void another_program_shows_a_token_with_every_call() {
    Browser program = new Browser(port).with("Authorization", "Bearer " + tokenOf("jobline"));
    assertThat(program.get("/api/work-orders").statusCode()).isEqualTo(200);
    assertThat(program.get("/engine-rest/task").statusCode()).isEqualTo(200);
    assertThat(program.get("/actuator/metrics").statusCode()).isEqualTo(403);
    assertThat(identity.createUserQuery().userId("jobline").count()).isOne();
  }

  @Test
  void the_description_of_the_api_asks_for_a_token() {
    Browser program = new Browser(port).with("Authorization", "Bearer " + tokenOf("jobline"));
    assertThat(program.get("/v3/api-docs").body())
        .contains("\"scheme\":\"bearer\"").doesNotContain("\"scheme\":\"basic\"");
  }

  @Test
  void a_token_that_is_not_for_us_opens_nothing() {
    String good = tokenOf("jobline");
    for (String token : List.of(tokenOf("elsewhere"), tokenOf("idle"), good.substring(0, good.length() - 8) + "AAAAAAAA",
        "nonsense")) {
      for (String path : List.of("/api/work-orders", "/engine-rest/task", "/v3/api-docs", "/actuator/metrics")) {
        HttpResponse<String> answer = new Browser(port).with("Authorization", "Bearer " + token).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
      }
    }
    assertThat(identity.createUserQuery().userId("idle").count()).isZero();
  }

  @Test
  void a_password_opens_nothing() {
    User local = identity.newUser("local");
    local.setPassword("Correct-horse-7");
    identity.saveUser(local);
    identity.createMembership("local", "helpdesk");
    Browser browser = new Browser(port).as("local", "Correct-horse-7");
    assertThat(browser.get("/api/work-orders").statusCode()).isEqualTo(401);
    assertThat(browser.get("/engine-rest/task").statusCode()).isEqualTo(401);
    HttpResponse<String> form = new Browser(port).call("POST", "/camunda/api/admin/auth/user/default/login/tasklist",
        "application/x-www-form-urlencoded", "username=local&password=Correct-horse-7");
    assertThat(form.statusCode()).isEqualTo(401);
    assertThat(form.headers().firstValue("Jobline-Login")).isPresent();
  }

  private static String tokenOf(String client) {
    String both = Base64.getEncoder().encodeToString(
        (client + ":" + OpenIdProvider.SECRET).getBytes(StandardCharsets.UTF_8));
    try {
      HttpResponse<String> answer = HttpClient.newHttpClient().send(
          HttpRequest.newBuilder(URI.create(PROVIDER.issuer() + "/oauth2/token"))
              .header("Authorization", "Basic " + both)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=profile"))
              .build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.toString()).isEqualTo(200);
      return JsonPath.read(answer.body(), "$.access_token");
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
