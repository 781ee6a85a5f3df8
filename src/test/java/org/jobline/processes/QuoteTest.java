package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jobline.fixture.Given.aPrice;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A price is agreed before the work is done (domain/quote.md; statuses.md, Quote). */
@HelpdeskTest
class QuoteTest {

  private static final Agent FINANCE = new Agent("fiona", Set.of("finance"));
  private static final Map<String, Object> AUTHORISE =
      with("decision", "authorise", "reference", "AU-7", "expenditure", "revenue");
  private static final Map<String, Object> REFUSE =
      with("decision", "refuse", "reference", "AU-8", "reason", "Too dear", "fallback", "none");

  private final Given given;
  private final ApiClient api;
  private final JdbcClient jdbc;
  private final ManagementService management;
  private final RuntimeService runtime;

  QuoteTest(
      Given given, ApiClient api, JdbcClient jdbc, ManagementService management, RuntimeService runtime) {
    this.given = given;
    this.api = api;
    this.jdbc = jdbc;
    this.management = management;
    this.runtime = runtime;
  }

  private List<String> told(OrderUnderTest order, String template) {
    return jdbc.sql("select address from notification where order_number = ? and template = ? order by address")
        .params(order.number().value(), template).query(String.class).list();
  }

  private JsonNode quotation(OrderUnderTest order) {
    return api.get("/api/work-orders/" + order.number()).path("quotation");
  }

  private static Map<String, Object> choose(String quote) {
    return with("quote", quote);
  }

  // Specification and schedule

  @ParameterizedTest
  @CsvSource({
      ",, 0.10", "Replace it,, 0.11", ", up to SLA, 0.12", "Replace it, up to SLA, 0.13"})
  void what_was_said_when_it_was_logged_decides_where_it_begins(String specification, String schedule, String status) {
    OrderUnderTest order = given.aQuote("specification", specification, "scheduleKind", schedule);
    assertThat(order).hasStatus(status);
    assertThat(order.number().value()).startsWith("Q-");
  }

  @Test
  void specification_and_schedule_come_in_any_order() {
    OrderUnderTest specified = given.aQuote().perform("write-specification", with("specification", "A boiler"));
    assertThat(specified).hasStatus("0.11").isWaitingFor("set-schedule").hasLastEvent("write-specification");
    assertThat(specified.perform("set-schedule", with("scheduleKind", "up to SLA")))
        .hasStatus("0.13").isWaitingFor("request-quotes");
    OrderUnderTest scheduled = given.aQuote().perform("set-schedule", with("scheduleKind", "up to SLA"));
    assertThat(scheduled).hasStatus("0.12").isWaitingFor("write-specification");
    assertThat(scheduled.perform("write-specification", with("specification", "A boiler"))).hasStatus("0.13");
  }

  @Test
  void both_are_required_once_asked_for() {
    assertThat(given.aQuote())
        .refuses("write-specification", with(), "specification")
        .refuses("set-schedule", with(), "scheduleKind")
        .refuses("set-schedule", with("scheduleKind", "exact"), "scheduleFrom");
  }

  @Test
  void specification_is_kept_with_its_versions() {
    OrderUnderTest order = given.aSpecifiedQuote()
        .perform("change-specification", with("specification", "Replace both boilers"));
    assertThat(order).hasStatus("0.13").saysInItsLastEvent("specification version 2");
    assertThat(order).refuses("change-specification", with("specification", "Replace both boilers"), "specification");
    assertThat(jdbc.sql("select text from quote_specification where order_number = ? order by version")
        .param(order.number().value()).query(String.class).list())
        .containsExactly("Replace the boiler", "Replace both boilers");
  }

  // Requests

  @Test
  void contractors_that_are_asked_get_the_specification_and_its_documents() {
    OrderUnderTest order = given.aQuote("scheduleKind", "up to SLA");
    order.perform("write-specification", with("specification", "Replace the boiler", "file", order.upload("a plan")));
    order.perform("request-quotes", with("contractors", List.of("ALPHA", "NOMAIL")));
    assertThat(order).hasStatus("0.14").hasLastEvent("request-quotes")
        .isWaitingFor("provide-quote").offers("request-quotes")
        .saysInItsLastEvent("No Mail Ltd has no e-mail address");
    assertThat(told(order, "quote-requested")).containsExactly("desk@alpha.example");
    assertThat(jdbc.sql("""
        select body_text from notification where order_number = ? and template = 'quote-requested'""")
        .param(order.number().value()).query(String.class).single()).contains("Reply by", "Replace the boiler");
    assertThat(jdbc.sql("""
        select a.file_name from notification n join notification_attachment a on a.notification = n.id
        where n.order_number = ?""").param(order.number().value()).query(String.class).list()).hasSize(1);
  }

