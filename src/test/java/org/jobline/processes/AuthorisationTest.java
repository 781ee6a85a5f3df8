package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.jobline.action.Agent;
import org.jobline.action.AwaitingAuthorisationException;
import org.jobline.action.NotPermittedException;
import org.jobline.action.Submission;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A change of cost that somebody has to authorise (domain/money.md, Authorisation). */
@HelpdeskTest
class AuthorisationTest {

  private static final Agent FINANCE = new Agent("fiona", Set.of("finance"));
  private static final Agent MANAGER = new Agent("mark", Set.of("manager"));
  private static final Agent BOTH = new Agent("bess", Set.of("finance", "manager", "helpdesk"));
  private static final Agent ADMIN = new Agent("adam", Set.of("admin"));
  private static final Map<String, Object> AUTHORISE =
      with("decision", "authorise", "reference", "AU-7", "expenditure", "revenue");
  private static final Map<String, Object> REFUSE =
      with("decision", "refuse", "reference", "AU-8", "reason", "Too dear");
  private static final Map<String, Object> ASK =
      with("decision", "information required", "question", "Why so dear?");

  private final Given given;
  private final ApiClient api;
  private final JdbcClient jdbc;
  private final TaskService tasks;
  private final FormService forms;
  private final IdentityService identity;

  AuthorisationTest(
      Given given, ApiClient api, JdbcClient jdbc, TaskService tasks, FormService forms, IdentityService identity) {
    this.given = given;
    this.api = api;
    this.jdbc = jdbc;
    this.tasks = tasks;
    this.forms = forms;
    this.identity = identity;
  }

  @BeforeEach
  void people() {
    person("fiona", "finance");
    person("mark", "manager");
    person("agent", "helpdesk");
  }

  @AfterEach
  void nobody() {
    List.of("fiona", "mark", "agent").forEach(identity::deleteUser);
  }

  private void person(String id, String group) {
    User user = identity.newUser(id);
    user.setFirstName(id);
    user.setLastName("Test");
    user.setEmail(id + "@desk.example");
    user.setPassword("Sesame-open-1");
    identity.saveUser(user);
    identity.createMembership(id, group);
  }

  private static OrderUnderTest priced(OrderUnderTest order, int amount) {
    return order.perform("set-fixed-cost", with("amount", amount, "sure", true));
  }

  /** One level: finance. */
  private OrderUnderTest aLockedOrder(String status) {
    return priced(given.anOrderIn(status), 12_500);
  }

  private static void assertLocked(OrderUnderTest order, String profile, int level) {
    assertThat(order.present().authorisationLock()).hasValueSatisfying(lock -> {
      assertThat(lock.profile()).isEqualTo(profile);
      assertThat(lock.level()).isEqualTo(level);
    });
  }

  private static void assertGoesOn(OrderUnderTest order, String status) {
    assertThat(order.present().locked()).isFalse();
    assertThat(order).hasStatus(status).offers("set-fixed-cost", "cancel-job");
  }

  private List<String> told(OrderUnderTest order, String template) {
    return jdbc.sql("select address from notification where order_number = ? and template = ? order by created_at, address")
        .params(order.number().value(), template).query(String.class).list();
  }

  // What has to be authorised

