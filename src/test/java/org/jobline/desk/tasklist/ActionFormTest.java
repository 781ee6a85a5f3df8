package org.jobline.desk.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.Given;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.ServedTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The forms of actions as the desk draws them, filled in by keys. */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActionFormTest {

  private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  @LocalServerPort int port;
  @Autowired Given given;
  @Autowired ObjectMapper json;

  private final List<String> errors = new ArrayList<>();
  private Chromium chromium;
  private Page page;

  /** One page for all of them: to load Tasklist takes longer than to fill in a form. */
  @BeforeAll
  void openDesk() throws IOException {
    chromium = Chromium.start();
    page = chromium.tasklistAs("agent", port);
    page.onPageError(errors::add);
    page.evaluate(FormReadingTest.text("in-browser.js"));
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

  private void draw(String form, Map<String, ?> data) throws IOException {
    Map<String, Object> content = content(Path.of("forms", form + ".form"));
    content.put("data", data);
    page.evaluate("form => { forms.draw(form); forms.shown.focus(); }", content);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> content(Path form) throws IOException {
    return json.readValue(Files.readString(form), Map.class);
  }

  private void drawAction(OrderUnderTest order, String action) {
    page.evaluate("([number, key]) => forms.drawAction(number, key, { timeZone: 'Europe/London', currency: 'GBP' })",
        List.of(order.number().value(), action));
  }

  private Locator field(String key) {
    return page.locator("[name='field-" + key + "']");
  }

  private Locator message(String key) {
    return page.locator("[data-field='" + key + "'] .jobline-field-error");
  }

  private void type(String text) {
    page.keyboard().type(text);
  }

  private void press(String key) {
    page.keyboard().press(key);
  }

  private Object sent() {
    return page.evaluate("forms.sent");
  }

  private void awaitDone() {
    page.waitForFunction("forms.done");
  }

  @Test
  void nothing_is_submitted_while_something_is_wrong_and_the_first_of_it_is_shown() throws IOException {
    draw("set-fixed-cost", Map.of());
    assertThat(field("amount")).isFocused();
    press("Enter");
    assertThat(message("amount")).hasText("Required");
    assertThat(field("amount")).isFocused();
    assertThat(field("amount")).hasAttribute("aria-invalid", "true");
    type("-5");
    press("Enter");
    assertThat(message("amount")).hasText("Can't be negative");
    assertThat(field("amount")).hasValue("-5");
    assertThat(sent()).isEqualTo(List.of());
    field("amount").fill("950.5");
    press("Enter");
    assertThat(sent()).isEqualTo(List.of(Map.of("amount", 950.5)));
  }

  @Test
  void a_field_passed_by_is_not_wrong_yet() throws IOException {
    draw("set-fixed-cost", Map.of());
    press("Tab");
    assertThat(field("amount")).not().isFocused();
    assertThat(message("amount")).hasCount(0);
  }

  @Test
  void a_click_counts_though_something_is_told_as_the_button_of_the_mouse_goes_down() throws IOException {
    draw("stop-job", Map.of());
    type("when he was done");
    page.getByLabel("Completed").check();
    assertThat(message("stoppedAt")).isVisible();
    draw("set-fixed-cost", Map.of());
    type("-5");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save").setExact(true)).click();
    assertThat(message("amount")).hasText("Can't be negative");
    assertThat(field("amount")).isFocused();
  }

  @Test
  void the_button_says_that_it_takes_longer_than_usual() throws IOException {
    Map<String, Object> form = content(Path.of("forms", "no-answer.form"));
    page.evaluate("""
        form => {
          forms.draw(form, { onSubmit: () => new Promise(done => { forms.finish = done; }) });
          forms.shown.focus();
        }""", form);
    type("0113 496 0000");
    press("Enter");
    Locator button = page.locator(".jobline-form [type='submit']").first();
    assertThat(button).hasText("Saving …");
    page.evaluate("forms.finish()");
    assertThat(button).hasText("Save");
  }

  @Test
  void enter_submits_from_one_line_and_ctrl_enter_from_anywhere() throws IOException {
    draw("no-answer", Map.of());
    type("0113 496 0000");
    press("Enter");
    assertThat(sent()).isEqualTo(List.of(Map.of("numberTried", "0113 496 0000")));
    draw("add-notes-private", Map.of());
    type("first");
    press("Enter");
    type("second");
    assertThat(sent()).isEqualTo(List.of());
    press("Control+Enter");
    assertThat(sent()).isEqualTo(List.of(Map.of("text", "first\nsecond")));
  }

  @Test
  void what_was_typed_last_counts_however_quick_the_submission_follows() throws IOException {
    draw("eta-provided", Map.of());
    page.evaluate("""
        () => {
          document.execCommand('insertText', false, 'tomorrow 1530');
          document.querySelector('.jobline-form button[type=submit]').click();
        }""");
    page.waitForFunction("forms.sent.length");
    assertThat(sent()).isEqualTo(List.of(Map.of("eta", "2026-11-25T15:30")));
  }

  @Test
  void what_the_server_refuses_stands_beside_its_field_and_everything_typed_stays() throws IOException {
    draw("eta-provided", Map.of());
    page.evaluate("forms.failure = { errors: [{ field: 'notes', message: 'Notes are too dull.' },"
        + " { field: 'eta', message: \"ETA can't be in the past.\" }, { field: 'order', message: 'No order.' }] }");
    type("23/11/2026 15:30");
    press("Tab");
    field("notes").fill("Ring the bell");
    press("Control+Enter");
    assertThat(message("eta")).hasText("ETA can't be in the past.");
    assertThat(message("notes")).hasText("Notes are too dull.");
    assertThat(page.locator(".jobline-form-trouble")).hasText("No order.");
    assertThat(field("eta")).isFocused();
    assertThat(field("eta")).hasAccessibleDescription(Pattern.compile("ETA can't be in the past\\..*"));
    assertThat(field("eta")).hasValue("23/11/2026 15:30");
    assertThat(field("notes")).hasValue("Ring the bell");
    // leaving it is no answer to what the server said, typing is
    press("Tab");
    assertThat(message("eta")).hasText("ETA can't be in the past.");
    field("eta").fill("25/11/2026 15:30");
    assertThat(message("eta")).hasCount(0);
    page.evaluate("forms.failure = { title: 'Busy' }");
    press("Enter");
    assertThat(page.locator(".jobline-form-trouble")).hasText("Not saved.");
    assertThat(field("notes")).hasValue("Ring the bell");
  }

  @Test
  void possible_duplicates_are_links_beside_the_tick_that_logs_it_all_the_same() throws IOException {
    draw("log-work-order", Map.of());
    page.evaluate("forms.failure = { candidates: ['R-100002'], detail: 'Possible duplicates: R-100002. Check them.' }");
    for (String key : List.of("site", "workType", "priority", "description", "contactName")) {
      field(key).fill("x");
    }
    press("Enter");
    assertThat(message("confirmDuplicate").getByText("R-100002")).hasAttribute("href",
        Pattern.compile(".*/api/work-orders/R-100002/.*"));
    assertThat(field("confirmDuplicate")).isFocused();
    page.evaluate("forms.failure = null");
    press("Space");
    press("Control+Enter");
    page.waitForFunction("forms.sent.length === 2");
    assertThat((List<?>) sent()).last().asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("confirmDuplicate", true);
  }

  @Test
  void a_choice_is_found_by_typing_and_nothing_else_is_taken() throws IOException {
    draw("allocate-resource", Map.of("rankedResources", List.of(
        Map.of("value", "ACME", "label", "Acme Heating – best match"),
        Map.of("value", "BAK", "label", "Bäcker Boilers"),
        Map.of("value", "BAT", "label", "Batley Boilers"))));
    assertThat(field("resource")).isFocused();
    type("boilers");
    assertThat(page.locator("[role=option]:visible")).hasCount(2);
    press("ArrowDown");
    press("ArrowDown");
    assertThat(field("resource")).hasAttribute("aria-activedescendant", Pattern.compile(".*-list-1"));
    press("Enter");
    assertThat(field("resource")).hasValue("Batley Boilers");
    assertThat(page.locator("[role=option]:visible")).hasCount(0);
    press("Enter");
    assertThat(sent()).isEqualTo(List.of(Map.of("resource", "BAT")));
    field("resource").fill("backer");
    press("Enter");
    assertThat((List<?>) sent()).last().isEqualTo(Map.of("resource", "BAK"));
    field("resource").fill("boilers");
    press("Escape");
    press("Enter");
    assertThat(message("resource")).hasText("Pick one from the list.");
    assertThat(field("resource")).hasValue("boilers");
    field("resource").click();
    page.locator("[role=option]").getByText("Bäcker").click();
    assertThat(field("resource")).hasValue("Bäcker Boilers");
  }

  @Test
  void buttons_type_the_times_that_are_meant_most_often() throws IOException {
    draw("eta-provided", Map.of());
    assertThat(page.locator(".jobline-shortcuts button"))
        .hasText(new String[] {"now", "+30 min", "+1 h", "+2 h", "16:00", "tomorrow 08:00", "Calendar"});
    page.getByText("tomorrow 08:00").click();
    assertThat(field("eta")).hasValue("25/11/2026 08:00");
    assertThat(page.locator(".jobline-understood")).hasText("Wed, 25 Nov 2026, 08:00");
    assertThat(field("eta")).isFocused();
    press("Tab");
    press("ArrowRight");
    press("Enter");
    assertThat(field("eta")).hasValue("24/11/2026 14:35");
    press("Enter");
    assertThat(sent()).isEqualTo(List.of(Map.of("eta", "2026-11-24T14:35")));
    draw("start-job-admin", Map.of());
    assertThat(page.locator(".jobline-shortcuts button"))
        .hasText(new String[] {"now", "−30 min", "−1 h", "Calendar"});
  }

  @Test
  void a_day_and_a_time_are_picked_with_the_mouse_or_the_arrows() throws IOException {
    draw("eta-provided", Map.of());
    page.getByText("Calendar").click();
    Locator calendar = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Calendar"));
    assertThat(calendar).containsText("November 2026");
    assertThat(calendar.locator("th").first()).hasText("Mon");
    assertThat(message("eta")).hasCount(0);
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/desk/calendar.png")));
    calendar.getByLabel("Next month").click();
    calendar.getByLabel("Hour").selectOption("09");
    calendar.getByLabel("Minute").selectOption("35");
    calendar.getByLabel("Thu, 10 Dec 2026").click();
    assertThat(calendar).hasCount(0);
    assertThat(field("eta")).hasValue("10/12/2026 09:35");
    assertThat(field("eta")).isFocused();
    page.getByText("Calendar").click();
    assertThat(calendar.getByLabel("Thu, 10 Dec 2026")).isFocused();
    press("ArrowDown");
    press("ArrowRight");
    press("PageDown");
    assertThat(calendar.getByLabel("Mon, 18 Jan 2027")).isFocused();
    press("Enter");
    assertThat(field("eta")).hasValue("18/01/2027 09:35");
    page.getByText("Calendar").click();
    press("Escape");
    assertThat(calendar).hasCount(0);
    assertThat(field("eta")).isFocused();
    page.evaluate("form => forms.draw(form, { order: { number: 'R-1', timeZone: 'America/New_York' } })",
        content(Path.of("forms/eta-provided.form")));
    page.getByText("Calendar").click();
    assertThat(calendar.locator("th").first()).hasText("Sun");
    assertThat(new AxeBuilder(page).withTags(WCAG).include(List.of("main")).analyze().getViolations()).isEmpty();
  }

  @Test
  void a_date_far_away_and_a_time_there_is_twice_are_asked_about() throws IOException {
    draw("eta-provided", Map.of());
    type("11/01/2028 09:00");
    press("Enter");
    assertThat(message("eta")).hasText("That is far away. Tick if it is right.");
    page.getByLabel("Yes, Tue, 11 Jan 2028, 09:00").check();
    field("eta").press("Enter");
    assertThat(sent()).isEqualTo(List.of(Map.of("eta", "2028-01-11T09:00")));
    draw("amend-start-stop-times", Map.of("visits", List.of()));
    page.evaluate("forms.shown.model.fields.forEach(field => { field.isRequired = false; })");
    field("start").fill("25/10/2026 01:30");
    field("start").press("Enter");
    assertThat(message("start")).hasText("The clocks go back that night: which one is it?");
    page.getByLabel("01:30 (GMT)").check();
    field("start").press("Enter");
    assertThat(sent()).isEqualTo(List.of(Map.of("start", "2026-10-25T01:30+00:00")));
  }

  @Test
  void the_tick_beside_a_date_far_away_confirms_it_to_the_server_too() throws IOException {
    draw("allocate-resource", Map.of());
    page.getByLabel("Exact").check();
    assertThat(page.getByText("Book it anyway – it is more than 90 days ahead")).hasCount(0);
    page.evaluate("forms.failure = { errors: [{ field: 'confirmFar', message: 'Tue, 11 Jan 2028 is far ahead.' }] }");
    field("scheduleFrom").fill("11/01/2028 09:00");
    page.locator("[name$='-sure']").check();
    press("Control+Enter");
    assertThat(message("confirmFar")).hasText("Tue, 11 Jan 2028 is far ahead.");
    assertThat(field("confirmFar")).isFocused();
    assertThat((List<?>) sent()).last().asInstanceOf(InstanceOfAssertFactories.MAP).containsEntry("confirmFar", true);
    field("scheduleFrom").fill("tomorrow 09:00");
    press("Control+Enter");
    page.waitForFunction("forms.sent.length === 2");
    assertThat((List<?>) sent()).last().asInstanceOf(InstanceOfAssertFactories.MAP).doesNotContainKey("confirmFar");
  }

  /** A receipt of two lines, whose summary is answered here. */
  private void drawReceipt() throws IOException {
    Map<String, Object> form = content(Path.of("forms/po-receipt.form"));
    form.put("data", Map.of("seenDocuments", 3, "lines", List.of(
        Map.of("key", "1", "cells", List.of("Radiator valve", "20 pieces", "", "", "", "")),
        Map.of("key", "4", "cells", List.of("LED lamp", "5 pieces", "", "", "", "")))));
    page.evaluate("""
        form => {
          forms.draw(form, {
            onSummary: async fields => {
              forms.asked.push(fields);
              return { mark: 'seen', content: { status: '4.40 Partially delivered', locked: false, lines: [
                { title: 'Radiator valve (pieces)', figures: { received: 12, returned: 0, kept: 0, open: 8 } },
                { title: 'LED lamp (pieces)', figures: { received: 5, returned: 1, kept: 0, open: 1 } }] } };
            },
            onSubmit: async (fields, mark) => {
              forms.sent.push([fields, mark]);
              if (forms.failure) {
                throw Object.assign(new Error('Not saved.'), { problem: forms.failure });
              }
            }
          });
          forms.asked = [];
          forms.shown.focus();
        }""", form);
    type("DN-1");
    field("lines-0-2").fill("12");
  }

  private Locator check() {
    return page.locator(".jobline-check");
  }

  @Test
  void what_is_about_to_be_recorded_is_shown_in_figures_and_confirmed_by_keys() throws IOException {
    drawReceipt();
    assertThat(page.getByText("Checked – the quantities are what came")).hasCount(0);
    press("Control+Enter");
    assertThat(check().locator("thead th")).hasText(new String[] {"Item", "Received now", "Returned", "Still open"});
    assertThat(check().locator("tbody tr").first().locator("th, td"))
        .hasText(new String[] {"Radiator valve (pieces)", "12", "0", "8"});
    assertThat(check()).containsText("Order status afterwards: Partially delivered 4.40");
    assertThat(check().getByRole(AriaRole.BUTTON).first()).isFocused();
    assertThat(sent()).isEqualTo(List.of());
    assertThat(new AxeBuilder(page).withTags(WCAG).include(List.of(".jobline-check")).analyze().getViolations()).isEmpty();
    press("Escape");
    assertThat(check()).hasCount(0);
    assertThat(field("deliveryNote")).isFocused();
    press("Enter");
    assertThat(check()).isVisible();
    press("Enter");
    page.waitForFunction("forms.sent.length === 1");
    assertThat(sent()).isEqualTo(List.of(List.of(Map.of(
        "deliveryNote", "DN-1", "lines", "1 12 - - -", "confirmed", true, "seenDocuments", 3), "seen")));
  }

  @Test
  void what_is_changed_after_it_was_summarised_is_summarised_again() throws IOException {
    drawReceipt();
    press("Control+Enter");
    assertThat(check()).isVisible();
    field("lines-1-2").fill("4");
    assertThat(check()).hasCount(0);
    assertThat(field("lines-1-2")).isFocused();
    press("Control+Enter");
    assertThat(check()).isVisible();
    assertThat((List<?>) page.evaluate("forms.asked.map(({ lines }) => lines)"))
        .isEqualTo(List.of("1 12 - - -", "1 12 - - -\n4 4 - - -"));
    page.evaluate("forms.failure = { detail: 'Check your entries.' }");
    press("Enter");
    assertThat(check()).hasCount(0);
    assertThat(field("lines-0-2")).hasValue("12");
  }

  @Test
  void what_is_wrong_with_one_row_is_said_by_its_name_and_leads_to_its_cell() throws IOException {
    drawReceipt();
    field("lines-1-2").fill("5");
    press("Control+Enter");
    page.evaluate("""
        forms.failure = { errors: [
          { field: 'lines', message: 'Line 4: only 5 pieces received now, so no more than that can be returned.' },
          { field: 'lines', message: 'Row 4, Returned: Enter a number of 0 or more with up to 3 decimals, e.g. 2.5.' }] }""");
    press("Enter");
    assertThat(message("lines")).hasText("LED lamp: Only 5 pieces received now, so no more than that can be returned."
        + " LED lamp, Returned: Enter a number of 0 or more with up to 3 decimals, e.g. 2.5.");
    assertThat(field("lines-1-2")).isFocused();
    assertThat(page.locator("[data-field=lines] [aria-invalid=true]")).hasCount(2);
  }

  @Test
  void what_is_only_shown_of_a_line_is_renewed_beside_what_was_typed() throws IOException {
    drawReceipt();
    page.evaluate("""
        forms.shown.renew({ seenDocuments: 4, lines: [
          { key: '1', cells: ['Radiator valve', '15 pieces', '', '', '', ''] },
          { key: '4', cells: ['LED lamp', '5 pieces', '', '', '', ''] }] })""");
    assertThat(page.locator("[data-field=lines] tbody tr").first()).containsText("15 pieces");
    assertThat(field("lines-0-2")).hasValue("12");
    press("Control+Enter");
    assertThat(check()).isVisible();
    assertThat(page.evaluate("forms.asked[0].seenDocuments")).isEqualTo(4);
  }

  @Test
  void a_column_takes_over_what_another_shows_where_it_is_blank() throws IOException {
    drawReceipt();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fill in Received = Open")).click();
    assertThat(field("lines-0-2")).hasValue("12");
    assertThat(field("lines-1-2")).hasValue("5");
    assertThat(field("lines-1-2")).isFocused();
    field("lines-0-2").fill("");
    field("lines-0-2").press("=");
    assertThat(field("lines-0-2")).hasValue("20");
    field("lines-1-2").press("=");
    assertThat(field("lines-1-2")).hasValue("5");
  }

  @Test
  void the_lines_of_an_invoice_add_up_at_the_price_of_what_they_are_bought_in() throws IOException {
    draw("po-record-invoice", Map.of("lines", List.of(
        Map.of("key", "1", "cells", List.of("Radiator valve", "20 pieces", "", 30, "10 pieces")),
        Map.of("key", "2", "cells", List.of("Pipe", "4.5 metres", "", 9.8, "3 metres")))));
    page.getByLabel("Invoice", new Page.GetByLabelOptions().setExact(true)).check();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fill in Quantity = To invoice")).click();
    assertThat(page.locator("[data-field=lines] tbody tr").first()).containsText("60.00");
    assertThat(page.locator("[data-field=lines] tfoot output")).hasText("74.70");
  }

  @Test
  void a_date_is_the_sites_and_not_the_browsers() throws IOException {
    draw("eta-provided", Map.of());
    type("11/12 9:00");
    press("Tab");
    assertThat(field("eta")).hasValue("11/12/2026 09:00");
    Map<String, Object> form = content(Path.of("forms/eta-provided.form"));
    page.evaluate("form => forms.draw(form, { order: { number: 'R-1', timeZone: 'America/New_York' } })", form);
    field("eta").fill("12/11 9:00");
    press("Tab");
    assertThat(field("eta")).hasValue("12/11/2026 09:00");
    assertThat(page.locator(".jobline-understood")).containsText("11 Dec 2026");
  }

  @Test
  void a_field_is_hidden_by_what_the_server_will_know_of_those_before_it() {
    page.evaluate("""
        () => forms.draw({ data: { ticked: true }, components: [
          { type: 'checkbox', id: 'ticked', key: 'ticked', label: 'Ticked' },
          { type: 'checkbox', id: 'tick', key: 'tick', label: 'Tick' },
          { type: 'textfield', id: 'kind', key: 'kind', label: 'Kind',
            conditional: { hide: '=tick = false or ticked = false' } },
          { type: 'number', id: 'count', key: 'count', label: 'Count', decimalDigits: 0,
            conditional: { hide: '=kind != "many" or later = "x"' } },
          { type: 'textfield', id: 'later', key: 'later', label: 'Later' }] })""");
    assertThat(field("kind")).isVisible();
    assertThat(field("count")).hasCount(0);
    field("kind").fill(" many ");
    field("later").fill("x");
    assertThat(field("count")).isVisible();
    field("count").fill("3");
    field("count").press("Enter");
    assertThat((List<?>) sent()).last().isEqualTo(
        Map.of("ticked", true, "kind", "many", "count", 3, "later", "x"));
    // what was never ticked is not sent, so the server knows nothing of it
    field("tick").check();
    field("tick").uncheck();
    assertThat(field("kind")).isVisible();
    field("ticked").uncheck();
    assertThat(field("kind")).hasCount(0);
    assertThat(field("count")).hasCount(0);
    field("later").press("Enter");
    assertThat((List<?>) sent()).last().isEqualTo(Map.of("ticked", false, "later", "x"));
  }

  @Test
  void amounts_are_shown_with_their_currency_and_thousands() throws IOException {
    draw("set-fixed-cost", Map.of());
    assertThat(page.locator(".jobline-unit")).hasText("£");
    type("9500");
    press("Tab");
    assertThat(field("amount")).hasValue("9,500.00");
    assertThat(field("sure")).hasCount(0);
    field("amount").fill("£12,000");
    assertThat(field("sure")).isVisible();
    draw("change-details-mark-up", Map.of("markUp", 12.5));
    assertThat(page.locator(".jobline-unit")).hasText("%");
    assertThat(field("markUp")).hasValue("12.5");
  }

  @Test
  void rows_are_added_and_removed_by_keys_and_added_up() throws IOException {
    draw("edit-staged-payments", Map.of("stages", "2026-12-31 500.00\n2027-01-31 250.50"));
    assertThat(field("stages-0-0")).isFocused();
    assertThat(field("stages-1-1")).hasValue("250.50");
    field("stages-2-0").focus();
    type("28 feb");
    press("Tab");
    type("1,000");
    assertThat(page.locator(".jobline-rows output")).hasText("1,750.50");
    press("Enter");
    assertThat(field("stages-3-0")).isFocused();
    type("31/02");
    press("Control+Enter");
    assertThat(message("stages")).hasText("Row 4, Due: There is no 31 February.");
    assertThat(field("stages-3-0")).isFocused();
    assertThat(field("stages-3-0")).hasValue("31/02");
    press("Control+Delete");
    page.getByLabel("Remove row 1").click();
    press("Control+Enter");
    assertThat(sent()).isEqualTo(List.of(Map.of("stages", "2027-01-31 250.50\n2027-02-28 1000.00")));
  }

  @Test
  void a_column_is_filled_in_for_all_rows_at_once() throws IOException {
    draw("edit-staged-payments", Map.of());
    assertThat(page.getByLabel("Fill down Amount")).hasCount(0);
    type("31/12/2026");
    press("Enter");
    type("31/1/2027");
    press("Tab");
    type("250");
    press("Tab");
    page.getByLabel("Fill down Amount").click();
    assertThat(field("stages-0-1")).hasValue("250.00");
    assertThat(page.locator(".jobline-rows output")).hasText("500.00");
    press("Control+Enter");
    assertThat(sent()).isEqualTo(List.of(Map.of("stages", "2026-12-31 250.00\n2027-01-31 250.00")));
  }

  /** As a receipt of goods would be. */
  private void drawReceipt(String values) {
    page.evaluate("""
        values => {
          forms.receipt = { id: 'receipt', components: [{ type: 'textarea', id: 'lines', key: 'lines', label: 'Lines',
              validate: { required: true }, properties: { fixedRows: 'true',
              rows: 'shown Part, shown Open, number Received, date? Dispatched, choice? Result (keep|send-back)' } }],
            data: { lines: [
              { key: 'L1', cells: ['Boiler pump', 12, null, null, null] },
              { key: 'L2', cells: ['Gasket 1/2"', 1500.5, '3.5', '2026-12-01', 'keep'] },
              { key: 'L3', cells: ['Valve', 2, null, null, null] }] } };
          forms.draw(forms.receipt, { values: JSON.parse(values) });
          forms.shown.focus();
        }""", values);
  }

  @Test
  void lines_that_are_given_are_filled_in_column_by_column() {
    drawReceipt("{}");
    assertThat(page.locator(".jobline-rows tbody tr")).hasCount(3);
    assertThat(page.locator(".jobline-rows tbody th").first()).hasText("Boiler pump");
    assertThat(page.locator(".jobline-rows tbody tr").nth(1)).containsText("1,500.5");
    assertThat(page.getByText("Add row")).hasCount(0);
    assertThat(page.getByLabel("Received, Boiler pump")).isFocused();
    assertThat(field("lines-1-3")).hasValue("01/12/2026");
    press("Control+Delete");
    type("-1");
    press("Control+Enter");
    assertThat(message("lines")).hasText("Boiler pump, Received: Can't be negative");
    assertThat(field("lines-0-2")).isFocused();
    field("lines-0-2").fill("1.5");
    press("Enter");
    assertThat(field("lines-1-2")).isFocused();
    assertThat(page.locator(".jobline-rows output")).hasText("5");
    field("lines-0-3").fill("24 dec");
    press("Control+ArrowDown");
    assertThat(page.getByText("Dispatched: not blank in any row that is filled in")).isVisible();
    assertThat(field("lines-1-3")).hasValue("01/12/2026");
    field("lines-1-3").fill("");
    field("lines-0-3").focus();
    press("Control+ArrowDown");
    assertThat(field("lines-0-3")).hasValue("24/12/2026");
    assertThat(field("lines-1-3")).hasValue("24/12/2026");
    assertThat(field("lines-2-3")).hasValue("");
    assertThat(page.getByText("Dispatched: filled in for 1 row", new Page.GetByTextOptions().setExact(true)))
        .isVisible();
    page.getByLabel("Result, Boiler pump").selectOption("send-back");
    assertThat(page.getByLabel("Result, Boiler pump").locator("option:checked")).hasText("Send back");
    // the valve did not come
    press("Control+Enter");
    assertThat(sent()).isEqualTo(List.of(Map.of("lines", "L1 1.5 2026-12-24 send-back\nL2 3.5 2026-12-24 keep")));
    assertThat(new AxeBuilder(page).withTags(WCAG).include(List.of("main")).analyze().getViolations()).isEmpty();
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/desk/receipt.png")));
  }

  @Test
  void what_is_typed_in_a_given_line_is_not_dropped_because_something_is_missing() {
    drawReceipt("{}");
    page.getByLabel("Dispatched, Valve").fill("24 dec");
    press("Control+Enter");
    assertThat(message("lines")).hasText("Valve, Received: Required");
    assertThat(page.getByLabel("Received, Valve")).isFocused();
    assertThat(sent()).isEqualTo(List.of());
    type("2");
    press("Control+Enter");
    assertThat(sent()).isEqualTo(List.of(Map.of("lines", "L2 3.5 2026-12-01 keep\nL3 2 2026-12-24 -")));
  }

  @Test
  void given_lines_come_back_by_their_keys_and_are_sent_as_they_stand() {
    drawReceipt("{}");
    press("Control+Enter");
    assertThat(sent()).isEqualTo(List.of(Map.of("lines", "L2 3.5 2026-12-01 keep")));
    page.getByLabel("Received, Valve").fill("2");
    String kept = (String) page.evaluate("JSON.stringify(forms.shown.values())");
    page.evaluate("forms.receipt.data.lines.shift()");
    page.evaluate("values => forms.draw(forms.receipt, { values: JSON.parse(values) })", kept);
    assertThat(page.locator(".jobline-rows tbody tr")).hasCount(2);
    assertThat(page.getByLabel("Received, Valve")).hasValue("2");
    page.getByLabel("Received, Valve").press("Control+Enter");
    assertThat(sent()).isEqualTo(List.of(Map.of("lines", "L2 3.5 2026-12-01 keep\nL3 2 - -")));
    page.getByLabel("Received, Valve").fill("");
    page.getByLabel("Received, Gasket").fill("");
    page.getByLabel("Fill down Received").focus();
    press("Enter");
    assertThat(page.getByText("Fill in one row first.")).isVisible();
    assertThat(page.getByLabel("Received, Gasket")).isFocused();
    press("Control+Enter");
    assertThat(message("lines")).hasText("Required");
  }

  /** As an order of goods would be. */
  private void drawPurchase(String data, String values) {
    page.evaluate("""
        ([data, values]) => {
          forms.draw({ id: 'purchase', components: [{ type: 'textarea', id: 'lines', key: 'lines', label: 'Lines',
              validate: { required: true }, properties: { rows: 'lookup Trade (workTypes), text? Description, '
                + 'number Quantity, money Price, total Amount (Quantity * Price)' } }],
            data: JSON.parse(data) }, { order: { timeZone: 'Europe/London', currency: 'GBP' }, values: JSON.parse(values) });
          forms.shown.focus();
        }""", List.of(data, values));
  }

  @Test
  void lines_are_looked_up_described_and_multiplied_by_keys_alone() {
    drawPurchase("{}", "{}");
    assertThat(field("lines-0-0")).isFocused();
    assertThat(field("lines-0-0")).hasAttribute("aria-label", "Trade, row 1");
    type("glaz");
    page.locator("[role=option]").getByText("Glazing").waitFor();
    press("ArrowDown");
    press("Enter");
    assertThat(field("lines-0-0")).hasValue("GLASS Glazing");
    assertThat(page.locator("[role=option]:visible")).hasCount(0);
    press("Tab");
    type("Pane 1/2\" clear");
    press("Tab");
    type("12.5");
    press("Tab");
    type("19.99");
    assertThat(page.locator(".jobline-rows tbody tr").first()).containsText("249.88");
    press("Enter");
    assertThat(field("lines-1-0")).isFocused();
    // what can mean one thing only need not be picked
    type("PAINT");
    press("Tab");
    assertThat(field("lines-1-0")).hasValue("PAINT Painting");
    field("lines-1-2").fill("3");
    page.getByLabel("Fill down Price").click();
    assertThat(page.locator(".jobline-rows output")).hasText("309.85");
    page.getByLabel("Fill down Description").click();
    assertThat(field("lines-1-1")).hasValue("Pane 1/2\" clear");
    field("lines-1-1").fill("");
    press("Control+Enter");
    assertThat(sent()).isEqualTo(List.of(Map.of("lines",
        "GLASS \"Pane 1/2\"\" clear\" 12.5 19.99\nPAINT - 3 19.99")));
    assertThat(new AxeBuilder(page).withTags(WCAG).include(List.of("main")).analyze().getViolations()).isEmpty();
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/desk/purchase.png")));
    String kept = (String) page.evaluate("JSON.stringify(forms.shown.values())");
    drawPurchase("{}", kept);
    assertThat(field("lines-0-0")).hasValue("GLASS Glazing");
    page.getByLabel("Remove row 1").click();
    assertThat(field("lines-0-0")).hasValue("PAINT Painting");
    press("Control+Enter");
    assertThat(sent()).isEqualTo(List.of(Map.of("lines", "PAINT - 3 19.99")));
  }

  @Test
  void what_is_looked_up_in_a_table_is_shown_by_its_label_and_left_to_the_server_when_unknown() {
    drawPurchase("""
        {"lines": "GLASS \\"clear pane\\" 2 5.00", "workTypes": [{"value": "GLASS", "label": "GLASS Glazing"}]}""", "{}");
    assertThat(field("lines-0-0")).hasValue("GLASS Glazing");
    assertThat(field("lines-0-1")).hasValue("clear pane");
    field("lines-1-0").fill("no such trade");
    field("lines-1-2").fill("1");
    field("lines-1-3").fill("1");
    press("Control+Enter");
    assertThat(page.locator("form[aria-busy]")).hasCount(0);
    assertThat(sent()).isEqualTo(List.of(Map.of("lines",
        "GLASS \"clear pane\" 2 5.00\n\"no such trade\" - 1 1.00")));
  }

  @Test
  void what_was_emptied_is_told_and_what_was_not_touched_is_sent_as_it_was() throws IOException {
    draw("edit-work-order", Map.of("location", "Roof", "description", "Boiler\nleaks", "equipment", "Boiler"));
    field("location").fill("");
    press("Control+Enter");
    Map<?, ?> fields = (Map<?, ?>) ((List<?>) sent()).get(0);
    assertThat(fields.containsKey("location")).isTrue();
    assertThat(fields.get("location")).isNull();
    assertThat(fields.get("equipment")).isEqualTo("Boiler");
    assertThat(fields.get("description")).isEqualTo("Boiler\nleaks");
    assertThat(fields.containsKey("symptom")).isFalse();
  }

  @Test
  void what_was_typed_can_be_kept_and_put_back_even_what_is_wrong() throws IOException {
    draw("eta-provided", Map.of());
    assertThat(page.evaluate("forms.shown.isDirty()")).isEqualTo(false);
    type("31/02 10:00");
    field("notes").fill("Ring the bell");
    assertThat(page.evaluate("forms.shown.isDirty()")).isEqualTo(true);
    assertThat(page.evaluate("forms.shown.values()")).isEqualTo(Map.of("eta", "31/02 10:00", "notes", "Ring the bell"));
    page.evaluate("form => forms.draw(form, { values: JSON.parse(JSON.stringify(forms.shown.values())) })",
        content(Path.of("forms/eta-provided.form")));
    assertThat(field("eta")).hasValue("31/02 10:00");
    assertThat(field("notes")).hasValue("Ring the bell");
    assertThat(page.evaluate("forms.shown.isDirty()")).isEqualTo(true);
    // in half an hour from when it was typed, not from when it comes back
    field("eta").fill("+30");
    assertThat(page.evaluate("forms.shown.values().eta")).isEqualTo("24/11/2026 14:35");
  }

  @Test
  void what_a_text_shows_of_an_order_is_text() throws IOException {
    String hostile = "<img src=x onerror=window.attacked=true> **a** [b](/c) {{d}}";
    Map<String, Object> form = content(Path.of("forms/work-order-documents.form"));
    form.put("data", Map.of("orderNumber", "R-100001", "orderStatus", "1.03 Pending acceptance", "siteName", hostile,
        "orderPriority", "P1", "subject", hostile));
    page.evaluate("form => forms.draw(form, { hasHeading: true })", form);
    assertThat(page.locator(".jobline-form-text h4")).hasText("R-100001 · Pending acceptance 1.03");
    assertThat(page.locator(".jobline-form-text").first()).containsText(hostile + " · P1");
    assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("order sheet"))).hasAttribute("href",
        "/api/work-orders/R-100001/work-order-documents/order-sheet.pdf");
    assertThat(page.evaluate("window.attacked === undefined")).isEqualTo(true);
  }

  @Test
  void a_file_chosen_while_another_is_waited_for_is_waited_for_too() {
    page.evaluate("""
        async () => {
          const { api } = await import('/camunda/app/tasklist/scripts/jobline/api.js');
          forms.arrive = {};
          const upload = api.upload;
          api.upload = (number, file) => new Promise(resolve => {
            forms.arrive[file.name] = () => resolve({ id: 'id of ' + file.name, fileName: file.name, size: file.size });
          });
          forms.restore = () => { api.upload = upload; };
          const field = key => ({ type: 'textfield', id: key + '__upload', key, label: key });
          forms.draw({ id: 'files', components: [field('before'), field('after')], data: {} });
        }""");
    try {
      field("before").setInputFiles(new FilePayload("before.txt", "text/plain", new byte[] {65}));
      page.evaluate("() => { forms.saving = forms.shown.submit(); }");
      field("after").setInputFiles(new FilePayload("after.txt", "text/plain", new byte[] {66}));
      page.evaluate("async () => { forms.arrive['before.txt'](); await new Promise(done => setTimeout(done)); }");
      assertThat(message("before")).hasCount(0);
      assertThat(page.locator(".jobline-uploads").getByText("before.txt (1 kB) uploaded")).isVisible();
      assertThat(sent()).isEqualTo(List.of());
      page.evaluate("async () => { forms.arrive['after.txt'](); await forms.saving; }");
      assertThat(sent()).isEqualTo(List.of(Map.of("before", "id of before.txt", "after", "id of after.txt")));
    } finally {
      page.evaluate("forms.restore()");
    }
  }

  @Test
  void of_several_orders_no_file_is_asked() throws IOException {
    String asked = """
        form => import('/camunda/app/tasklist/scripts/jobline/forms/form-model.js').then(({ isForSeveral, forSeveral }) =>
          isForSeveral(form) ? forSeveral(form).components.map(({ key }) => key) : null)""";
    assertThat((List<?>) page.evaluate(asked, content(Path.of("forms/stop-job.form"))))
        .asInstanceOf(InstanceOfAssertFactories.LIST).contains("outcome").doesNotContain("file");
    assertThat(page.evaluate(asked, content(Path.of("forms/certificates.form")))).isNull();
  }

  @Test
  void every_form_can_be_used_by_everybody() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("forms"))) {
      for (Path file : files.filter(name -> name.toString().endsWith(".form")).sorted().toList()) {
        Map<String, Object> form = content(file);
        // everything the form may ever show, with everything wrong
        page.evaluate("""
            form => {
              if (forms.shown) {
                forms.shown.close();
                forms.shown = null;
              }
              form.components.forEach(component => delete component.conditional);
              form.data = {};
              const node = document.createElement('section');
              document.querySelector('main').append(node);
              return import('/camunda/app/tasklist/scripts/jobline/forms/action-form.js')
                .then(({ ActionForm }) => new ActionForm(node, { form, onSubmit: async () => {} }).submit());
            }""", form);
      }
    }
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/desk/forms.png")));
    List<String> violations = new AxeBuilder(page).withTags(WCAG).include(List.of("main")).analyze().getViolations()
        .stream()
        .map(rule -> rule.getId() + " " + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList())
        .toList();
    page.evaluate("document.querySelectorAll('main > section').forEach(section => section.remove())");
    assertThat(violations).isEmpty();
  }

  @Test
  void the_server_takes_times_money_and_rows_as_they_are_typed() {
    OrderUnderTest order = given.anAssignedOrder();
    drawAction(order, "accept-job");
    assertThat(field("eta")).isFocused();
    type("tomorrow 1530");
    press("Enter");
    awaitDone();
    LocalDate tomorrow = LocalDate.now(ZoneId.of("Europe/London")).plusDays(1);
    assertThat(order.present().eta()).contains(
        tomorrow.atTime(15, 30).atZone(ZoneId.of("Europe/London")).toInstant());
    drawAction(order, "set-fixed-cost");
    type("9,500");
    press("Enter");
    awaitDone();
    drawAction(order, "edit-staged-payments");
    type(tomorrow.getDayOfMonth() + "/" + tomorrow.getMonthValue());
    press("Tab");
    type("£1,234.56");
    press("Control+Enter");
    awaitDone();
    assertThat(order.lastEvent().fields()).contains(tomorrow + " 1234.56");
    drawAction(order, "eta-provided");
    type("now");
    press("Tab");
    type("16.45");
    field("eta").fill("yesterday 10:00");
    press("Enter");
    assertThat(message("eta")).hasText("ETA can't be in the past.");
  }

  @Test
  void a_file_that_did_not_arrive_stands_in_the_way_until_it_is_removed() throws IOException {
    draw("set-estimate", Map.of());
    type("100");
    field("file").setInputFiles(new FilePayload("film.mp4", "video/mp4", new byte[26 << 20]));
    assertThat(message("file")).hasText("film.mp4 is larger than 25 MB.");
    page.route("**/uploads", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)
        .setContentType("application/problem+json").setBody("{\"detail\":\"There is no order R-100001.\"}")));
    field("file").setInputFiles(new FilePayload("photo.txt", "text/plain", new byte[] {'x'}));
    assertThat(message("file"))
        .hasText("film.mp4 is larger than 25 MB. photo.txt: There is no order R-100001.");
    page.unroute("**/uploads");
    field("labour").press("Enter");
    assertThat(sent()).isEqualTo(List.of());
    assertThat(field("file")).isFocused();
    page.getByText("Remove file").first().click();
    assertThat(message("file")).hasText("photo.txt: There is no order R-100001.");
    page.getByText("Remove file").click();
    assertThat(message("file")).hasCount(0);
    field("labour").press("Enter");
    assertThat(sent()).isEqualTo(List.of(Map.of("labour", 100)));
  }

  private static FilePayload file(String name, String content) {
    return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void several_files_are_chosen_dropped_pasted_removed_and_tried_again() {
    OrderUnderTest order = given.anAssignedOrder();
    drawAction(order, "documents");
    page.getByLabel("Add document").check();
    Locator uploaded = page.locator(".jobline-uploads li");
    field("file").setInputFiles(new FilePayload[] {file("a.txt", "a"), file("b.txt", "b")});
    assertThat(uploaded).hasText(new Pattern[] {
        Pattern.compile("a.txt \\(1 kB\\) uploaded.*", Pattern.DOTALL),
        Pattern.compile("b.txt \\(1 kB\\) uploaded.*", Pattern.DOTALL)});
    // as a colleague's network would
    page.route("**/uploads", Route::abort);
    page.evaluate("""
        () => {
          const sent = new DataTransfer();
          sent.items.add(new File(['c'], 'c.txt', { type: 'text/plain' }));
          document.querySelector('.jobline-drop').dispatchEvent(new DragEvent('drop', { dataTransfer: sent }));
          const pasted = new DataTransfer();
          pasted.items.add(new File([new Uint8Array(26 << 20)], 'film.mp4'));
          document.querySelector('.jobline-drop').dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true }));
        }""");
    assertThat(uploaded).hasCount(4);
    assertThat(message("file")).hasText(
        "c.txt: The server isn't answering. Try again in a moment. film.mp4 is larger than 25 MB.");
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/desk/files.png")));
    page.unroute("**/uploads");
    field("type").fill("report");
    press("Control+Enter");
    assertThat(message("file")).isVisible();
    assertThat(field("file")).isFocused();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove file film.mp4")).click();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove file b.txt")).click();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again c.txt")).click();
    assertThat(page.locator(".jobline-upload-message"))
        .hasText(new String[] {"a.txt (1 kB) uploaded", "c.txt (1 kB) uploaded"});
    assertThat(message("file")).hasCount(0);
    assertThat(new AxeBuilder(page).withTags(WCAG).include(List.of("main")).analyze().getViolations()).isEmpty();
    field("type").focus();
    press("Control+Enter");
    awaitDone();
    assertThat(order.documents()).hasSize(2);
  }

  /** Begins to save a form whose file doesn't arrive. */
  private List<Route> saveWithAFileOnItsWay() throws IOException {
    List<Route> held = new ArrayList<>();
    page.route("**/uploads", held::add);
    draw("set-estimate", Map.of());
    type("100");
    field("file").setInputFiles(file("photo.txt", "x"));
    page.waitForCondition(() -> !held.isEmpty());
    field("labour").press("Enter");
    assertThat(page.locator(".jobline-form [type='submit']").first()).hasText("Saving …");
    return held;
  }

  @Test
  void a_form_that_is_thrown_away_while_a_file_is_on_its_way_is_not_submitted() throws IOException {
    List<Route> held = saveWithAFileOnItsWay();
    page.evaluate("() => { forms.thrownAway = forms.shown; forms.shown.close(); }");
    held.forEach(route -> route.fulfill(new Route.FulfillOptions().setContentType("application/json")
        .setBody("{\"id\":\"u-1\",\"fileName\":\"photo.txt\",\"size\":9}")));
    page.unroute("**/uploads");
    page.waitForFunction("!forms.thrownAway.isBusy");
    assertThat(sent()).isEqualTo(List.of());
  }

  @Test
  void a_file_that_is_removed_is_waited_for_no_longer() throws IOException {
    saveWithAFileOnItsWay();
    page.getByText("Remove file").click();
    page.waitForFunction("forms.sent.length");
    page.unroute("**/uploads");
    assertThat(sent()).isEqualTo(List.of(Map.of("labour", 100)));
  }

  @Test
  void a_file_that_is_no_longer_there_is_named() throws IOException {
    draw("set-estimate", Map.of());
    type("100");
    page.route("**/uploads", route -> route.fulfill(new Route.FulfillOptions().setContentType("application/json")
        .setBody("{\"id\":\"u-1\",\"fileName\":\"photo.txt\",\"size\":9}")));
    field("file").setInputFiles(file("photo.txt", "x"));
    assertThat(page.locator(".jobline-upload-message")).hasText("photo.txt (1 kB) uploaded");
    page.unroute("**/uploads");
    page.evaluate("forms.failure = { errors: [{ field: 'file', message: 'Upload u-1 has expired.' }] }");
    field("labour").press("Enter");
    assertThat(sent()).isEqualTo(List.of(Map.of("labour", 100, "file", List.of("u-1"))));
    assertThat(message("file")).hasText("photo.txt has expired.");
  }

  @Test
  void a_file_is_sent_before_the_form_is() {
    OrderUnderTest order = given.anAssignedOrder();
    drawAction(order, "documents");
    page.getByLabel("Add document").check();
    field("file").setInputFiles(
        new FilePayload("photo.txt", "text/plain", "a boiler".getBytes(StandardCharsets.UTF_8)));
    assertThat(page.locator(".jobline-upload-message")).hasText("photo.txt (1 kB) uploaded");
    field("type").fill("report");
    press("Tab");
    field("title").fill("The boiler");
    field("title").press("Enter");
    awaitDone();
    assertThat(order.documents()).hasSize(1);
  }
}