  @Test
  void contractors_with_an_agreement_are_proposed_and_five_working_days() {
    OrderUnderTest order = given.aSpecifiedQuote();
    JsonNode form = api.get("/api/work-orders/" + order.number() + "/actions/request-quotes/form");
    assertThat(form.toString()).contains("\"contractors\":[\"ALPHA\",\"BETA\",\"GAMMA\"]", "\"replyBy\":\"2");
  }

  @Test
  void only_approved_contractors_are_asked_and_not_for_a_day_gone_by() {
    assertThat(given.aSpecifiedQuote())
        .refuses("request-quotes", with(), "contractors")
        .refuses("request-quotes", with("contractors", List.of("REJECTED")), "contractors")
        .refuses("request-quotes", with("contractors", List.of("ALPHA"), "replyBy", "2020-01-01"), "replyBy");
  }

  @Test
  void others_may_be_asked_later_without_a_change_of_status() {
    OrderUnderTest order = given.aRequestedQuote().perform("request-quotes", with("contractors", List.of("GAMMA")));
    assertThat(order).hasStatus("0.14");
    order.perform("provide-quote", aPrice("GAMMA", 90));
    assertThat(order.perform("request-quotes", with("contractors", List.of("QUICK")))).hasStatus("0.15");
    assertThat(quotation(order).path("offers")).hasSize(5);
  }

  // Quotes

  @Test
  void first_quote_leads_on_and_later_ones_stay() {
    OrderUnderTest order = given.aRequestedQuote().perform("provide-quote", aPrice("ALPHA", 500));
    assertThat(order).hasStatus("0.15").hasLastEvent("provide-quote")
        .offers("select-quote", "provide-quote", "request-quotes");
    assertThat(order.perform("provide-quote", aPrice("BETA", 400))).hasStatus("0.15");
    assertThat(order.perform("provide-quote", aPrice("ALPHA", 450))).hasStatus("0.15").saysInItsLastEvent("version 2");
  }

  @Test
  void total_is_the_sum_to_the_penny() {
    OrderUnderTest order = given.aRequestedQuote()
        .perform("provide-quote", aPrice("ALPHA", "100.10", "parts", "20.20", "other", "3.03", "vat", "24.67"));
    JsonNode quote = quotation(order).at("/offers/0/quote");
    assertThat(quote.path("total").asText()).isEqualTo("123.33");
    assertThat(quote.path("vat").asText()).isEqualTo("24.67");
    assertThat(quote.path("aboveAverage").asText()).isEqualTo("3.33");
  }

  @Test
  void nobody_but_who_was_asked_quotes_and_no_amount_is_negative() {
    assertThat(given.aRequestedQuote())
        .refuses("provide-quote", aPrice("GAMMA", 100), "resource")
        .refuses("provide-quote", aPrice("ALPHA", -1), "labour")
        .refuses("provide-quote", aPrice("ALPHA", 100, "parts", -1), "parts")
        .refuses("provide-quote", aPrice("ALPHA", 100, "validForDays", 0), "validForDays")
        .refuses("provide-quote", aPrice("ALPHA", null), "labour")
        .refuses("provide-quote", with("resource", "ALPHA", "outcome", "confirmed"), "outcome")
        .refuses("provide-quote", with("resource", "ALPHA", "outcome", "withdrawn", "reason", "busy"), "outcome")
        .refuses("provide-quote", with("resource", "ALPHA", "outcome", "declined"), "reason");
  }

  @Test
  void declining_leaves_the_order_where_it_is() {
    OrderUnderTest order = given.aRequestedQuote()
        .perform("provide-quote", with("resource", "ALPHA", "outcome", "declined", "reason", "Too far"));
    assertThat(order).hasStatus("0.14").saysInItsLastEvent("Alpha Ltd declined to quote");
    assertThat(quotation(order).path("offers").toString()).contains("declined", "Too far");
  }

