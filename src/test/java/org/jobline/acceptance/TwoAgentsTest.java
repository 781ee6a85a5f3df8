package org.jobline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jobline.fixture.ApiClient.post;
import static org.jobline.fixture.Given.aCall;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jobline.action.ActionKey;
import org.jobline.action.ActionNotAvailableException;
import org.jobline.action.ActionService;
import org.jobline.action.Agent;
import org.jobline.action.Submission;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.ApiClient.Answer;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.SameInstant;
import org.jobline.order.Journal;
import org.jobline.order.OrderEvent;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.ChangedMeanwhileException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two agents act on one order at the same instant, of which the order takes only one. */
@HelpdeskTest
class TwoAgentsTest {

  private static final int TIMES = 10;

  /** How the slower one learns that he was: at the same instant, or when the faster one had just finished. */
  private static final List<Class<?>> TOO_LATE = List.of(
      ChangedMeanwhileException.class, ActionNotAvailableException.class, OptimisticLockingException.class,
      NullValueException.class);

  private final Given given;
  private final ApiClient api;
  private final ActionService actions;
  private final Journal journal;
  private final TaskService tasks;
  private final IdentityService identity;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final ExecutorService agents = Executors.newFixedThreadPool(2);

  TwoAgentsTest(
      Given given, ApiClient api, ActionService actions, Journal journal, TaskService tasks, IdentityService identity,
      TransactionTemplate transaction, JdbcClient jdbc) {
    this.given = given;
    this.api = api;
    this.actions = actions;
    this.journal = journal;
    this.tasks = tasks;
    this.identity = identity;
    this.transaction = transaction;
    this.jdbc = jdbc;
  }

  @AfterEach
  void goHome() {
    agents.shutdownNow();
  }

  private static Map<String, Object> fields(String action, OrderUnderTest order) {
    return switch (action) {
      case "allocate-resource" -> with("resource", "ALPHA", "scheduleKind", "up to SLA");
      case "assign" -> with("how", "by e-mail");
      case "start-job-field-team" -> with("engineer", "Eve", "attending", 1);
      case "stop-job" -> with("stoppedAt", order.now(), "outcome", "completed");
      case "recall-job" -> with("priority", "P1", "why", "cold again");
      case "reinstate" -> with("how", "to previous status");
      case "set-accrual-to-zero" -> with("confirm", true);
      case "resource-unable-to-accept" -> with("callerName", "Dispatch", "reason", "No capacity");
      case "remote-fix" -> with("whatWasDone", "Told them");
      default -> with();
    };
  }

  private Runnable performs(Agent agent, OrderUnderTest order, String action) {
    Map<String, Object> fields = fields(action, order);
    return () -> actions.perform(agent, order.number(), new ActionKey(action), Submission.of(fields));
  }

  private Runnable completesInTasklist(Agent agent, OrderUnderTest order, String action) {
    Map<String, Object> fields = fields(action, order);
    String task = actions.open(agent, order.number(), new ActionKey(action), null);
    return () -> {
      identity.setAuthentication(agent.name(), List.copyOf(agent.groups()));
      try {
        tasks.complete(task, fields);
      } finally {
        identity.clearAuthentication();
      }
    };
  }

