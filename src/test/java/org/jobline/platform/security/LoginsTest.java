package org.jobline.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Date;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jobline.fixture.ServedDemoTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wrong passwords, new passwords, and what is kept of whoever is not logged in. */
@ServedDemoTest
class LoginsTest {

  private static final String USER = "rita";

  private int addresses;

  @LocalServerPort int port;
  @Autowired IdentityService identity;
  @Autowired NewUsers users;
  @Autowired LoginSessions sessions;
  @Autowired ClusterLock oneAtATime;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void addUser() {
    User user = identity.newUser(USER);
    user.setPassword(USER);
    identity.saveUser(user);
    Groups.ADMINS.forEach(group -> identity.createMembership(USER, group));
  }

  @AfterEach
  void removeUser() {
    ClockUtil.reset();
    identity.deleteUser(USER);
  }

  /** Each time from somewhere else, so that no address is refused. */
  private int status(String password) {
    return new Browser(port).as(USER, password).with("X-Forwarded-For", "198.51.100." + ++addresses % 250)
        .get("/api/probe").statusCode();
  }

  @Test
  void however_many_wrong_passwords_were_tried_the_right_one_is_taken_after_a_minute() {
    Date now = new Date();
    ClockUtil.setCurrentTime(now);
    for (int guesses = 1; guesses <= 30; guesses++) {
      ClockUtil.setCurrentTime(new Date(now.getTime() + guesses * 61_000L));
      assertThat(status("guess " + guesses)).isEqualTo(401);
    }
    assertThat(status(USER)).as("at once").isEqualTo(401);
    ClockUtil.setCurrentTime(new Date(now.getTime() + 31 * 61_000L));
    assertThat(status(USER)).as("a minute later").isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/probe", "/engine-rest/task"})
  void who_tries_many_users_from_one_address_is_refused_there_for_a_while(String path) {
    String address = "203.0.113." + path.length();
    fail(50, guess -> from(address, "nobody-" + guess, path));
    assertThat(from(address, USER, path)).satisfies(answer -> {
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.body()).contains("Too many failed logins from your address. Try again in");
      assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 601L);
    });
    assertThat(from("203.0.113.99", USER, path).statusCode()).as("elsewhere").isEqualTo(200);
    ClockUtil.setCurrentTime(new Date(System.currentTimeMillis() + 601_000L));
    assertThat(from(address, USER, path).statusCode()).as("ten minutes later").isEqualTo(200);
  }

  @Test
  void the_login_page_is_refused_from_there_too() {
    String address = "203.0.113.77";
    fail(50, guess -> onLoginPage(address, "nobody-" + guess, "guess"));
    assertThat(onLoginPage(address, USER, USER)).satisfies(answer -> {
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.body()).contains("TooManyFailedLogins");
    });
    assertThat(onLoginPage("203.0.113.78", USER, USER).statusCode()).isEqualTo(200);
  }

  /** A failure is counted when its answer is written, which may be after the answer was read. */
  private static void fail(int times, IntFunction<HttpResponse<String>> login) {
    for (int guess = 1; guess <= times; guess++) {
      assertThat(login.apply(guess).statusCode()).isEqualTo(401);
    }
    Awaitility.await().until(() -> login.apply(times + 1).statusCode() == 429);
  }

  private HttpResponse<String> from(String address, String user, String path) {
    return new Browser(port).as(user).with("X-Forwarded-For", address).get(path);
  }

  private HttpResponse<String> onLoginPage(String address, String user, String password) {
    Browser browser = new Browser(port).with("X-Forwarded-For", address);
    browser.get("/camunda/app/tasklist/default/");
    return browser.showToken().call("POST", "/camunda/api/admin/auth/user/default/login/tasklist",
        "application/x-www-form-urlencoded", "username=" + user + "&password=" + password);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest/user/", "/camunda/api/engine/engine/default/user/"})
  void a_new_password_ends_the_other_sessions(String users) {
    Browser elsewhere = new Browser(port).inTasklistAs(USER);
    Browser here = new Browser(port).inTasklistAs(USER);
    Browser somebodyElse = new Browser(port).inTasklistAs("agent");
    Browser changing = users.startsWith("/engine-rest") ? new Browser(port).as(USER) : here;
    assertThat(changing.put(users + USER + "/credentials",
        "{\"password\":\"Correct-horse-8\",\"authenticatedUserPassword\":\"" + USER + "\"}").statusCode()).isEqualTo(204);
    assertThat(elsewhere.get("/api/probe").statusCode()).isEqualTo(401);
    assertThat(here.get("/api/probe").statusCode()).isEqualTo(changing == here ? 200 : 401);
    assertThat(somebodyElse.get("/api/probe").statusCode()).isEqualTo(200);
  }

  @Test
  void a_refused_change_of_the_password_ends_nothing() {
    Browser elsewhere = new Browser(port).inTasklistAs(USER);
    assertThat(new Browser(port).as(USER).put("/engine-rest/user/" + USER + "/credentials",
        "{\"password\":\"Correct-horse-8\",\"authenticatedUserPassword\":\"wrong\"}").statusCode()).isNotEqualTo(204);
    assertThat(elsewhere.get("/api/probe").statusCode()).isEqualTo(200);
  }

  @Test
  void login_page_stores_nothing_in_the_database() {
    long before = sessions();
    for (int visits = 0; visits < 20; visits++) {
      Browser visitor = new Browser(port).with("X-Forwarded-For", "198.51.101." + visits);
      visitor.get("/camunda/app/tasklist/default/");
      visitor.get("/camunda/api/admin/auth/user/default");
      visitor.showToken().call("POST", "/camunda/api/admin/auth/user/default/login/tasklist",
          "application/x-www-form-urlencoded", "username=nobody-there&password=guess");
      visitor.get("/camunda/app/cockpit/default/");
    }
    assertThat(sessions()).isEqualTo(before);
    new Browser(port).inTasklistAs(USER);
    assertThat(sessions()).isEqualTo(before + 1);
  }

  @Test
  void the_login_page_still_wants_its_token() {
    Browser visitor = new Browser(port);
    visitor.get("/camunda/app/tasklist/default/");
    for (String token : new String[] {"", "0123456789ABCDEF0123456789ABCDEF"}) {
      assertThat(visitor.with("X-XSRF-TOKEN", token.isEmpty() ? " " : token)
          .call("POST", "/camunda/api/admin/auth/user/default/login/tasklist",
              "application/x-www-form-urlencoded", "username=" + USER + "&password=" + USER).statusCode())
          .isEqualTo(403);
    }
    assertThat(new Browser(port).call("POST", "/camunda/api/admin/auth/user/default/login/tasklist",
        "application/x-www-form-urlencoded", "username=" + USER + "&password=" + USER).statusCode()).isEqualTo(403);
  }

  @Test
  void recovery_restores_an_administrator() {
    Browser session = new Browser(port).inTasklistAs(USER);
    for (int guesses = 0; guesses < 12; guesses++) {
      status("guess");
    }
    Groups.ADMINS.forEach(group -> identity.deleteMembership(USER, group));
    recovery(USER, "Correct-horse-9").run(null);
    assertThat(status("Correct-horse-9")).isEqualTo(200);
    assertThat(new Browser(port).as(USER, "Correct-horse-9").get("/actuator/info").statusCode()).isEqualTo(200);
    assertThat(session.get("/api/probe").statusCode()).isEqualTo(401);
  }

  @Test
  void an_administrator_who_is_gone_is_added_again() {
    recovery("lazarus", "Correct-horse-9").run(null);
    assertThat(new Browser(port).as("lazarus", "Correct-horse-9").get("/actuator/info").statusCode()).isEqualTo(200);
    identity.deleteUser("lazarus");
  }

  @Test
  void incomplete_recovery_settings_change_nothing() {
    recovery(USER, "").run(null);
    recovery("", "Correct-horse-9").run(null);
    recovery(null, null).run(null);
    assertThat(status(USER)).isEqualTo(200);
  }

  private AdministratorRecovery recovery(String user, String password) {
    AdminSettings settings =
        new AdminSettings(new AdminSettings.Login(null, null), new AdminSettings.Login(user, password));
    return new AdministratorRecovery(settings, identity, users, sessions, oneAtATime);
  }

  private long sessions() {
    return jdbc.sql("select count(*) from spring_session").query(Long.class).single();
  }

  @Test
  void a_file_with_nul_in_its_name_is_refused() {
    String number = orderNumber();
    for (String name : new String[] {"filename=\"a\0.txt\"", "filename*=UTF-8''a%00.txt"}) {
      String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; " + name
          + "\r\nContent-Type: text/plain\r\n\r\nwords\r\n--x--\r\n";
      for (String where : new String[] {"/uploads", "/documents?type=Report"}) {
        assertThat(new Browser(port).as("agent").call("POST", "/api/work-orders/" + number + where,
            "multipart/form-data; boundary=x", body)).satisfies(answer -> {
              assertThat(answer.statusCode()).as(name.replace('\0', '0') + where + answer.body()).isEqualTo(422);
              assertThat(answer.body()).contains("\"file\"").contains("name");
            });
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "no multipart at all", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nwor", "--x\r\n",
      "--x\r\n\r\n\r\n--x--\r\n", "--x--"})
  void a_broken_upload_is_refused(String body) {
    assertThat(new Browser(port).as("agent").call("POST", "/api/work-orders/" + orderNumber() + "/uploads",
        "multipart/form-data; boundary=x", body).statusCode()).isBetween(400, 422);
  }

  private String orderNumber() {
    String body = new Browser(port).as("agent").post("/api/work-orders", """
        {"type": "REACTIVE", "site": "S-014", "workType": "FAB", "priority": "P1", "confirmDuplicate": true,
         "description": "A tile has come off", "contact": {"name": "Sue"}}""").body();
    return body.replaceAll("(?s).*\"number\":\"([^\"]+)\".*", "$1");
  }
}