  @ParameterizedTest
  @ValueSource(strings = {"update quote set labour = 1, total = 1", "delete from quote", "truncate quote cascade",
      "update quote_specification set text = 'x'", "delete from quote_specification"})
  void version_is_never_changed(String change) {
    given.aQuoteWithPrices();
    assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("never changed");
  }

  // Choosing

  @Test
  void cheapest_quote_is_chosen_and_its_contractor_has_the_order() {
    OrderUnderTest order = given.aQuoteWithPrices();
    assertThat(quotation(order).path("offers")).extracting(offer -> offer.path("contractor").asText())
        .containsExactly("BETA", "ALPHA", "MAILED");
    assertThat(quotation(order).at("/offers/1/quote/aboveCheapest").asText()).isEqualTo("100.00");
    order.perform("select-quote", choose("BETA/1"));
    assertThat(order).hasStatus("1.10").hasLastEvent("select-quote").hasContractor("BETA").hasAccrual("400.00")
        .isWaitingFor("assign");
    assertThat(told(order, "quote-rejected")).containsExactly("desk@mailed.example");
  }

  @Test
  void contractor_that_takes_orders_by_itself_is_on_its_way_once_chosen() {
    OrderUnderTest order = given.aSpecifiedQuote().perform("request-quotes", with("contractors", List.of("AUTO")))
        .perform("provide-quote", aPrice("AUTO", 80)).perform("select-quote", choose("AUTO/1"));
    assertThat(order).hasStatus("2.10").hasContractor("AUTO").hasAccrual("80.00");
    assertThat(told(order, "assign")).containsExactly("desk@auto.example");
  }

  @Test
  void dearer_quote_needs_a_reason() {
    OrderUnderTest order = given.aQuoteWithPrices();
    assertThat(order).refuses("select-quote", choose("ALPHA/1"), "reason").refuses("select-quote", with(), "quote")
        .refuses("select-quote", choose("GAMMA/1"), "quote");
    order.perform("select-quote", with("quote", "ALPHA/1", "reason", "Comes sooner"));
    assertThat(order).hasStatus("1.10").hasAccrual("500.00");
  }

  @Test
  void expired_quote_is_refused_with_its_date() {
    OrderUnderTest order = given.aRequestedQuote()
        .perform("provide-quote", aPrice("ALPHA", 500, "validForDays", 2))
        .perform("provide-quote", aPrice("BETA", 600));
    order.open("select-quote");
    order.waits(Duration.ofDays(3));
    assertThatThrownBy(() -> order.perform("select-quote", choose("ALPHA/1"))).hasStackTraceContaining("expired on ");
    assertThat(order).refuses("select-quote", choose("ALPHA/1"), "quote");
    assertThat(order.perform("select-quote", choose("BETA/1"))).hasStatus("1.10");
  }

  @Test
  void withdrawn_declined_and_amended_quotes_are_refused() {
    OrderUnderTest order = given.aQuoteWithPrices()
        .perform("provide-quote", with("resource", "BETA", "outcome", "withdrawn", "reason", "No time"))
        .perform("provide-quote", aPrice("ALPHA", 450));
    assertThat(order).hasStatus("0.15")
        .refuses("select-quote", choose("BETA/1"), "quote").refuses("select-quote", choose("ALPHA/1"), "quote");
    assertThat(order.perform("select-quote", choose("ALPHA/2"))).hasAccrual("450.00");
  }

  @Test
  void quote_for_an_earlier_specification_has_to_be_confirmed() {
    OrderUnderTest order = given.aQuoteWithPrices()
        .perform("change-specification", with("specification", "Replace both boilers"));
    assertThat(order).hasStatus("0.15").refuses("select-quote", choose("BETA/1"), "quote");
    assertThat(told(order, "quote-requested")).contains("desk@beta.example").hasSize(6);
    order.perform("provide-quote", with("resource", "BETA", "outcome", "confirmed"));
    assertThat(order).refuses("provide-quote", with("resource", "BETA", "outcome", "confirmed"), "outcome");
    assertThat(order.perform("select-quote", choose("BETA/2"))).hasStatus("1.10").hasAccrual("400.00");
  }

