package org.jobline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jobline.fixture.Given.with;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The desk in the real Tasklist: how few steps an action takes, and whether everybody can use it. */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskTest {

  private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  @LocalServerPort int port;
  @Autowired Given given;
  @Autowired FilterService filters;
  @Autowired TaskService tasks;

  private final List<String> steps = new ArrayList<>();
  private Chromium chromium;
  private Page page;
  private Page cockpit;

  /** One page for all of them: to load Tasklist takes longer than most of what is tested. */
  @BeforeAll
  void logIn() {
    chromium = Chromium.start();
    page = chromium.tasklistAs("agent", port);
    cockpit = chromium.page();
    Chromium.logIn(cockpit, "manager", cockpitAddress());
    PlaywrightAssertions.assertThat(cockpit.getByText("Running Process Instances")).isVisible();
  }

  @BeforeEach
  void begin() {
    steps.clear();
    page.evaluate("() => { localStorage.clear(); document.activeElement.blur(); window.location.hash = '#/start' }");
    PlaywrightAssertions.assertThat(page.locator(".jobline-start")).isVisible();
  }

  @AfterEach
  void closeOthers() {
    chromium.closeAllBut(page, cockpit);
    filters.createTaskFilterQuery().filterOwner("agent").list().forEach(list -> filters.deleteFilter(list.getId()));
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private String cockpitAddress() {
    return "http://localhost:" + port + "/camunda/app/cockpit/default/";
  }

  /** A click, a key, or something typed. */
  private void step(String what, Runnable doing) {
    doing.run();
    steps.add(what);
  }

  private Locator field(String id) {
    return page.locator(".jobline-next [data-field='" + id + "'] input").first();
  }

  @Test
  void an_order_is_reached_in_two_steps_and_accepted_with_its_ETA_in_six_more() {
    OrderUnderTest order = given.anAssignedOrder();
    step("/", () -> page.keyboard().press("/"));
    page.keyboard().type(order.number().value());
    step("number", () -> page.keyboard().press("Enter"));
    PlaywrightAssertions.assertThat(page.locator(".jobline-page h1")).containsText(order.number().value());
    assertThat(steps).hasSizeLessThanOrEqualTo(2);

    steps.clear();
    step("ETA", () -> field("eta").fill("tomorrow 10:00"));
    step("Accept Job", () -> field("eta").press("Enter"));
    await().atMost(Duration.ofSeconds(30)).until(() -> order.status().equals("2.00"));
    assertThat(steps).hasSizeLessThanOrEqualTo(6);
    assertThat(order.present().eta()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"tasklist, Jobline Helpdesk", "cockpit, Jobline Cockpit", "admin, Jobline Admin", "welcome, Jobline Welcome"})
  void every_application_bears_our_name(String application, String title) throws IOException {
    Page own = chromium.page();
    Chromium.logIn(own, "admin", "http://localhost:" + port + "/camunda/app/" + application + "/default/");
    PlaywrightAssertions.assertThat(own.getByText("Adam Admin").first()).isVisible();
    PlaywrightAssertions.assertThat(own).hasTitle(Pattern.compile(".*" + title + ".*"));
    PlaywrightAssertions.assertThat(own.locator(".ce-eol-banner:visible")).hasCount(0);
    // where users log in elsewhere, each of them has to notice that nobody is logged in any more
    own.waitForFunction("""
        () => performance.getEntriesByType('resource').some(({ name }) => name.includes('/single-sign-on.js'))""");
    PlaywrightAssertions.assertThat(own.getByText("Camunda Platform").first()).isHidden();
    assertThat(own.request().get("http://localhost:" + port + "/camunda/favicon.ico").body())
        .isEqualTo(Files.readAllBytes(Path.of("src/main/resources/META-INF/resources/webjars/camunda/favicon.ico")));
    own.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/house-" + application + ".png")));
  }

  @Test
  void the_help_lists_our_keys_and_they_do_what_it_says() {
    OrderUnderTest order = given.anAssignedOrder();
    page.getByText("Keyboard Shortcuts").click();
    PlaywrightAssertions.assertThat(page.locator(".shortcut-modal")).containsText("Find an order by number");
    PlaywrightAssertions.assertThat(page.locator(".shortcut-modal")).containsText("Open the Agent Action menu");
    PlaywrightAssertions.assertThat(page.locator(".shortcut-modal")).containsText("Show all orders as a table");
    page.keyboard().press("Escape");
    PlaywrightAssertions.assertThat(page.locator(".shortcut-modal")).hasCount(0);
    page.keyboard().press("/");
    page.keyboard().type(order.number().value());
    page.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(page.locator(".jobline-page h1")).containsText(order.number().value());
    page.keyboard().press("Control+Alt+a");
    PlaywrightAssertions.assertThat(page.locator(".jobline-menu:visible button[data-action]").first()).isFocused();
  }

  @Test
  void a_German_browser_gets_a_German_desk() {
    OrderUnderTest order = given.anAssignedOrder();
    Page german = chromium.page("de-DE");
    Chromium.logIn(german, "agent", "http://localhost:" + port + "/camunda/app/tasklist/default/");
    german.getByLabel("Auftrag suchen").fill(order.number().value());
    german.getByLabel("Auftrag suchen").press("Enter");
    Locator sheet = german.locator(".jobline-page");
    PlaywrightAssertions.assertThat(sheet.getByText("Zeitleiste")).isVisible();
    PlaywrightAssertions.assertThat(sheet.getByText("Verbleibende Zeit")).isVisible();
    PlaywrightAssertions.assertThat(sheet.locator(".jobline-events")).containsText("E-Mail „Beauftragung“ an Alpha Ltd");
    PlaywrightAssertions.assertThat(sheet.locator(".jobline-page-facts")).containsText("durchschnittlicher Auftragswert");
    german.locator(".jobline-page .jobline-menu-button").click();
    PlaywrightAssertions.assertThat(german.locator(".jobline-menu:visible .jobline-menu-channel").first())
        .hasText("Eingehender Anruf");
    german.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/german-order.png")));
    for (String part : List.of(".jobline-page-head", ".jobline-note", ".jobline-page-facts", ".jobline-page-story")) {
      assertThat(englishIn(german.locator(part))).as(part).isEmpty();
    }
    german.keyboard().press("Escape");
    german.keyboard().press("Escape");
    accept(german, order);
    assertThat(refused(german, "agent can't do Cancel Job: finance or manager only."))
        .isEqualTo("agent darf „Auftrag stornieren“ nicht ausführen: nur für Finanzabteilung oder Leitung.");
    assertThat(refused(german, "You already have 50 reminders. Close some first."))
        .isEqualTo("Sie haben schon 50 Erinnerungen. Schließen Sie zuerst einige.");
    assertThat(refused(german, "Sub-type must be one of Before, After for Photograph."))
        .isEqualTo("Die Unterart muss bei Photograph eine davon sein: Before, After.");
    assertThat(refused(german, "Finance only.")).isEqualTo("Nur für Finanzabteilung.");
    assertThat(refused(german, "Plumbers only.")).isEqualTo("Plumbers only.");
    assertThat(refused(german, "Stopped at can't be before the start, Tue 1 Sept 2026 14:05."))
        .isEqualTo("Beendet am darf nicht vor dem Beginn liegen: Di., 01. Sept. 2026, 14:05.");
    assertThat(refused(german, "The site is closed on Friday 25 December 2026 and until Sunday 27 December 2026."
        + " Pick another time, or tick to book it anyway.")).isEqualTo("Der Standort ist dann geschlossen (Fr., 25. Dez."
            + " 2026 bis So., 27. Dez. 2026). Wählen Sie eine andere Zeit oder bestätigen Sie, dass trotzdem gebucht wird.");
    assertThat(refused(german, "Check the amount and tick to confirm: it is over 9,999.99."))
        .isEqualTo("Prüfen Sie den Betrag und bestätigen Sie ihn: Es sind mehr als 9.999,99.");
    assertThat(refused(german, "The fixed cost must be at least 1250.00, the total of the staged payments."
        + " Change them first.")).contains("mindestens 1.250,00 betragen");
    assertThat(refused(german, "The order is at 1.03 Pending acceptance.")).contains("1.03 Annahme offen");
    assertThat(refused(german, "Cancel Job isn't possible yet: work order R-100001 has been waiting for authorisation by"
        + " finance since Tuesday 24 November 2026, 14:05 (Europe/London), level 1: fixed cost.")).isEqualTo("Auftrag"
            + " stornieren ist noch nicht möglich: Auftrag R-100001 wartet seit Di., 24. Nov. 2026, 14:05 (Europe/London)"
            + " auf Freigabe durch Finanzabteilung, Stufe 1: fixed cost.");
    german.keyboard().press("Control+Alt+o");
    PlaywrightAssertions.assertThat(german.getByRole(AriaRole.COLUMNHEADER,
        new Page.GetByRoleOptions().setName("Dienstleister"))).isVisible();
    german.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/german-orders.png")));
    assertThat(englishIn(german.locator("main.jobline-orders"))).isEmpty();
    PlaywrightAssertions.assertThat(german.locator("tr[data-number='" + order.number() + "']"))
        .containsText("Einsatz offen");
    PlaywrightAssertions.assertThat(german.getByText("Auftrag erfassen").first()).isVisible();
    OrderUnderTest waiting = given.anAssignedOrder();
    german.evaluate("() => { window.location.hash = '#/' }");
    Locator lists = german.locator(".task-filters");
    lists.getByText("Aufträge meines Teams").click();
    PlaywrightAssertions.assertThat(lists.getByText("Meine Aufträge")).isVisible();
    PlaywrightAssertions.assertThat(lists.getByText("My jobs")).hasCount(0);
    PlaywrightAssertions.assertThat(lists.locator(".task-filter.active .jobline-count")).isVisible();
    lists.getByText("Jetzt nachfassen").hover();
    PlaywrightAssertions.assertThat(german.getByText("Dienstleister und Lieferanten, bei denen nachzufassen ist")).isVisible();
    PlaywrightAssertions.assertThat(german.locator(".tasks-list .task", new Page.LocatorOptions()
        .setHasText(waiting.number().value())).locator("h4")).hasText("Auftrag annehmen");
  }

  /** An action done in German from its name to what is told of it; what is kept of it is what it is everywhere. */
  private static void accept(Page german, OrderUnderTest order) {
    Locator next = german.locator(".jobline-next");
    Locator eta = next.locator("[name='field-eta']");
    PlaywrightAssertions.assertThat(german.locator(".jobline-page-head .jobline-status")).hasText("Annahme offen 1.03");
    PlaywrightAssertions.assertThat(next.locator("h3")).hasText("Auftrag annehmen");
    PlaywrightAssertions.assertThat(next.locator("button[type=submit]")).hasText("Auftrag annehmen");
    PlaywrightAssertions.assertThat(next.getByLabel("Angenommen von")).isVisible();
    PlaywrightAssertions.assertThat(next.locator("[data-field='eta'] .jobline-field-help"))
        .hasText("Ortszeit des Standorts.");
    eta.fill("gestern 10:00");
    eta.press("Enter");
    PlaywrightAssertions.assertThat(next.locator("[data-field='eta'] .jobline-field-error"))
        .hasText("Voraussichtliche Ankunft darf nicht in der Vergangenheit liegen.");
    german.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/german-action.png")));
    assertThat(englishIn(next)).isEmpty();
    eta.fill("morgen 10:00");
    eta.press("Enter");
    PlaywrightAssertions.assertThat(german.locator(".jobline-said"))
        .containsText("Auftrag annehmen: " + order.number() + " ist jetzt 2.00 Einsatz offen.");
    PlaywrightAssertions.assertThat(german.locator(".jobline-events > li").first()).containsText("Auftrag annehmen");
    PlaywrightAssertions.assertThat(german.locator(".jobline-events > li").first())
        .containsText("→ Einsatz offen 2.00");
    assertThat(order.lastEvent().label()).isEqualTo("Accept Job");
    german.locator(".jobline-page .jobline-menu-button").click();
    german.locator(".jobline-menu-filter").fill("stornieren");
    PlaywrightAssertions
        .assertThat(german.locator(".jobline-menu:visible .jobline-menu-entry:visible > button:first-child"))
        .hasText("Auftrag stornieren");
    german.getByText("Warum geht … nicht?").click();
    german.locator(".jobline-menu-filter").fill("Abschlag");
    PlaywrightAssertions.assertThat(german.locator(".jobline-why-not-list dd").first())
        .hasText("Er hat keine Festkosten.");
    german.keyboard().press("Escape");
  }

  private static String refused(Page german, String message) {
    return (String) german.evaluate("message => import('/camunda/app/tasklist/scripts/jobline/refusals.js')"
        + ".then(({ refusal }) => refusal(message))", message);
  }

  private static String noted(Page german, String notes) {
    return (String) german.evaluate("notes => import('/camunda/app/tasklist/scripts/jobline/notes.js')"
        + ".then(({ notesInWords }) => notesInWords(notes))", notes);
  }

  @Test
  void what_events_note_is_German_in_a_German_browser_and_kept_as_it_was() {
    Page german = chromium.page("de-DE");
    Chromium.logIn(german, "agent", "http://localhost:" + port + "/camunda/app/tasklist/default/");
    assertThat(noted(german, "assignment e-mail sent to Alpha Ltd <desk@alpha.example>; no ETA given")).isEqualTo(
        "E-Mail „Beauftragung“ an Alpha Ltd <desk@alpha.example> gesendet; keine voraussichtliche Ankunft angegeben");
    assertThat(noted(german, "waiting for authorisation by finance: fixed cost 12,000.00 GBP (0.00 before), above"
        + " 10,000.00")).isEqualTo(
            "wartet auf Freigabe durch Finanzabteilung: Festkosten 12.000,00 GBP (vorher 0,00), mehr als 10.000,00");
    assertThat(noted(german, "attempt 2, try again Tue 24 Nov 14:20"))
        .isEqualTo("Versuch 2, wieder versuchen: Di., 24. Nov., 14:20");
    assertThat(noted(german, "SLA breached, level 2")).isEqualTo("SLA-Ziel verfehlt, Stufe 2");
    assertThat(noted(german, "Respond is due Tue 24 Nov 2026 14:20; SLA warning e-mail sent to Helpdesk"))
        .isEqualTo("Reaktion ist fällig: Di., 24. Nov. 2026, 14:20; E-Mail „SLA-Ziel gefährdet“ an Helpdesk gesendet");
    assertThat(noted(german, "the roof leaks; total loss")).isEqualTo("the roof leaks; total loss");
    assertThat(noted(page, "fixed cost 12,000.00 GBP (0.00 before), above 10,000.00"))
        .isEqualTo("fixed cost 12,000.00 GBP (0.00 before), above 10,000.00");
  }

  @Test
  void a_contractor_that_has_since_changed_is_called_by_name() {
    OrderUnderTest order = given.anAssignedOrder().perform("change-resource", with("resource", "BETA"))
        .perform("change-resource", with("resource", "GAMMA"));
    page.keyboard().press("/");
    page.keyboard().type(order.number().value());
    page.keyboard().press("Enter");
    Locator events = page.locator(".jobline-events");
    PlaywrightAssertions.assertThat(events).containsText("Contractor: Beta Ltd → Gamma Ltd");
    PlaywrightAssertions.assertThat(events).containsText("Contractor: Alpha Ltd → Beta Ltd");
  }

  /** What is said in English though the dictionary has German for it. */
  @SuppressWarnings("unchecked")
  private static List<String> englishIn(Locator part) {
    return (List<String>) part.evaluate("""
        async node => {
          const { german } = await import('/camunda/app/tasklist/scripts/jobline/german.js');
          const answer = await fetch('/api/translations/de', { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
          const drawn = await answer.json();
          const entries = [german, ...Object.values(drawn)].flatMap(texts => Object.entries(texts));
          const words = new Set(entries.map(([, to]) => to));
          const english = new Set(entries.filter(([from, to]) => from !== to && !words.has(from))
            .map(([from]) => from));
          const texts = [];
          const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
          while (walker.nextNode()) {
            const at = walker.currentNode;
            texts.push(...(at.nodeType === Node.TEXT_NODE ? [at.data]
              : ['aria-label', 'placeholder', 'title', 'label'].map(name => at.getAttribute(name) || '')));
          }
          return texts.map(text => text.trim()).filter(text => english.has(text));
        }""");
  }

  @Test
  void an_order_leads_to_the_orders_it_is_linked_with() {
    OrderUnderTest order = given.anAssignedOrder();
    OrderUnderTest other = given.anAssignedOrder();
    order.perform("link-existing", with("order", other.number().value(), "relation", "duplicate of"));
    page.keyboard().press("/");
    page.keyboard().type(order.number().value());
    page.keyboard().press("Enter");
    page.locator(".jobline-order-link").getByText(other.number().value()).click();
    PlaywrightAssertions.assertThat(page.locator(".jobline-page h1")).containsText(other.number().value());
    page.locator(".jobline-order-link").getByText(order.number().value()).click();
    PlaywrightAssertions.assertThat(page.locator(".jobline-page h1")).containsText(order.number().value());
  }

  @Test
  void last_keystrokes_are_sent_when_completing_at_once() {
    OrderUnderTest order = given.anAssignedOrder();
    page.keyboard().press("/");
    page.keyboard().type(order.number().value());
    page.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(field("eta")).isVisible();
    field("eta").pressSequentially("tomorrow 10:00");
    page.evaluate("() => document.querySelector('.jobline-next button[type=submit]').click()");
    await().atMost(Duration.ofSeconds(30)).until(() -> order.status().equals("2.00"));
    assertThat(order.present().eta()).isPresent();
  }

  @Test
  void an_action_is_done_without_the_mouse() {
    OrderUnderTest order = given.anAssignedOrder();
    page.keyboard().press("/");
    page.keyboard().type(order.number().value());
    page.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(page.locator(".jobline-page h1")).containsText(order.number().value());
    page.keyboard().press("Control+Alt+a");
    PlaywrightAssertions.assertThat(page.locator(".jobline-menu:visible button[data-action]").first()).isFocused();
    page.keyboard().type("no answer");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(field("numberTried")).isFocused();
    page.keyboard().type("0113 496 0000");
    page.keyboard().press("Enter");
    await().atMost(Duration.ofSeconds(30)).until(() -> order.status().equals("1.02"));
  }

  /** A list of its own: other tests leave tasks behind, and a page shows only the first fifteen. */
  private void openListOf(OrderUnderTest order) {
    Filter list = filters.newTaskFilter(order.number().value());
    list.setOwner("agent");
    list.setQuery(tasks.createTaskQuery().processInstanceBusinessKey(order.number().value()));
    list.setProperties(filters.createTaskFilterQuery().filterName("Assignment").singleResult().getProperties());
    filters.saveFilter(list);
    page.evaluate("() => { window.location.hash = '#/' }");
    page.reload();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(order.number().value())).first().click();
  }

  /** Nothing that keeps somebody from using it, in what is ours. */
  private void assertAccessible(String what, String... parts) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/desk/" + what + ".png")));
    List<Rule> found = new AxeBuilder(page).withTags(WCAG).include(List.of(parts)).analyze().getViolations().stream()
        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
        .toList();
    assertThat(found).as(what).extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
        + rule.getNodes().stream().map(node -> node.getHtml()).toList()).isEmpty();
  }

  @Test
  void every_part_of_the_desk_can_be_used_by_everybody() {
    OrderUnderTest order = given.anOrderOnSite();
    order.perform("add-notes-private", with("text", "Ring the back door"));
    order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"));
    order.file("Report");
    Locator find = page.getByLabel("Find an order");

    // one alone would be opened at once
    given.anOrderPendingAssign();
    find.fill("boiler");
    find.press("Enter");
    PlaywrightAssertions.assertThat(page.locator(".jobline-results button").first()).isVisible();
    assertAccessible("results", ".jobline-find", ".jobline-order");

    find.fill(order.number().value());
    find.press("Enter");
    PlaywrightAssertions.assertThat(page.locator(".jobline-events strong").first()).isVisible();
    assertAccessible("order", ".jobline-page");

    page.locator(".jobline-page .jobline-menu-button").click();
    PlaywrightAssertions.assertThat(page.locator(".jobline-menu:visible button[data-action]").first()).isVisible();
    assertAccessible("menu", ".jobline-page");
    page.getByText("Why can't I …?").click();
    PlaywrightAssertions.assertThat(page.locator(".jobline-why-not dd").first()).isVisible();
    assertAccessible("why not", ".jobline-page");

    page.locator(".jobline-menu:visible button[data-action='documents']").first().click();
    page.getByText("Add document").click();
    PlaywrightAssertions.assertThat(page.locator(".jobline-drop").first()).isVisible();
    assertAccessible("upload", ".jobline-next");
  }

  /** In each place where it is shown: none may take it for markup, script, Markdown or an AngularJS expression. */
  @ParameterizedTest
  @ValueSource(strings = {
      "<img src=x onerror=window.attacked=true>", "\"><script>window.attacked=true</script>",
      "{{constructor.constructor('window.attacked=true')()}}", "[click](javascript:window.attacked=true)"})
  void typed_markup_is_always_shown_as_text(String hostile) {
    OrderUnderTest order = given.anOrderPendingAssign("description", hostile, "contactName", hostile, "location", hostile);
    order.perform("add-notes-public", with("text", hostile));
    Locator find = page.getByLabel("Find an order");

    openListOf(order);
    Locator card = page.locator("li.task").first();
    PlaywrightAssertions.assertThat(card).containsText(hostile);
    card.getByRole(AriaRole.LINK).first().click();
    PlaywrightAssertions.assertThat(page.locator(".jobline-panel h1")).hasText(order.number().value());
    PlaywrightAssertions.assertThat(page.locator(".jobline-panel .jobline-description")).hasText(hostile);
    find.fill(order.number().value());
    find.press("Enter");
    PlaywrightAssertions.assertThat(page.locator("main.jobline-page .jobline-description")).hasText(hostile);
    PlaywrightAssertions.assertThat(page.locator(".jobline-events").first()).containsText(hostile);
    page.keyboard().press("Escape");
    page.keyboard().press("Control+Alt+o");
    PlaywrightAssertions.assertThat(page.locator("main.jobline-orders tr[data-number='" + order.number() + "']"))
        .containsText(hostile);
    assertThat(page.evaluate("window.attacked === undefined")).isEqualTo(true);

    cockpit.navigate(cockpitAddress() + "#/process-instance/" + order.process("reactive").getId()
        + "/runtime?tab=variables-tab");
    PlaywrightAssertions.assertThat(cockpit.getByText("subject").first()).isVisible();
    PlaywrightAssertions.assertThat(cockpit.locator("body")).containsText(hostile);
    assertThat(cockpit.evaluate("window.attacked === undefined")).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"finance", "manager", "agent2"})
  void every_tasklist_user_can_log_in_and_find_an_order(String user) {
    OrderUnderTest order = given.anOrderPendingAssign();
    Page other = chromium.tasklistAs(user, port);
    other.getByLabel("Find an order").fill(order.number().value());
    other.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(other.locator(".jobline-page h1")).containsText(order.number().value());
    PlaywrightAssertions.assertThat(other.getByText(Pattern.compile("Pending assign")).first()).isVisible();
  }
}
