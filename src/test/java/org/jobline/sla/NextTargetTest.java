package org.jobline.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One definition of what is due next, through the whole life of an order. Nobody has opening hours here. */
@HelpdeskTest
class NextTargetTest {

  private static final Instant BEGIN = Instant.parse("2030-01-07T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Agent MANAGER = new Agent("manager", Set.of("manager"));
  private static final Map<String, Object> EVE = with("engineer", "Eve", "attending", 1);
  private static final Map<String, Object> BY_PHONE = with("how", "by phone", "spokeTo", "Dispatch");

  private final Given given;
  private final OneTruth truth;
  private final ApiClient api;
  private final RuntimeService runtime;
  private final SlaService slas;
  private final NextTargetService targets;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final List<String> done = new ArrayList<>();

  NextTargetTest(
      Given given, ApiClient api, RuntimeService runtime, TaskService tasks, SlaService slas, NextTargetService targets,
      JdbcClient jdbc, TransactionTemplate transaction) {
    this.given = given;
    this.truth = new OneTruth(api, tasks, jdbc);
    this.api = api;
    this.runtime = runtime;
    this.slas = slas;
    this.targets = targets;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @BeforeEach
  void timePassesOnlyWhenAnOrderWaits() {
    ClockUtil.setCurrentTime(Date.from(BEGIN));
  }

  /** What is due next, the same wherever it is shown: the target and how many minutes from now. */
  private String next(OrderUnderTest order) {
    truth.check(order, done.toString());
    OneTruth.Kept kept = truth.kept(order);
    return kept.target() == null ? "nothing" : kept.target() + " "
        + Duration.between(ClockUtil.getCurrentTime().toInstant(), kept.due()).toMinutes();
  }

  private String after(OrderUnderTest order, String action, Map<String, Object> fields) {
    done.add(action + " " + fields);
    order.perform(action, fields);
    return next(order);
  }

  @Test
  void every_action_of_a_whole_life_leaves_one_truth() {
    OrderUnderTest order = given.aLoggedOrder("priority", "P1");
    assertThat(next(order)).isEqualTo("respond 240");
    order.open("add-notes-public");
    order.open(Given.COLLEAGUE, "information");
    assertThat(next(order)).isEqualTo("respond 240");
    assertThat(after(order, "edit-work-order", with("priority", "P2"))).isEqualTo("respond 480");
    assertThat(after(order, "allocate-resource", with("resource", "ALPHA"))).isEqualTo("respond 480");
    assertThat(after(order, "allocate-resource", with("scheduleKind", "exact", "scheduleFrom",
        order.in(Duration.ofDays(1)), "confirmClosed", true))).isEqualTo("respond 1455");
    assertThat(after(order, "edit-work-order", with("priority", "P1"))).isEqualTo("respond 1455");
    assertThat(after(order, "no-answer", with())).isEqualTo("respond 1455");
    assertThat(after(order.waits(HOUR), "change-resource", with("resource", "BETA"))).isEqualTo("respond 1395");
    assertThat(after(order, "assign", BY_PHONE)).isEqualTo("respond 1395");
    assertThat(after(order, "resource-unable-to-accept", with("callerName", "Dispatch", "reason", "No capacity")))
        .isEqualTo("respond 1395");
    assertThat(after(order, "allocate-resource", with("resource", "ALPHA", "scheduleKind", "up to SLA")))
        .isEqualTo("respond 180");
    assertThat(after(order, "assign", BY_PHONE)).isEqualTo("respond 180");
    assertThat(after(order, "accept-job", with())).isEqualTo("respond 180");
    assertThat(after(order, "cancel-job", with())).isEqualTo("nothing");
    assertThat(after(order.waits(Duration.ofDays(3)), "reinstate", with("how", "to previous status")))
        .isEqualTo("respond 180");
    assertThat(next(order.waits(HOUR.multipliedBy(4)))).as("late").isEqualTo("respond -60");
    assertThat(after(order, "start-job-field-team", EVE)).isEqualTo("temporaryFix 180");
    assertThat(after(order.waits(HOUR), "stop-job", with("stoppedAt", order.now(), "outcome", "revisit required",
        "reasons", List.of("parts"), "temporaryFix", true))).isEqualTo("fix 1080");
    assertThat(after(order, "start-job-field-team", EVE)).isEqualTo("fix 1080");
    assertThat(after(order.waits(HOUR), "stop-job", with("stoppedAt", order.now(), "outcome", "completed")))
        .isEqualTo("nothing");
    assertThat(after(order, "amend-start-stop-times", with("visit", order.lastVisit().id().toString(),
        "reason", "typed wrongly", "start", order.ago(Duration.ofMinutes(50)), "stop",
        order.ago(Duration.ofMinutes(10))))).isEqualTo("nothing");
    assertThat(after(order.waits(HOUR), "recall-job", with("priority", "P2", "why", "cold again")))
        .isEqualTo("respond 480");
    assertThat(after(order, "assign", BY_PHONE)).isEqualTo("respond 480");
    assertThat(after(order, "accept-job", with())).isEqualTo("respond 480");
    assertThat(after(order, "remote-fix", with("whatWasDone", "Reset"))).isEqualTo("nothing");
    assertThat(order.openTasks()).as("some tasks were open all the time").isNotEmpty();
  }

  @Test
  void a_schedule_that_asks_for_less_than_was_agreed_is_next() {
    OrderUnderTest order = given.anOrderPendingAssign("priority", "P1", "scheduleTo", given.aLoggedOrder().in(HOUR));
    assertThat(next(order)).isEqualTo("respond 60");
  }

  @Test
  void work_that_is_given_up_is_no_longer_due_but_stays_missed() {
    OrderUnderTest order = given.anOrderOnSite("resource", "BETA", "priority", "P1").waits(HOUR);
    order.open("add-notes-public");
    done.add("given up");
    assertThat(after(order, "stop-job-work-not-completed", with("reason", "No access", "notes", "Twice")))
        .isEqualTo("nothing");
    order.waits(Duration.ofDays(5));
    assertThat(next(order)).isEqualTo("nothing");
    assertThat(api.get("/api/work-orders?breached=true&text=" + order.number()).path("items")).hasSize(1);
  }

  @Test
  void a_batched_order_is_not_due_any_more() {
    OrderUnderTest held = given.anOrderHeldForABatch();
    assertThat(next(held)).startsWith("respond ");
    assertThat(after(held, "batch-release", with())).isEqualTo("nothing");
  }

  @Test
  void an_order_that_is_put_back_is_due_as_before() {
    OrderUnderTest order = given.anAssignedOrder("priority", "P1").waits(HOUR);
    String before = next(order);
    runtime.deleteProcessInstance(order.process("reactive").getId(), "deleted by mistake");
    assertThat(api.call(MANAGER, ApiClient.post("/api/work-orders/" + order.number() + "/put-back",
        Map.of("status", "1.03", "reason", "Its process was deleted by mistake"))).status()).isEqualTo(200);
    assertThat(next(order)).isEqualTo(before).isEqualTo("respond 180");
    assertThat(order.openTasks()).hasSize(1);
  }

  @Test
  void a_list_by_due_date_has_the_sequence_of_the_targets() {
    String site = given.aBuilding();
    OrderUnderTest late = given.anOrderPendingAssign("site", site, "priority", "P2");
    OrderUnderTest gone = given.anOrderPendingAssign("site", site, "priority", "P1");
    OrderUnderTest onSite = given.anOrderOnSite("site", site, "priority", "P1");
    OrderUnderTest soon = given.anOrderPendingAssign("site", site, "priority", "P1");
    gone.perform("cancel-job", with());
    truth.checkSorted(site);
    late.perform("edit-work-order", with("priority", "P1"));
    soon.perform("edit-work-order", with("priority", "P2"));
    truth.checkSorted(site);
    onSite.waits(HOUR).perform("stop-job", with("stoppedAt", onSite.now(), "outcome", "completed"));
    gone.perform("reinstate", with("how", "to previous status"));
    truth.checkSorted(site);
    truth.checkOpen();
  }

  /** As of an owner's lifecycle that starts no clock, or an order of before clocks. */
  @Test
  void an_order_without_a_clock_has_nothing_due_and_tasks_of_its_urgency() {
    OrderUnderTest order = given.anOrderPendingAssign("priority", "P2");
    jdbc.sql("delete from order_target where order_number = ?").param(order.number().value()).update();
    jdbc.sql("delete from sla_clock where order_number = ?").param(order.number().value()).update();
    assertThat(targets.of(order.order()).due()).isEmpty();
    order.open("add-notes-public");
    assertThat(truth.kept(order).target()).as("kept with the first task").isNull();
    order.perform("edit-work-order", with("priority", "P1"));
    assertThat(next(order)).isEqualTo("nothing");
    assertThat(after(order, "cancel-job", with())).isEqualTo("nothing");
    assertThat(after(order, "reinstate", with("how", "to previous status"))).isEqualTo("nothing");
  }

  @Test
  void what_is_not_committed_moves_nothing() {
    OrderUnderTest order = given.anOrderPendingAssign("priority", "P1");
    String before = next(order);
    transaction.executeWithoutResult(status -> {
      slas.stop(order.number());
      assertThat(slas.nextDue(order.present())).isEmpty();
      status.setRollbackOnly();
    });
    assertThat(next(order)).isEqualTo(before);
  }
}