  @Test
  void of_two_who_choose_one_is_told() {
    OrderUnderTest order = given.aQuoteWithPrices();
    order.open(Given.COLLEAGUE, "select-quote");
    order.perform("select-quote", choose("BETA/1"));
    assertThat(order).refusesNow("select-quote",
        () -> order.perform(Given.COLLEAGUE, "select-quote", with("quote", "ALPHA/1", "reason", "Sooner")));
  }

  @Test
  void database_keeps_a_second_choice_out() {
    OrderUnderTest order = given.aChosenQuote();
    assertThatThrownBy(() -> jdbc.sql("""
        insert into quote_selection (order_number, resource, quote_version, selected_at, selected_by, state)
        values (?, 'ALPHA', 1, now(), 'x', 'waiting')""").param(order.number().value()).update())
        .hasMessageContaining("quote_selection_in_force");
  }

  private static final Set<String> OF_QUOTES = Set.of("write-specification", "set-schedule", "change-specification",
      "request-quotes", "provide-quote", "select-quote", "deselect-quote");

  @ParameterizedTest
  @CsvSource({
      "0.10, write-specification, set-schedule", "0.11, set-schedule, change-specification",
      "0.12, write-specification,", "0.13, request-quotes, change-specification",
      "0.14, provide-quote, request-quotes change-specification",
      "0.15, select-quote, request-quotes provide-quote change-specification", "0.19, ,", "1.10, , deselect-quote",
      "1.11, ,", "1.12, ,", "1.13, ,", "1.19, ,", "2.10, ,", "3.10, ,", "4.10, ,", "5.11, ,"})
  void status_offers_its_prompt_and_what_may_be_done_beside_it(
      String status, @Nullable String prompt, @Nullable String beside) {
    OrderUnderTest order = given.anOrderIn(status);
    List<String> wanted = Stream.of(prompt, beside).filter(Objects::nonNull)
        .flatMap(keys -> Stream.of(keys.split(" "))).toList();
    assertThat(order).hasStatus(status);
    assertThat(order.offered()).filteredOn(OF_QUOTES::contains).containsExactlyInAnyOrderElementsOf(wanted);
    if (prompt != null) {
      assertThat(order).isWaitingFor(prompt);
    }
    OF_QUOTES.stream().filter(action -> !wanted.contains(action)).forEach(action ->
        assertThat(order).refusesNow(action));
  }

  @Test
  void quote_may_become_a_reactive_order() {
    OrderUnderTest order = given.aRequestedQuote().perform("convert", with("type", "REACTIVE"));
    assertThat(order).hasStatus("0.19").saysInItsLastEvent("converted to R-");
    assertThat(told(order, "cancelled")).hasSize(3);
  }

  // Authorisation

  private OrderUnderTest aDearQuote() {
    return given.aRequestedQuote().perform("provide-quote", aPrice("ALPHA", 12_000))
        .perform("provide-quote", aPrice("MAILED", 13_000)).perform("select-quote", choose("ALPHA/1"));
  }

  @Test
  void dear_quote_waits_locked_and_goes_on_once_authorised() {
    OrderUnderTest order = aDearQuote();
    assertThat(order).hasStatus("0.15").hasNoContractor();
    assertThat(order.present().locked()).isTrue();
    assertThat(order.offered()).containsExactly("add-notes-private");
    assertThat(told(order, "quote-rejected")).isEmpty();
    order.perform(FINANCE, "authorise", AUTHORISE);
    assertThat(order).hasStatus("1.10").hasLastEvent("authorise").hasContractor("ALPHA").hasAccrual("12000.00");
    assertThat(told(order, "quote-rejected")).containsExactly("desk@mailed.example");
  }

  @Test
  void refused_quote_goes_back_to_receipt_and_all_stay() {
    OrderUnderTest order = aDearQuote().perform(FINANCE, "authorise", REFUSE);
    assertThat(order).hasStatus("0.14").hasLastEvent("authorise").hasNoContractor().hasAccrual("120.00")
        .isWaitingFor("provide-quote").offers("request-quotes").doesNotOffer("select-quote");
    assertThat(order.present().locked()).isFalse();
    assertThat(quotation(order).path("offers").toString()).contains("12000.00", "13000.00");
    assertThat(told(order, "quote-rejected")).isEmpty();
    order.perform("provide-quote", aPrice("ALPHA", 900));
    assertThat(order).hasStatus("0.15");
    assertThat(order.perform("select-quote", choose("ALPHA/2"))).hasStatus("1.10").hasAccrual("900.00");
  }