  @Test
  void going_back_to_the_calculated_cost_needs_nobody() {
    OrderUnderTest order = priced(given.anOrderInInvoiceProcess(), 12_500).perform(FINANCE, "authorise", AUTHORISE);
    assertThat(priced(order, 0)).hasAccrual("40.00");
    assertThat(order.present().locked()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, 0.00", "9999, 9999", "10000, 10000"})
  void a_cost_within_the_limit_needs_nobody(int amount, String accrual) {
    OrderUnderTest order = priced(given.anOrderPendingAssign("workType", "PAINT"), amount);
    assertGoesOn(order, "1.00");
    assertThat(order).hasAccrual(accrual).isWaitingFor("assign");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "1.00", "1.03", "2.00", "3.00", "4.01", "5.01"})
  void a_cost_above_the_limit_locks_the_order_where_it_stands(String status) {
    OrderUnderTest order = aLockedOrder(status);
    assertLocked(order, "finance", 1);
    assertThat(order).hasStatus(status).hasLastEvent("set-fixed-cost").hasAccrual("12500")
        .saysInItsLastEvent("waiting for authorisation by finance: fixed cost 12,500.00 GBP");
    assertThat(order.offered()).containsExactly("add-notes-private");
    assertThat(order.offered(FINANCE)).containsExactly("authorise");
    assertThat(order.offered(MANAGER)).isEmpty();
  }

  @Test
  void a_locked_order_says_who_decides_since_when_on_what() {
    OrderUnderTest order = aLockedOrder("1.00");
    Map<String, Object> view = api.call(MockMvcRequestBuilders.get("/api/work-orders/" + order.number())).content();
    assertThat(view).containsEntry("locked", true);
    assertThat(view.get("authorisation")).asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("state", "waiting").containsEntry("profile", "finance").containsEntry("level", 1)
        .containsEntry("kind", "fixed cost").containsEntry("amountAfter", "12500.00")
        .containsEntry("amountBefore", "120.00").containsEntry("askedBy", "agent")
        .containsEntry("subject", "fixed cost 12,500.00 GBP (120.00 before), above 10,000.00")
        .containsKey("since");
  }

  @Test
  void the_authoriser_has_a_task_with_the_card_of_the_order() {
    OrderUnderTest order = aLockedOrder("1.00");
    String task = tasks.createTaskQuery().processInstanceBusinessKey(order.number().value())
        .taskCandidateGroup("finance").singleResult().getId();
    assertThat(forms.getTaskFormVariables(task)).containsEntry("orderNumber", order.number().value())
        .containsEntry("orderStatus", "1.00 Pending assign").containsEntry("siteName", "Head office")
        .containsEntry("authorisationSubject", "fixed cost 12,500.00 GBP (120.00 before), above 10,000.00");
  }

  @Test
  void the_people_of_the_profile_are_told_what_waits_for_them() {
    OrderUnderTest order = aLockedOrder("1.00");
    assertThat(told(order, "authorisation")).containsExactly("fiona@desk.example");
    assertThat(jdbc.sql("select body_text from notification where order_number = ? and template = 'authorisation'")
        .param(order.number().value()).query(String.class).single())
        .contains("fixed cost 12,500.00 GBP (120.00 before)").contains(order.number().value());
  }

  // The lock

  private AwaitingAuthorisationException lockedOut(ThrowingCallable doing) {
    Throwable thrown = catchThrowable(doing);
    while (thrown != null && !(thrown instanceof AwaitingAuthorisationException)) {
      thrown = thrown.getCause();
    }
    assertThat(thrown).as("refusal").isNotNull();
    return (AwaitingAuthorisationException) thrown;
  }

  @Test
  void every_way_into_a_locked_order_is_refused_with_what_it_waits_for() {
    OrderUnderTest order = given.anOrderPendingAssign();
    String opened = order.open("no-answer");
    String assign = order.open("assign");
    priced(order, 12_500);
    List<Object> before = order.picture();
    List<ThrowingCallable> ways = List.of(
        () -> order.perform("assign", with("how", "by e-mail")),
        () -> order.perform("cancel-job", with()),
        () -> order.perform("set-fixed-cost", with("amount", 1)),
        () -> order.perform("add-notes-public", with("text", "x")),
        () -> order.open("change-resource"),
        () -> order.open("assign"),
        () -> order.complete(opened, with()),
        () -> order.complete(assign, with("how", "by e-mail")),
        () -> order.file("Photo"));
    ways.forEach(way -> assertThat(lockedOut(way)).hasMessageContaining(order.number().value())
        .hasMessageContaining("has been waiting for authorisation by finance since")
        .hasMessageContaining("fixed cost 12,500.00 GBP"));
    assertThat(order.picture()).isEqualTo(before);
  }

  @Test
  void over_rest_the_refusal_is_a_conflict_that_names_the_profile() {
    OrderUnderTest order = aLockedOrder("1.00");
    ApiClient.Answer answer = api.call(ApiClient.post(ApiClient.performing(order.number(), "cancel-job"), Map.of()));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("awaiting-authorisation");
    assertThat(answer.content()).containsEntry("profile", "finance").containsEntry("level", 1).containsKey("since");
  }

  @Test
  void a_private_note_can_be_added_to_a_locked_order() {
    OrderUnderTest order = aLockedOrder("1.00").perform("add-notes-private", with("text", "Still waiting"));
    assertThat(order).hasLastEvent("add-notes-private");
    assertLocked(order, "finance", 1);
  }

  @Test
  void a_timer_that_is_due_waits_until_the_order_is_unlocked() {
    OrderUnderTest order = aLockedOrder("5.01").waits(Duration.ofDays(1));
    order.perform(FINANCE, "authorise", AUTHORISE).recordFinalInvoice();
    priced(order, 12_600).waits(Duration.ofDays(30));
    assertThat(order).hasNotEnded();
    assertThat(order.perform(FINANCE, "authorise", AUTHORISE).timersFire()).hasEnded();
  }

  @Test
  void an_order_that_waits_is_not_assigned_by_itself() {
    OrderUnderTest order = aLockedOrder("1.00").perform(FINANCE, "authorise", REFUSE);
    jdbc.sql("update resource set automatic_assignment = true where code = 'ALPHA'").update();
    try {
      order.perform("reinstate", with("how", "to previous status", "authorisation", "re-enter"));
    } finally {
      jdbc.sql("update resource set automatic_assignment = false where code = 'ALPHA'").update();
    }
    assertThat(order).hasStatus("1.00");
    assertLocked(order, "finance", 1);
  }

  // Authorise

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "1.00", "1.03", "2.00", "3.00", "4.01", "5.01"})
  void an_authorised_order_goes_on_where_it_stood(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    List<String> offered = order.offered();
    int events = priced(order, 12_500).events().size();
    order.perform(FINANCE, "authorise", AUTHORISE);
    assertThat(order).hasStatus(status).hasAccrual("12500").hasLastEvent("authorise");
    assertThat(order.offered()).containsAll(offered);
    assertThat(order.events()).hasSize(events + 1);
    assertThat(order.process("authorisation")).isNull();
    assertThat(order.process("costs")).isNull();
    assertThat(told(order, "authorisation-decided")).containsExactly("agent@desk.example");
  }

  @Test
  void an_authorised_order_tells_who_decided_with_what_reference() {
    OrderUnderTest order = aLockedOrder("1.00").perform(FINANCE, "authorise", AUTHORISE);
    assertThat(jdbc.sql("select decided_by || ' ' || reference || ' ' || expenditure from authorisation_level l"
        + " join authorisation_request r on r.id = l.request where order_number = ?")
        .param(order.number().value()).query(String.class).single()).isEqualTo("fiona AU-7 revenue");
    assertThat(order.lastEvent().fields()).contains("AU-7");
  }

  @Test
  void a_large_sum_is_decided_on_two_levels() {
    OrderUnderTest order = priced(given.anOrderPendingAssign(), 60_000);
    assertLocked(order, "finance", 1);
    order.perform(FINANCE, "authorise", AUTHORISE);
    assertLocked(order, "manager", 2);
    assertThat(order.offered(FINANCE)).isEmpty();
    assertThat(told(order, "authorisation")).containsExactly("fiona@desk.example", "mark@desk.example");
    order.perform(MANAGER, "authorise", AUTHORISE);
    assertGoesOn(order, "1.00");
    assertThat(told(order, "authorisation-decided")).hasSize(1);
  }

  @Test
  void a_level_is_decided_by_its_profile_or_an_administrator_only() {
    OrderUnderTest order = aLockedOrder("1.00");
    assertThatExceptionOfType(NotPermittedException.class).isThrownBy(() -> order.perform("authorise", AUTHORISE));
    assertThatExceptionOfType(NotPermittedException.class)
        .isThrownBy(() -> order.perform(MANAGER, "authorise", AUTHORISE))
        .withMessageContaining("finance");
    assertGoesOn(order.perform(ADMIN, "authorise", AUTHORISE), "1.00");
  }

  @Test
  void requester_cannot_authorise() {
    OrderUnderTest order = given.anOrderPendingAssign();
    order.perform(BOTH, "set-fixed-cost", with("amount", 12_500, "sure", true));
    assertThat(order.offered(BOTH)).doesNotContain("authorise");
    assertThatExceptionOfType(NotPermittedException.class).isThrownBy(() -> order.perform(BOTH, "authorise", AUTHORISE))
        .withMessageContaining("someone other than the person who asked has to authorise it");
    assertGoesOn(order.perform(FINANCE, "authorise", AUTHORISE), "1.00");
  }

  @Test
  void nobody_authorises_at_two_levels() {
    OrderUnderTest order = priced(given.anOrderPendingAssign(), 60_000).perform(BOTH, "authorise", AUTHORISE);
    assertThatExceptionOfType(NotPermittedException.class).isThrownBy(() -> order.perform(BOTH, "authorise", AUTHORISE))
        .withMessageContaining("someone else");
    assertGoesOn(order.perform(MANAGER, "authorise", AUTHORISE), "1.00");
  }

  private void refusesDecision(OrderUnderTest order, Map<String, Object> fields, String... wrong) {
    assertThat(order).refuses(() -> order.perform(FINANCE, "authorise", fields), wrong);
  }

  @Test
  void an_incomplete_decision_is_refused() {
    OrderUnderTest order = aLockedOrder("1.00");
    refusesDecision(order, with(), "decision");
    refusesDecision(order, with("decision", "perhaps"), "decision");
    refusesDecision(order, but(AUTHORISE, "reference", null), "reference");
    refusesDecision(order, but(AUTHORISE, "reference", "x".repeat(101)), "reference");
    refusesDecision(order, but(AUTHORISE, "reason", "x".repeat(1001)), "reason");
    refusesDecision(order, but(AUTHORISE, "expenditure", null), "expenditure");
    refusesDecision(order, but(AUTHORISE, "expenditure", "waste"), "expenditure");
    refusesDecision(order, but(AUTHORISE, "notes", "x".repeat(4001)), "notes");
    refusesDecision(order, but(REFUSE, "reference", null), "reference");
    refusesDecision(order, but(REFUSE, "reason", null), "reason");
    refusesDecision(order, but(REFUSE, "fallback", "a smaller one"), "fallback");
    refusesDecision(order, but(REFUSE, "fallback", "previous fixed cost"), "fallback");
    refusesDecision(order, with("decision", "on hold"), "onHoldUntil");
    refusesDecision(order, with("decision", "on hold", "onHoldUntil", order.ago(Duration.ofHours(1))), "onHoldUntil");
    refusesDecision(order, with("decision", "information required"), "question");
    refusesDecision(order, but(ASK, "question", "x".repeat(4001)), "question");
  }

  @Test
  void form_tells_whoever_decides_or_answers_what_it_is_about() {
    OrderUnderTest order = aLockedOrder("1.00");
    assertThat(shownTo(FINANCE, order, "authorise").path("authorisationSubject").asText()).contains("fixed cost");
    order.perform(FINANCE, "authorise", ASK);
    assertThat(shownTo(Given.AGENT, order, "answer-authorisation-question").path("authorisationQuestion").asText())
        .isEqualTo("Why so dear?");
    order.perform("answer-authorisation-question", with("answer", "A crane is needed"));
    assertThat(shownTo(FINANCE, order, "authorise").path("authorisationAnswer").asText()).isEqualTo("A crane is needed");
  }

  private JsonNode shownTo(Agent agent, OrderUnderTest order, String action) {
    return api.get(agent, ApiClient.performing(order.number(), action) + "/form").path("data");
  }

  @Test
  void capital_expenditure_needs_a_code_of_the_client_in_its_period() {
    OrderUnderTest order = aLockedOrder("1.00");
    Map<String, Object> capital = but(AUTHORISE, "expenditure", "capital", "capitalCode", "CAP-1", "period", "2020-06");
    refusesDecision(order, but(capital, "capitalCode", null), "capitalCode");
    refusesDecision(order, but(capital, "capitalCode", "CAP-9"), "capitalCode");
    refusesDecision(order, but(capital, "period", null), "period");
    refusesDecision(order, but(capital, "period", "June"), "period");
    refusesDecision(order, but(capital, "period", "2020-13"), "period");
    refusesDecision(order, but(capital, "period", "2020-07"), "period");
    refusesDecision(order, but(capital, "capitalCode", "CAP-2", "period", "2020-05"), "period");
    assertGoesOn(order.perform(FINANCE, "authorise", but(capital, "capitalCode", "CAP-2")), "1.00");
  }

  @Test
  void a_client_may_want_a_reason_for_what_is_authorised() {
    OrderUnderTest order = priced(given.anOrderPendingAssign("site", "WHY"), 12_500);
    refusesDecision(order, AUTHORISE, "reason");
    assertGoesOn(order.perform(FINANCE, "authorise", but(AUTHORISE, "reason", "No way round it")), "1.00");
  }

  // Refuse

  @ParameterizedTest
  @CsvSource({"0.03, 0.09", "0.05, 0.09", "1.00, 1.09", "1.03, 1.09", "2.00, 1.09"})
  void a_refused_order_is_cancelled(String status, String cancelled) {
    OrderUnderTest order = aLockedOrder(status).perform(FINANCE, "authorise", REFUSE);
    assertThat(order).hasStatus(cancelled).hasLastEvent("cancel-job").hasAccrual("12500");
    assertThat(order.present().locked()).isFalse();
    assertThat(order.lastEvent().agent()).isEqualTo("system");
    assertThat(order.lastEvent().fields()).contains("Not authorised by finance: Too dear");
    assertThat(order.events().get(order.events().size() - 2).action()).isEqualTo("authorise");
    assertThat(told(order, "authorisation-decided")).containsExactly("agent@desk.example");
    assertThat(order.process("authorisation")).isNull();
  }

  @Test
  void a_refused_order_ends_as_every_cancelled_order_does() {
    OrderUnderTest order = aLockedOrder("1.00").perform(FINANCE, "authorise", REFUSE);
    assertThat(order.waits(Duration.ofDays(29))).hasNotEnded();
    assertThat(order.waits(Duration.ofDays(2))).hasEnded();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.00", "4.01", "5.01"})
  void where_an_order_is_not_cancelled_any_more_the_change_is_undone(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    String accrual = order.accrual().toPlainString();
    priced(order, 12_500).perform(FINANCE, "authorise", REFUSE);
    assertThat(order).hasStatus(status).hasAccrual(accrual).hasLastEvent("authorise").offers("set-fixed-cost");
    assertThat(order.lastEvent().fields()).contains("\"accrual\":{\"from\":12500.00,\"to\":" + accrual + "}");
  }

  @Test
  void a_refusal_on_the_second_level_counts() {
    OrderUnderTest order = priced(given.anOrderPendingAssign(), 60_000).perform(FINANCE, "authorise", AUTHORISE);
    assertThat(order.perform(MANAGER, "authorise", REFUSE)).hasStatus("1.09");
  }

  @ParameterizedTest
  @CsvSource({"none, 12500", "calculated cost, 120", "previous fixed cost, 300"})
  void the_authoriser_may_fall_back_to_an_earlier_cost(String fallback, String accrual) {
    OrderUnderTest order = priced(priced(given.anOrderPendingAssign(), 300), 12_500);
    order.perform(FINANCE, "authorise", but(REFUSE, "fallback", fallback));
    assertThat(order).hasStatus("1.09").hasAccrual(accrual);
  }

  @ParameterizedTest
  @CsvSource({"none, 300", "calculated cost, 40", "previous fixed cost, 300"})
  void an_order_that_goes_on_never_keeps_the_refused_cost(String fallback, String accrual) {
    OrderUnderTest order = priced(priced(given.anOrderInInvoiceProcess(), 300), 12_500);
    order.perform(FINANCE, "authorise", but(REFUSE, "fallback", fallback));
    assertThat(order).hasStatus("5.01").hasAccrual(accrual);
  }

  // On hold

  @Test
  void on_hold_the_task_is_away_until_the_time_has_come() {
    OrderUnderTest order = aLockedOrder("1.00");
    order.perform(FINANCE, "authorise", with("decision", "on hold", "onHoldUntil", order.in(Duration.ofDays(2))));
    assertLocked(order, "finance", 1);
    assertThat(order).hasLastEvent("authorise");
    assertThat(order.waits(Duration.ofHours(47)).offered(FINANCE)).isEmpty();
    assertThat(order.offered()).containsExactly("add-notes-private");
    assertThat(order.waits(Duration.ofHours(2)).offered(FINANCE)).containsExactly("authorise");
    assertThat(told(order, "authorisation")).hasSize(2);
    assertGoesOn(order.perform(FINANCE, "authorise", AUTHORISE), "1.00");
  }

  // Information required

  @Test
  void a_question_goes_to_who_asked_and_the_answer_back() {
    OrderUnderTest order = aLockedOrder("1.00").perform(FINANCE, "authorise", ASK);
    assertLocked(order, "finance", 1);
    assertThat(order.offered(FINANCE)).isEmpty();
    assertThat(order.offered()).containsExactlyInAnyOrder("answer-authorisation-question", "add-notes-private");
    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(order.number().value())
        .taskAssignee("agent").singleResult().getName()).isEqualTo("Answer Authorisation Question");
    assertThat(told(order, "authorisation-decided")).containsExactly("agent@desk.example");
    assertThat(order)
        .refuses("answer-authorisation-question", with(), "answer")
        .refuses("answer-authorisation-question", with("answer", "x".repeat(4001)), "answer");
    order.perform("answer-authorisation-question", with("answer", "It is a big boiler"));
    assertThat(order).hasLastEvent("answer-authorisation-question");
    assertThat(order.offered(FINANCE)).containsExactly("authorise");
    assertGoesOn(order.perform(FINANCE, "authorise", AUTHORISE), "1.00");
  }

  @Test
  void a_question_may_be_asked_again_and_again() {
    OrderUnderTest order = aLockedOrder("1.00");
    for (int i = 0; i < 3; i++) {
      order.perform(FINANCE, "authorise", ASK).perform("answer-authorisation-question", with("answer", "Answer " + i));
    }
    assertThat(order.perform(FINANCE, "authorise", REFUSE)).hasStatus("1.09");
  }

  // Reinstate

  @Test
  void a_refused_order_is_reinstated_and_asks_again() {
    OrderUnderTest order = aLockedOrder("1.03").perform(FINANCE, "authorise", REFUSE);
    assertThat(order).refuses("reinstate", with("how", "to previous status"), "authorisation");
    order.perform(Given.COLLEAGUE, "reinstate",
        Submission.of(with("how", "to previous status", "authorisation", "re-enter")));
    assertThat(order).hasStatus("1.03").hasLastEvent("reinstate");
    assertLocked(order, "finance", 1);
    assertThat(told(order, "assigned-after-recall")).isEmpty();
    assertGoesOn(order.perform(FINANCE, "authorise", AUTHORISE), "1.03");
    assertThat(order).isWaitingFor("accept-job");
    assertThat(told(order, "assigned-after-recall")).containsExactly("desk@alpha.example");
  }

  @Test
  void four_eyes_hold_also_when_somebody_else_reinstates_the_order() {
    OrderUnderTest order = given.anOrderPendingAssign();
    order.perform(BOTH, "set-fixed-cost", with("amount", 12_500, "sure", true)).perform(FINANCE, "authorise", REFUSE);
    order.perform("reinstate", with("how", "to previous status", "authorisation", "re-enter"));
    assertThatExceptionOfType(NotPermittedException.class)
        .isThrownBy(() -> order.perform(BOTH, "authorise", AUTHORISE));
    assertGoesOn(order.perform(FINANCE, "authorise", AUTHORISE), "1.00");
  }

  @Test
  void a_manager_may_bypass_the_authorisation() {
    OrderUnderTest order = aLockedOrder("1.00").perform(FINANCE, "authorise", REFUSE);
    Map<String, Object> bypass = with("how", "to previous status", "authorisation", "bypass");
    assertThat(order).refuses("reinstate", bypass, "authorisation");
    order.perform(MANAGER, "reinstate", bypass);
    assertGoesOn(order, "1.00");
    assertThat(order).hasAccrual("12500");
  }

  @Test
  void an_order_cancelled_by_an_agent_is_reinstated_without_a_word_about_authorisation() {
    OrderUnderTest order = aLockedOrder("1.00").perform(FINANCE, "authorise", AUTHORISE).perform("cancel-job", with());
    assertThat(order).refuses("reinstate", with("how", "to previous status", "authorisation", "re-enter"), "authorisation");
    assertGoesOn(order.perform("reinstate", with("how", "to previous status")), "1.00");
  }

  @Test
  void a_reinstated_order_whose_cost_is_within_the_limit_now_goes_on() {
    OrderUnderTest order = priced(priced(given.anOrderPendingAssign(), 300), 12_500)
        .perform(FINANCE, "authorise", but(REFUSE, "fallback", "previous fixed cost"));
    assertGoesOn(order.perform("reinstate", with("how", "to previous status", "authorisation", "re-enter")), "1.00");
  }

  @Test
  void an_order_reinstated_with_a_visit_waits_in_its_new_status() {
    OrderUnderTest order = aLockedOrder("1.00").perform(FINANCE, "authorise", REFUSE);
    order.perform("reinstate", with("how", "with visit", "engineer", "Eve", "start", order.ago(Duration.ofHours(2)),
        "attending", 1, "stoppedAt", order.now(), "outcome", "completed", "authorisation", "re-enter"));
    assertThat(order).hasStatus("5.01");
    assertLocked(order, "finance", 1);
    assertThat(order.perform(FINANCE, "authorise", REFUSE)).hasStatus("5.01");
    assertThat(order.present().locked()).isFalse();
  }
}
