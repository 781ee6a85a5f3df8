package org.jobline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.Given;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.ServedTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an open page costs the server, on a page whose clock only goes when the test lets it. */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveUpdatesTest {

  private static final long STEP_MS = 500;
  private static final long USUAL_MS = 5_000;
  /** More than any of the tests has to wait for. */
  private static final int MAX_STEPS = 1_000;

  @LocalServerPort int port;
  @Autowired Given given;

  private final List<String> calls = new ArrayList<>();
  private final Set<Request> open = new HashSet<>();
  private Chromium chromium;
  private Page page;

  @BeforeAll
  void logIn() {
    chromium = Chromium.start();
    // a browser of its own: all its pages have the same clock
    page = chromium.page();
    page.clock().install();
    Chromium.logIn(page, "agent", "http://localhost:" + port + "/camunda/app/tasklist/default/");
    assertThat(page.locator(".jobline-start")).isVisible();
    page.clock().pauseAt(now() + STEP_MS);
    page.onRequest(request -> {
      URI address = URI.create(request.url());
      if (address.getPath().startsWith("/api/")) {
        open.add(request);
        calls.add(request.method() + " " + address.getPath());
      }
    });
    page.onRequestFinished(open::remove);
    page.onRequestFailed(open::remove);
  }

  @BeforeEach
  void openAnOrder() {
    open(given.anAssignedOrder());
    quiet();
    calls.clear();
  }

  @AfterEach
  void shown() {
    page.unrouteAll();
    hide(false);
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private long now() {
    return ((Number) page.evaluate("Date.now()")).longValue();
  }

  private void open(OrderUnderTest order) {
    page.evaluate("number => { window.location.hash = '#/orders/' + number }", order.number().value());
    passUntil(() -> page.locator(".jobline-next .jobline-form").isVisible()
        && page.locator(".jobline-page h1").textContent().equals(order.number().value()));
  }

  /** Lets time pass, and what is asked be answered. */
  private void pass() {
    page.clock().runFor(STEP_MS);
    page.waitForCondition(open::isEmpty);
  }

  private void passUntil(BooleanSupplier happened) {
    for (int step = 0; !happened.getAsBoolean(); step++) {
      assertThat(step).as("steps, with the calls %s", calls).isLessThan(MAX_STEPS);
      pass();
    }
  }

  /** Until what began with opening the page is over. */
  private void quiet() {
    int before = calls.size();
    passUntil(() -> calls.size() >= before + 2);
  }

  /** How long it takes until the page asks the next time, to a step. */
  private long untilNextCall() {
    return untilNextCall("");
  }

  private long untilNextCall(String beginning) {
    long from = now();
    long before = callsOf(beginning);
    passUntil(() -> callsOf(beginning) > before);
    return now() - from;
  }

  private long callsOf(String beginning) {
    return calls.stream().filter(call -> call.startsWith(beginning)).count();
  }

  private void hide(boolean isHidden) {
    page.evaluate("""
        isHidden => {
          Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
          document.dispatchEvent(new Event('visibilitychange'));
        }""", isHidden);
  }

  @Test
  void an_open_order_costs_one_small_call_in_five_seconds() {
    long from = now();
    passUntil(() -> calls.contains("GET " + address()) && calls.contains("GET " + address() + "/actions"));
    long passed = now() - from;
    assertThat((long) calls.size()).as("calls in %s ms: %s", passed, calls).isLessThanOrEqualTo(passed / USUAL_MS + 1);
    assertThat(calls).contains("POST /api/pulse")
        .allMatch(call -> call.equals("POST /api/pulse") || call.startsWith("GET " + address()));
  }

  private String address() {
    return "/api/work-orders/" + page.locator(".jobline-page h1").textContent();
  }

  @Test
  void the_table_takes_turns_with_the_call() {
    page.evaluate("() => { window.location.hash = '#/orders?list=all' }");
    passUntil(() -> page.locator(".jobline-orders-table tbody tr").count() > 0);
    quiet();
    calls.clear();
    long from = now();
    passUntil(() -> calls.size() > 7);
    long passed = now() - from;
    assertThat((long) calls.size()).as("calls in %s ms: %s", passed, calls).isLessThanOrEqualTo(passed / USUAL_MS + 1);
    assertThat(calls).contains("POST /api/pulse", "GET /api/work-orders");
  }

  @Test
  void a_table_that_is_refused_is_asked_for_less_and_less_often_while_the_call_goes_on() {
    String table = "GET /api/work-orders";
    page.evaluate("() => { window.location.hash = '#/orders?list=all' }");
    passUntil(() -> page.locator(".jobline-orders-table tbody tr").count() > 0);
    page.route(url -> URI.create(url).getPath().equals("/api/work-orders"),
        route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
    untilNextCall(table);
    assertThat(page.locator(".jobline-orders > .jobline-complaint")).isVisible();
    assertThat(untilNextCall(table)).isGreaterThan(3 * USUAL_MS);
    calls.clear();
    assertThat(untilNextCall(table)).isGreaterThan(7 * USUAL_MS);
    assertThat(callsOf("POST /api/pulse")).isGreaterThan(4);
    page.unrouteAll();
    untilNextCall(table);
    assertThat(untilNextCall(table)).isLessThan(4 * USUAL_MS);
    assertThat(page.locator(".jobline-orders > .jobline-complaint")).hasCount(0);
  }

  @Test
  void a_page_that_is_refused_asks_less_and_less_often_and_as_before_when_it_is_answered_again() {
    page.route(url -> URI.create(url).getPath().startsWith("/api/"), route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
    untilNextCall();
    assertThat(untilNextCall()).isGreaterThan(2 * USUAL_MS - 2 * STEP_MS);
    assertThat(page.locator(".jobline-page > .jobline-complaint")).isVisible();
    assertThat(untilNextCall()).isGreaterThan(4 * USUAL_MS - 2 * STEP_MS);
    assertThat(untilNextCall()).isGreaterThan(8 * USUAL_MS - 2 * STEP_MS);
    assertThat(untilNextCall()).isGreaterThan(12 * USUAL_MS - 2 * STEP_MS);
    assertThat(untilNextCall()).as("no more than a minute").isBetween(12 * USUAL_MS - 2 * STEP_MS, 16 * USUAL_MS);
    page.unrouteAll();
    untilNextCall();
    assertThat(untilNextCall()).isLessThan(2 * USUAL_MS);
    assertThat(page.locator(".jobline-page > .jobline-complaint")).hasCount(0);
  }

  @Test
  void what_goes_wrong_in_one_part_of_the_page_is_nothing_to_the_others() {
    page.evaluate("""
        async () => {
          const { listen } = await import('/camunda/app/tasklist/scripts/jobline/pulse.js');
          window.broken = listen('broken', { known: () => '', told: () => { throw new Error('broken'); } });
        }""");
    try {
      OrderUnderTest order = given.anAssignedOrder();
      open(order);
      quiet();
      order.perform(Given.COLLEAGUE, "accept-job", with("eta", order.in(Duration.ofHours(3)), "spokeTo", "Ann"));
      Locator status = page.locator(".jobline-page .jobline-status").first();
      passUntil(() -> status.textContent().equals("Pending attendance 2.00"));
      untilNextCall();
      assertThat(untilNextCall()).isLessThan(2 * USUAL_MS);
    } finally {
      page.evaluate("() => broken.end()");
    }
  }

  @Test
  void a_call_that_is_never_answered_is_given_up() {
    List<Route> held = new ArrayList<>();
    page.evaluate("""
        () => {
          window.usualTimeout = AbortSignal.timeout;
          AbortSignal.timeout = ms => usualTimeout.call(AbortSignal, ms / 100);
        }""");
    page.route(url -> URI.create(url).getPath().startsWith("/api/"), held::add);
    try {
      passUntil(() -> page.locator(".jobline-page > .jobline-complaint").isVisible());
      // none of them is left to the usual time
      page.waitForCondition(open::isEmpty);
    } finally {
      page.evaluate("() => { AbortSignal.timeout = usualTimeout }");
    }
    assertThat(page.locator(".jobline-page > .jobline-complaint")).containsText("isn't answering");
    assertThat(held).isNotEmpty();
    page.unrouteAll();
    passUntil(() -> page.locator(".jobline-page > .jobline-complaint").count() == 0);
  }

  @Test
  void the_next_user_at_a_page_asks_for_counts_of_his_own() {
    List<String> asked = new ArrayList<>();
    Consumer<Request> note = request -> {
      if (request.url().endsWith("/api/pulse") && request.postData().contains("\"lists\"")) {
        asked.add(request.postData());
      }
    };
    page.evaluate("() => { window.location.hash = '#/' }");
    passUntil(() -> page.locator(".task-filter .jobline-count").count() > 0);
    page.onRequest(note);
    passUntil(() -> !asked.isEmpty());
    assertThat(asked).first().asString().doesNotContain("\"lists\":\"\"");
    asked.clear();
    page.evaluate("() => { window.location.hash = '#/login' }");
    pass();
    page.evaluate("() => { window.location.hash = '#/' }");
    long from = now();
    passUntil(() -> !asked.isEmpty());
    page.offRequest(note);
    assertThat(now() - from).as("at once").isLessThan(USUAL_MS);
    assertThat(asked).first().asString().contains("\"lists\":\"\"");
  }

  @Test
  void a_page_nobody_sees_asks_nothing_and_at_once_when_it_is_seen_again() {
    hide(true);
    for (int step = 0; step < 60; step++) {
      pass();
    }
    assertThat(calls).isEmpty();
    hide(false);
    assertThat(untilNextCall()).isLessThan(USUAL_MS - STEP_MS);
    assertThat(calls).first().isEqualTo("POST /api/pulse");
  }
}