  @Test
  void cost_that_was_set_beside_a_quote_is_authorised_where_the_order_stands() {
    OrderUnderTest order = given.aQuoteWithPrices().perform("set-fixed-cost", with("amount", 12_500, "sure", true));
    assertThat(order.present().locked()).isTrue();
    order.perform(FINANCE, "authorise", AUTHORISE);
    assertThat(order).hasStatus("0.15").offers("select-quote");
  }

  // Back again

  @Test
  void deselected_quote_can_be_chosen_again_and_nobody_is_told_twice() {
    OrderUnderTest order = given.aChosenQuote().perform("deselect-quote", with());
    assertThat(order).hasStatus("0.15").hasLastEvent("deselect-quote").hasNoContractor().hasAccrual("120.00");
    assertThat(quotation(order).toString()).contains("\"chosen\":false").doesNotContain("\"chosen\":true");
    order.perform("select-quote", with("quote", "ALPHA/1", "reason", "Comes sooner"));
    assertThat(order).hasStatus("1.10").hasContractor("ALPHA").hasAccrual("500.00");
    assertThat(told(order, "quote-rejected")).containsExactly("desk@mailed.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10", "1.11", "1.12", "1.13"})
  void contractor_that_does_not_take_the_work_has_declined(String status) {
    OrderUnderTest order = given.anOrderIn(status)
        .perform("resource-unable-to-accept", with("callerName", "Dispatch", "reason", "No capacity"));
    assertThat(order).hasStatus("0.15").hasNoContractor().hasAccrual("120.00")
        .refuses("select-quote", choose("BETA/1"), "quote");
    assertThat(quotation(order).path("offers").toString()).contains("\"state\":\"declined\"", "No capacity");
    assertThat(order.perform("select-quote", choose("ALPHA/1"))).hasStatus("1.10").hasContractor("ALPHA");
  }

