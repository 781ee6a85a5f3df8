package org.jobline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.jobline.fixture.ApiClient.performing;
import static org.jobline.fixture.ApiClient.post;
import static org.jobline.fixture.Given.COLLEAGUE;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.ApiClient.Answer;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.lifecycle.visit.Visit;
import org.jobline.platform.error.ChangedFieldsException;
import org.jobline.workorder.WorkOrderDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Two people on one order (domain/agent-actions.md): one has a form open while the other changes what it is about. */
@HelpdeskTest
class TwoPeopleTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Given given;
  private final ApiClient api;
  private final JdbcClient jdbc;

  TwoPeopleTest(Given given, ApiClient api, JdbcClient jdbc) {
    this.given = given;
    this.api = api;
    this.jdbc = jdbc;
  }

  private OrderUnderTest anOrder() {
    return given.aLoggedOrder("location", "Cellar", "contactPhone", "0113 1");
  }

  /** What Tasklist sends: every field of the form, as it was shown or typed over. */
  private static Map<String, Object> shown(OrderUnderTest order, Object... typed) {
    WorkOrderDetails details = order.present().details();
    return but(with("description", details.description(), "contactName", details.contactName(),
        "contactPhone", details.contactPhone(), "location", details.location(), "workType", details.workType(),
        "priority", details.priority(), "equipment", "", "symptom", "", "notes", ""), typed);
  }

  private static List<ChangedFieldsException.Change> refused(OrderUnderTest order, ThrowingCallable doing) {
    List<Object> before = order.picture();
    Throwable refusal = catchThrowable(doing);
    assertThat(order.picture()).as("the order after the refusal").isEqualTo(before);
    return Stream.iterate(refusal, cause -> cause != null, Throwable::getCause)
        .filter(ChangedFieldsException.class::isInstance).map(ChangedFieldsException.class::cast).findFirst()
        .orElseThrow(() -> new AssertionError("not refused for what others changed", refusal)).changes();
  }

  // Tasklist, and other clients of the engine's own API

  @Test
  void a_form_writes_only_what_its_user_changed() {
    OrderUnderTest order = anOrder();
    String task = order.open("edit-work-order");
    Map<String, Object> fields = shown(order, "contactPhone", "0113 2");
    order.perform(COLLEAGUE, "edit-work-order", with("description", "No heating", "location", "Roof", "equipment", "B2"));
    order.complete(task, fields);
    WorkOrderDetails details = order.present().details();
    assertThat(details).extracting("description", "location", "equipment", "contactPhone")
        .containsExactly("No heating", "Roof", "B2", "0113 2");
    assertThat(order.lastEvent().fields()).contains("\"changes\":{\"contactPhone\":{\"from\":\"0113 1\",\"to\":\"0113 2\"}}");
  }

  @Test
  void a_colleagues_change_is_not_overwritten_unseen() {
    OrderUnderTest order = anOrder();
    String task = order.open("edit-work-order");
    Map<String, Object> fields = shown(order, "description", "Cold since Monday", "contactPhone", "0113 2");
    order.perform(COLLEAGUE, "edit-work-order", with("description", "No heating", "location", "Roof"));

    assertThat(refused(order, () -> order.complete(task, fields))).singleElement().satisfies(change -> {
      assertThat(change).extracting("field", "label", "from", "to", "by", "action").containsExactly(
          "description", "Description", "The boiler is cold", "No heating", "colleague", "Edit Work Order");
      assertThat(change.at()).isCloseTo(order.lastEvent().at(), within(1, ChronoUnit.SECONDS));
    });
    order.complete(task, fields);
    assertThat(order.present().details()).extracting("description", "location", "contactPhone")
        .containsExactly("Cold since Monday", "Roof", "0113 2");
  }

  @Test
  void a_change_after_the_refusal_is_told_too() {
    OrderUnderTest order = anOrder();
    String task = order.open("edit-work-order");
    Map<String, Object> fields = shown(order, "description", "Cold since Monday");
    order.perform(COLLEAGUE, "edit-work-order", with("description", "No heating"));
    refused(order, () -> order.complete(task, fields));
    order.perform(COLLEAGUE, "edit-work-order", with("description", "No heating, no water"));
    assertThat(refused(order, () -> order.complete(task, fields))).extracting("to").containsExactly("No heating, no water");
    order.complete(task, fields);
    assertThat(order.present().description()).isEqualTo("Cold since Monday");
  }

  @Test
  void identical_changes_do_not_conflict() {
    OrderUnderTest order = anOrder();
    String task = order.open("edit-work-order");
    Map<String, Object> fields = shown(order, "description", "No heating", "location", "Roof");
    order.perform(COLLEAGUE, "edit-work-order", with("description", "No heating"));
    order.complete(task, fields);
    assertThat(order.present().location()).isEqualTo("Roof");
  }

  @Test
  void a_change_that_was_taken_back_does_not_disturb() {
    OrderUnderTest order = anOrder();
    String task = order.open("edit-work-order");
    Map<String, Object> fields = shown(order, "description", "Cold since Monday");
    order.perform(COLLEAGUE, "edit-work-order", with("description", "No heating"))
        .perform(COLLEAGUE, "edit-work-order", with("description", "The boiler is cold"));
    order.complete(task, fields);
    assertThat(order.present().description()).isEqualTo("Cold since Monday");
  }

  @Test
  void a_number_a_colleague_gives_is_not_cleared_by_a_form_that_showed_none() {
    OrderUnderTest order = given.aLoggedOrder();
    String task = order.open("change-details-caller");
    order.perform(COLLEAGUE, "change-details-caller", with("contactName", "Hannah", "contactPhone", "0113 1"));
    order.complete(task, with("contactName", "Hanna", "contactPhone", "", "notes", ""));
    assertThat(order.present().details()).extracting("contactName", "contactPhone").containsExactly("Hanna", "0113 1");
  }

  @Test
  void a_change_elsewhere_on_the_order_does_not_disturb() {
    OrderUnderTest order = anOrder();
    String task = order.open("edit-work-order");
    Map<String, Object> fields = shown(order, "description", "Cold since Monday");
    order.perform(COLLEAGUE, "add-notes-public", with("text", "Gate code 1234"))
        .perform(COLLEAGUE, "set-fixed-cost", with("amount", 50))
        .perform(COLLEAGUE, "edit-work-order", with("location", "Roof"));
    order.complete(task, fields);
    assertThat(order.present().description()).isEqualTo("Cold since Monday");
  }

  static Stream<Arguments> formsThatOverwrite() {
    return Stream.of(
        Arguments.of("0.03", "edit-work-order", with("symptom", "Cold"), with("symptom", "Noisy"), "symptom"),
        Arguments.of("0.03", "change-details-caller", with("contactName", "Ann"), with("contactName", "Bob"), "contactName"),
        Arguments.of("0.03", "change-details-mark-up", with("markUp", 10), with("markUp", 20), "markUp"),
        Arguments.of("0.03", "set-fixed-cost", with("amount", 60), with("amount", 70), "amount"),
        Arguments.of("0.03", "set-estimate", with("labour", 60), with("labour", 70), "labour"),
        Arguments.of("0.03", "edit-delivery-charge", with("amount", 6), with("amount", 7), "amount"),
        Arguments.of("2.00", "eta-provided", with("eta", "2100-01-01T10:00"), with("eta", "2100-01-01T11:00"), "eta"),
        Arguments.of("2.00", "reference-provided", with("reference", "A"), with("reference", "B"), "reference"));
  }

  @ParameterizedTest
  @MethodSource("formsThatOverwrite")
  void every_form_that_overwrites_says_what_was_changed_meanwhile(
      String status, String action, Map<String, Object> theirs, Map<String, Object> mine, String field) {
    OrderUnderTest order = given.anOrderIn(status);
    String task = order.open(action);
    order.perform(COLLEAGUE, action, theirs);
    assertThat(refused(order, () -> order.complete(task, mine))).extracting("field", "by")
        .containsExactly(tuple(field, "colleague"));
    order.complete(task, mine);
    assertThat(order.lastEvent()).extracting("action", "agent").containsExactly(action, "agent");
  }

  @Test
  void stages_are_not_set_back() {
    OrderUnderTest order = given.anOrderPendingAssign().perform("set-fixed-cost", with("amount", 900));
    String task = order.open("edit-staged-payments");
    order.perform(COLLEAGUE, "edit-staged-payments", with("stages", "2100-01-01 400.00"));
    assertThat(refused(order, () -> order.complete(task, with("stages", "2100-02-01 300.00"))))
        .extracting("field").containsExactly("stages");
    order.complete(task, with("stages", "", "notes", "only looked"));
    assertThat(order.lastEvent().fields()).contains("400.00").doesNotContain("changes");
  }

  @Test
  void of_several_visits_only_a_change_of_the_same_one_is_told() {
    OrderUnderTest order = given.anAcceptedOrder();
    for (String outcome : List.of("revisit required", "completed")) {
      order.waits(HOUR).perform("start-job-field-team", with("engineer", "Eve", "attending", 1)).waits(HOUR);
      order.perform("stop-job", with("stoppedAt", order.now(), "outcome", outcome,
          "reasons", outcome.equals("completed") ? null : List.of("parts")));
    }
    long first = order.visits().get(0).id();
    long second = order.visits().get(1).id();
    String task = order.open("amend-start-stop-times");
    order.perform(COLLEAGUE, "amend-start-stop-times", amended(order, first, 1));
    order.complete(task, amended(order, second, 2));

    String other = order.open("amend-start-stop-times");
    order.perform(COLLEAGUE, "amend-start-stop-times", amended(order, second, 3));
    assertThat(refused(order, () -> order.complete(other, amended(order, second, 4))))
        .extracting("field").contains("start");
  }

  @Test
  void a_start_a_colleague_corrects_is_kept_by_who_corrects_only_the_stop() {
    OrderUnderTest order = given.anAcceptedOrder();
    order.waits(HOUR).perform("start-job-field-team", with("engineer", "Eve", "attending", 1)).waits(HOUR);
    order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"));
    Visit before = order.visits().get(0);
    String task = order.open("amend-start-stop-times");
    Map<String, Object> fields = but(amended(order, before.id(), 0),
        "stop", before.stoppedAt().minusSeconds(120).toString());
    order.perform(COLLEAGUE, "amend-start-stop-times", amended(order, before.id(), 5));
    order.complete(task, fields);
    assertThat(order.visits().get(0)).extracting(Visit::startedAt, Visit::stoppedAt)
        .containsExactly(before.startedAt().minusSeconds(300), before.stoppedAt().minusSeconds(120));
  }

  @Test
  void an_amended_visit_that_goes_on_has_no_change_of_its_stop() {
    OrderUnderTest order = given.anAcceptedOrder();
    order.waits(HOUR).perform("start-job-field-team", with("engineer", "Eve", "attending", 1)).waits(HOUR);
    Visit visit = order.visits().get(0);
    order.perform("amend-start-stop-times", with("visit", String.valueOf(visit.id()),
        "start", visit.startedAt().minusSeconds(60).toString(), "stop", "", "reason", "typing error"));
    assertThat(order.lastEvent().fields()).contains("\"start\":{\"from\":\"" + visit.startedAt() + "\"")
        .doesNotContain("\"null\"");
  }

  private static Map<String, Object> amended(OrderUnderTest order, long visit, int minutes) {
    Visit found = order.visits().stream().filter(each -> each.id() == visit).findFirst().orElseThrow();
    return with("visit", String.valueOf(visit), "start", found.startedAt().minusSeconds(60L * minutes).toString(),
        "stop", found.stoppedAt().toString(), "reason", "typing error");
  }

  // What is no longer offered

  @Test
  void opened_action_is_closed_when_it_becomes_unavailable() {
    OrderUnderTest order = given.anAcceptedOrder();
    String request = order.open("request-eta");
    String note = order.open("add-notes-public");
    order.perform(COLLEAGUE, "start-job-field-team", with("engineer", "Eve", "attending", 1));
    assertThat(order.openTasks()).contains(note).doesNotContain(request);
    assertThat(order.lastEvent().summary()).contains("Request ETA, which agent had open, was closed");
    assertThat(told(Given.AGENT, order)).containsExactly(
        "Request ETA, now 3.00 Attendance started (Start Job › Field Team by colleague)");
    assertThat(told(COLLEAGUE, order)).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private List<String> told(Agent agent, OrderUnderTest order) {
    Object closed = api.call(agent, post("/api/pulse", with("closed", "1970-01-01T00:00:00Z"))).content().get("closed");
    return closed == null ? List.of() : ((List<Map<String, Object>>) closed).stream()
        .filter(each -> each.get("order").equals(order.number().value()))
        .map(each -> each.get("label") + ", now " + each.get("status") + " (" + each.get("cause") + ")").toList();
  }

  @Test
  void so_is_what_was_opened_in_a_stage_and_is_left_behind_in_it() {
    OrderUnderTest order = given.anOrderPendingAssign();
    String stale = order.open("no-answer");
    order.perform(COLLEAGUE, "assign", with("how", "by e-mail")).perform(COLLEAGUE, "no-answer", with());
    assertThat(order.openTasks()).doesNotContain(stale);
    assertThat(order.status()).isEqualTo("1.02");
  }

  @Test
  void so_is_what_no_condition_offers_any_more_though_the_status_is_the_same() {
    OrderUnderTest order = given.aLoggedOrder();
    OrderUnderTest other = given.aLoggedOrder();
    order.perform("link-existing", with("order", other.number().value(), "relation", "related"));
    String task = other.open("remove-link");
    order.perform(COLLEAGUE, "remove-link", with("link", link(order), "reason", "wrong"));
    assertThat(other.openTasks()).doesNotContain(task);
    assertThat(told(Given.AGENT, other)).hasSize(1);
  }

  private String link(OrderUnderTest order) {
    return jdbc.sql("select max(id)::text from order_link where ? in (order_number, other_number)")
        .param(order.number().value()).query(String.class).single();
  }

  @Test
  void action_ended_by_a_timer_is_closed_too() {
    OrderUnderTest order = given.aCompletedOrder();
    order.open("recall-job");
    String certificate = order.open("add-notes-public");
    order.waits(Duration.ofDays(31));
    assertThat(order.openTasks()).containsExactly(certificate);
  }

  @Test
  void a_lock_passes_so_what_is_open_stays() {
    OrderUnderTest order = given.anAcceptedOrder();
    String request = order.open("request-eta");
    order.perform(COLLEAGUE, "set-fixed-cost", with("amount", 12_000, "sure", true));
    assertThat(order.present().locked()).isTrue();
    assertThat(order.openTasks()).contains(request);
  }

  // Our API

  private String mark(OrderUnderTest order, String rest) {
    return api.call(MockMvcRequestBuilders.get("/api/work-orders/" + order.number() + rest)).header("ETag");
  }

  private Answer edit(OrderUnderTest order, String mark, Object... fields) {
    return api.call(post(performing(order.number(), "edit-work-order"), with(fields)).header("If-Match", mark));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/actions/edit-work-order/form"})
  void a_client_that_says_what_it_has_seen_is_told_what_changed_since(String seen) {
    OrderUnderTest order = anOrder();
    String mark = mark(order, seen);
    order.perform(COLLEAGUE, "edit-work-order", with("description", "No heating"));
    List<Object> before = order.picture();

    Answer refusal = edit(order, mark, "description", "Cold since Monday", "location", "Roof");
    assertThat(refusal.status()).as(refusal.toString()).isEqualTo(412);
    assertThat(refusal.problem()).isEqualTo("changed-meanwhile");
    assertThat(((List<?>) refusal.content().get("changes"))).singleElement().asInstanceOf(MAP).containsEntry("field", "description")
        .containsEntry("to", "No heating").containsEntry("by", "colleague").containsKeys("at", "action", "from");
    assertThat(order.picture()).isEqualTo(before);

    assertThat(edit(order, mark(order, seen), "description", "Cold since Monday").status()).isEqualTo(200);
    assertThat(order.present().description()).isEqualTo("Cold since Monday");
  }

  @Test
  void a_client_is_not_disturbed_by_what_it_does_not_overwrite() {
    OrderUnderTest order = anOrder();
    String mark = mark(order, "");
    order.perform(COLLEAGUE, "edit-work-order", with("description", "No heating"))
        .perform(COLLEAGUE, "add-notes-public", with("text", "Gate code 1234"));
    Answer answer = edit(order, mark, "location", "Roof", "description", "The boiler is cold");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(order.present().details()).extracting("location", "description").containsExactly("Roof", "No heating");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"of no order\"", "\"999999-1-1\"", "1", "\"\""})
  void a_mark_the_order_never_had_is_refused(String mark) {
    OrderUnderTest order = anOrder();
    Answer answer = edit(order, mark, "location", "Roof");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(412);
    assertThat(answer.problem()).isEqualTo("changed-meanwhile");
    assertThat(order.events()).hasSize(1);
  }

  @Test
  void any_order_there_is_has_the_mark_asterisk() {
    assertThat(edit(anOrder(), "*", "location", "Roof").status()).isEqualTo(200);
  }
}