  private void oneWins(OrderUnderTest order, List<Throwable> failures, String... possible) {
    assertThat(failures).as("who was too late").hasSize(1).allSatisfy(failure ->
        assertThat(TOO_LATE).as("why: %s", causes(failure).toList()).anyMatch(type -> causes(failure).anyMatch(type::isInstance)));
    List<OrderEvent> events = order.events();
    assertThat(possible).contains(events.get(events.size() - 1).action());
    assertThat(events.get(events.size() - 1).statusAfter()).isEqualTo(order.status());
    assertThat(journal.verify(Optional.of(order.number())).valid()).isTrue();
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  @ParameterizedTest
  @CsvSource({
    "0.03, allocate-resource", "1.00, assign", "1.03, accept-job", "2.00, cancel-job", "2.00, start-job-field-team",
    "3.00, stop-job", "5.02, recall-job", "1.09, reinstate", "5.01, set-accrual-to-zero"
  })
  void the_same_action_is_done_once(String status, String action) throws Exception {
    for (int i = 0; i < TIMES; i++) {
      OrderUnderTest order = given.anOrderIn(status);
      int before = order.events().size();
      List<Throwable> failures = SameInstant.failures(
          performs(Given.AGENT, order, action), performs(Given.COLLEAGUE, order, action));
      oneWins(order, failures, action);
      assertThat(order.events()).hasSize(before + 1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.03, accept-job, no-answer", "1.03, accept-job, resource-unable-to-accept", "1.00, remote-fix, cancel-job",
    "2.00, start-job-field-team, cancel-job", "5.01, set-accrual-to-zero, recall-job"
  })
  void of_two_actions_that_exclude_each_other_one_is_done(String status, String one, String other) throws Exception {
    for (int i = 0; i < TIMES; i++) {
      OrderUnderTest order = given.anOrderIn(status);
      int before = order.events().size();
      List<Throwable> failures = SameInstant.failures(
          performs(Given.AGENT, order, one), performs(Given.COLLEAGUE, order, other));
      if (one.equals("set-accrual-to-zero") && failures.isEmpty()) {
        // at zero it can still be recalled, when the one came clearly before the other
        assertThat(order.events()).hasSize(before + 2);
        continue;
      }
      oneWins(order, failures, one, other);
      assertThat(order.events()).hasSize(before + 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"1.03, accept-job", "3.00, stop-job", "2.00, start-job-field-team", "1.00, assign"})
  void a_prompt_completed_in_Tasklist_and_performed_by_the_API_is_done_once(String status, String action)
      throws Exception {
    for (int i = 0; i < TIMES; i++) {
      OrderUnderTest order = given.anOrderIn(status);
      int before = order.events().size();
      List<Throwable> failures = SameInstant.failures(
          completesInTasklist(Given.AGENT, order, action), performs(Given.COLLEAGUE, order, action));
      oneWins(order, failures, action);
      assertThat(order.events()).hasSize(before + 1);
    }
  }

  @Test
  void a_prompt_two_agents_have_before_them_in_Tasklist_is_done_once() throws Exception {
    for (int i = 0; i < 3 * TIMES; i++) {
      OrderUnderTest order = given.anAssignedOrder();
      int before = order.events().size();
      List<Throwable> failures = SameInstant.failures(
          completesInTasklist(Given.AGENT, order, "accept-job"),
          completesInTasklist(Given.COLLEAGUE, order, "accept-job"));
      oneWins(order, failures, "accept-job");
      assertThat(order.events()).hasSize(before + 1);
    }
  }

  @Test
  void tasks_opened_on_demand_that_exclude_each_other_are_not_both_completed() throws Exception {
    for (int i = 0; i < 3 * TIMES; i++) {
      OrderUnderTest order = given.anAssignedOrder();
      int before = order.events().size();
      List<Throwable> failures = SameInstant.failures(
          completesInTasklist(Given.AGENT, order, "no-answer"),
          completesInTasklist(Given.COLLEAGUE, order, "resource-unable-to-accept"));
      if (failures.isEmpty()) {
        // a contractor that could not be reached may decline right after
        assertThat(order.events()).hasSize(before + 2);
        assertThat(order.lastEvent().action()).isEqualTo("resource-unable-to-accept");
        continue;
      }
      oneWins(order, failures, "no-answer", "resource-unable-to-accept");
      assertThat(order.events()).hasSize(before + 1);
    }
  }

  /** The first agent holds the order until the second has asked for it: the instant is the same for certain. */
  @Test
  void concurrent_action_is_refused_as_changed_meanwhile() throws Exception {
    OrderUnderTest order = given.anAssignedOrder();
    int before = order.events().size();
    Future<?> other = transaction.execute(begun -> {
      performs(Given.AGENT, order, "accept-job").run();
      Future<?> late = agents.submit(() -> order.perform(Given.COLLEAGUE, "add-notes-public", with("text", "me too")));
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(late::isDone);
      return late;
    });
    assertThatThrownBy(other::get).cause().isInstanceOf(ChangedMeanwhileException.class)
        .hasMessageContaining("in the meantime");
    assertThat(order.events()).hasSize(before + 1);
  }

  /** The first call is not yet committed when the second is looked at. */
  @ParameterizedTest
  @CsvSource({"BOILER, ", "BOILER, Boiler 2", "GLASS, boiler 2"})
  void of_two_equal_calls_at_the_same_instant_the_second_is_told_of_the_first(String workType, String equipment)
      throws Exception {
    Map<String, Object> call = aCall("site", given.aBuilding(), "equipment", "Boiler 2", "confirmDuplicate", null);
    List<OrderNumber> logged = new ArrayList<>();
    Future<Answer> second = transaction.execute(begun -> {
      logged.add(given.log(call));
      Future<Answer> late = agents.submit(() ->
          api.call(post("/api/work-orders", but(call, "workType", workType, "equipment", equipment))));
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> late.isDone() || waitsForItsTurn());
      return late;
    });
    Answer answer = second.get(60, TimeUnit.SECONDS);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
    assertThat(answer.content().get("candidates")).isEqualTo(List.of(logged.get(0).value()));
  }

  private boolean waitsForItsTurn() {
    return jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
        .query(Long.class).single() > 0;
  }

  @Test
  void notes_of_two_agents_are_each_written_once_or_refused() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      OrderUnderTest order = given.aLoggedOrder();
      Runnable one = () -> order.perform(Given.AGENT, "add-notes-public", with("text", "one"));
      Runnable other = () -> order.perform(Given.COLLEAGUE, "add-notes-public", with("text", "two"));
      List<Throwable> failures = SameInstant.failures(one, other);
      assertThat(failures).allMatch(ChangedMeanwhileException.class::isInstance);
      assertThat(order.events()).hasSize(3 - failures.size());
      assertThat(journal.verify(Optional.of(order.number())).valid()).isTrue();
    }
  }