  @Test
  void next_contractor_is_not_given_a_quote_it_was_not_chosen_for() {
    OrderUnderTest order = given.aChosenQuote("site", "NEXT-HQ")
        .perform("resource-unable-to-accept", with("callerName", "Dispatch", "reason", "No capacity"));
    assertThat(order).hasStatus("0.15").hasNoContractor();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10", "1.13", "2.10"})
  void contractor_is_never_just_changed(String status) {
    assertThat(given.anOrderIn(status)).doesNotOffer("change-resource").refusesNow("change-resource");
  }

  @Test
  void quote_is_deselected_only_before_it_is_sent() {
    assertThat(given.anOrderIn("1.13")).refusesNow("deselect-quote");
    assertThat(given.anOrderPendingAssign()).refusesNow("deselect-quote");
  }

  @ParameterizedTest
  @CsvSource({"0.10, 0.19", "0.11, 0.19", "0.12, 0.19", "0.13, 0.19", "0.14, 0.19", "0.15, 0.19",
      "1.10, 1.19", "1.11, 1.19", "1.12, 1.19", "1.13, 1.19", "2.10, 1.19"})
  void cancelled_quote_comes_back_where_it_was(String status, String cancelled) {
    OrderUnderTest order = given.anOrderIn(status).perform("cancel-job", with());
    assertThat(order).hasStatus(cancelled).hasLastEvent("cancel-job");
    assertThat(order.perform("reinstate", with("how", "to previous status"))).hasStatus(status);
  }

  @Test
  void refused_quote_that_was_cancelled_is_not_chosen_from_again_by_itself() {
    OrderUnderTest order = aDearQuote().perform(FINANCE, "authorise", REFUSE).perform("cancel-job", with());
    assertThat(order.perform("reinstate", with("how", "to previous status"))).hasStatus("0.14");
  }

  @Test
  void contractors_that_wait_or_were_chosen_are_told_of_the_cancellation() {
    OrderUnderTest asked = given.aRequestedQuote()
        .perform("provide-quote", with("resource", "ALPHA", "outcome", "declined", "reason", "Too far"))
        .perform("cancel-job", with());
    assertThat(told(asked, "cancelled")).containsExactly("desk@beta.example", "desk@mailed.example");
    OrderUnderTest chosen = given.aChosenQuote().perform("cancel-job", with());
    assertThat(told(chosen, "cancelled")).containsExactly("desk@beta.example");
    assertThat(told(chosen, "completed")).containsExactly("hannah@acme.example");
  }

  // The rest of its life

  @Test
  void quote_goes_from_the_call_to_the_invoice() {
    OrderUnderTest order = given.anOrderIn("5.11");
    assertThat(order).hasAccrual("400.00").refusesNow("recall-job");
    assertThat(order.events()).extracting(event -> event.statusAfter()).containsExactly(
        "0.13", "0.14", "0.15", "0.15", "0.15", "1.10", "1.13", "2.10", "3.10", "5.11");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.10", "4.11"})
  void paused_quote_is_attended_again(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    assertThat(order).hasStatus(status);
    assertThat(order.perform("start-job-field-team", with("engineer", "Eve", "attending", 1))).hasStatus("3.10");
  }

  @Test
  void comparison_is_printed_and_never_sent_to_a_contractor() {
    OrderUnderTest order = given.aChosenQuote();
    assertThat(order).refuses("work-order-documents",
        with("kind", "quote comparison", "mailTo", List.of("resource")), "mailTo");
    order.perform("work-order-documents", with("kind", "quote comparison", "filed", true));
    assertThat(order.documents()).extracting(document -> document.title())
        .containsExactly("Quote comparison " + order.number());
    assertThat(given.aLoggedOrder())
        .refuses("work-order-documents", with("kind", "quote comparison", "filed", true), "kind");
  }

  @Test
  void who_authorises_is_asked_about_a_selected_quote() {
    OrderUnderTest order = aDearQuote();
    assertThat(order.present().authorisationLock()).hasValueSatisfying(lock ->
        assertThat(lock.profile()).isEqualTo("finance"));
    assertThat(api.get("/api/work-orders/" + order.number()).at("/authorisation").toString())
        .contains("selected quote");
  }

  // Clock and chasing

  @Test
  void last_day_for_answers_is_due_then_the_schedule() {
    OrderUnderTest order = given.aSpecifiedQuote("scheduleKind", null);
    order.perform("set-schedule", with("scheduleKind", "up to SLA", "scheduleTo", order.in(Duration.ofDays(40))));
    assertThat(respondDue(order)).isEmpty();
    String lastDay = order.in(Duration.ofDays(3)).substring(0, 10);
    order.perform("request-quotes", with("contractors", List.of("ALPHA"), "replyBy", lastDay));
    assertThat(respondDue(order)).startsWith(order.in(Duration.ofDays(4)).substring(0, 10));
    order.perform("provide-quote", aPrice("ALPHA", 100));
    assertThat(respondDue(order)).isEmpty();
    order.perform("select-quote", choose("ALPHA/1"));
    assertThat(respondDue(order)).startsWith(order.in(Duration.ofDays(40)).substring(0, 10));
  }

  private String respondDue(OrderUnderTest order) {
    return api.get("/api/work-orders/" + order.number()).at("/sla/respond/due").asText();
  }

  /** What is looked for each hour, and what comes of it. */
  private void watch(OrderUnderTest order) {
    management.executeJob(management.createJobQuery().processDefinitionKey("quote-watch").timers()
        .singleResult().getId());
    runtime.createProcessInstanceQuery().processDefinitionKey("quote-chase")
        .processInstanceBusinessKey(order.number().value()).list().forEach(chase -> management.executeJob(
            management.createJobQuery().processInstanceId(chase.getId()).singleResult().getId()));
  }

  @Test
  void overdue_answers_are_chased_once_a_day_and_three_times() {
    OrderUnderTest order = given.aRequestedQuote();
    order.perform("provide-quote", with("resource", "ALPHA", "outcome", "declined", "reason", "Too far"));
    for (int day = 0; day < 14; day++) {
      order.waits(Duration.ofDays(1));
      watch(order);
      watch(order);
    }
    assertThat(told(order, "quote-overdue")).containsExactly(
        "desk@beta.example", "desk@beta.example", "desk@beta.example", "desk@mailed.example", "desk@mailed.example",
        "desk@mailed.example");
    assertThat(order).hasStatus("0.14");
    assertThat(order.lastEvent().label()).isEqualTo("Chase for Quotes");
    assertThat(told(order, "sla-breached")).isEmpty();
  }
}