  @Test
  void two_agents_who_release_a_batch_from_either_end_make_one_order_of_it() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      String building = given.aBuilding();
      OrderUnderTest one = given.heldIn(building);
      OrderUnderTest other = given.heldIn(building);
      List<Throwable> failures = SameInstant.failures(
          performs(Given.AGENT, one, "batch-release"), performs(Given.COLLEAGUE, other, "batch-release"));
      if (failures.size() == 2) {
        // each had his own order at the same instant: nobody waits, both look again
        assertThat(List.of(one, other)).allSatisfy(order -> assertThat(order.status()).isEqualTo("0.06"));
        one.perform("batch-release", with());
      }
      assertThat(one.status()).isEqualTo(other.status()).isEqualTo("0.09");
      assertThat(parents(building)).isEqualTo(1);
      assertThat(one.events()).hasSize(2);
      assertThat(other.events()).hasSize(2);
    }
  }

  @Test
  void calls_taken_at_the_same_instant_together_exceed_what_a_rule_holds() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      String building = given.aBuilding();
      given.heldIn(building);
      given.heldIn(building);
      List<Throwable> failures =
          SameInstant.failures(() -> given.heldIn(building), () -> given.heldIn(building));
      assertThat(failures).isEmpty();
      assertThat(parents(building)).isEqualTo(1);
      assertThat(jdbc.sql("select count(*) from orders where site = ? and status_code = '0.09'")
          .param(building).query(Long.class).single()).isEqualTo(4);
    }
  }

  private long parents(String building) {
    return jdbc.sql("""
        select count(distinct l.other_number) from order_link l join orders o on o.number = l.order_number
        where o.site = ? and l.relation = 'batched in'""").param(building).query(Long.class).single();
  }
}
