package org.jobline.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jobline.demo.DemoOrders;
import org.jobline.demo.WithDemoData;
import org.jobline.order.OrderNumber;
import org.jobline.platform.time.ActionClock;
import org.jobline.workorder.Schedule;
import org.jobline.workorder.Schedule.Kind;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@WithDemoData
class SlaServiceTest {

  /** A Monday morning: the shop in Leeds is open from 6:30 to 18:00. */
  private static final Instant START = DemoOrders.NOW;

  @Autowired private SlaService slas;
  @Autowired private ChaseTimes chaseTimes;
  @Autowired private SlaDetail detail;
  @Autowired private ObjectMapper json;
  @Autowired private WorkOrders orders;
  @Autowired private ActionClock clock;
  @Autowired private RepositoryService repository;

  @Test
  void targets_run_in_opening_hours() {
    SlaClock started = current(start("LARK", "S-014", "P2"));
    assertThat(started.startedAt()).isEqualTo(START);
    assertThat(started.aroundTheClock()).isFalse();
    assertThat(started.respond().due()).isEqualTo("2026-01-19T14:00:00Z");
    // 8 hours are left on Monday until 18:00
    assertThat(started.temporaryFix().due()).isEqualTo("2026-01-19T18:00:00Z");
    assertThat(started.fix().due()).isEqualTo("2026-01-20T14:30:00Z");
  }

  @Test
  void an_emergency_runs_around_the_clock() {
    SlaClock started = current(start("LARK", "S-014", "P1"));
    assertThat(started.aroundTheClock()).isTrue();
    assertThat(started.fix().due()).isEqualTo("2026-01-19T22:00:00Z");
    assertThat(started.fix().left()).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void the_hours_of_the_contractor_count_too() {
    OrderNumber number = DemoOrders.order(orders, "LARK", "S-014", "PLB", "P2", "RES-07").number();
    slas.start(number, "LARK", "S-014", "RES-07", "P2", START);
    // open day and night
    assertThat(current(number).fix().due()).isEqualTo("2026-01-20T02:00:00Z");
  }

  @Test
  void a_client_or_priority_without_a_row_has_the_default() {
    SlaClock started = current(start("IRON", "S-036", "P3"));
    assertThat(started.temporaryFix()).isNull();
    assertThat(started.respond().due()).isEqualTo("2026-01-20T17:30:00Z");
  }

  @Test
  void a_target_is_green_then_amber_in_its_last_quarter_then_red() {
    OrderNumber number = start("LARK", "S-014", "P2");
    assertThat(current(number).respond().warning()).isEqualTo("2026-01-19T13:00:00Z");
    assertThat(at("2026-01-19T12:59:59Z", number).respond().state()).isEqualTo(SlaState.GREEN);
    assertThat(at("2026-01-19T13:00:00Z", number).respond().state()).isEqualTo(SlaState.AMBER);
    assertThat(at("2026-01-19T14:00:00Z", number).respond().state()).isEqualTo(SlaState.AMBER);
    SlaTarget breached = at("2026-01-19T14:10:00Z", number).respond();
    assertThat(breached.state()).isEqualTo(SlaState.RED);
    assertThat(breached.left()).isEqualTo(Duration.ofMinutes(-10));
  }

  @Test
  void time_left_does_not_count_the_night() {
    OrderNumber number = start("LARK", "S-014", "P2");
    assertThat(at("2026-01-19T17:00:00Z", number).fix().left()).isEqualTo(Duration.ofHours(9));
  }

  @Test
  void a_target_is_met_the_first_time_only() {
    OrderNumber number = start("LARK", "S-014", "P2");
    slas.responded(number, START.plusSeconds(600));
    slas.responded(number, START.plusSeconds(60000));
    slas.temporarilyFixed(number, Instant.parse("2026-01-20T09:00:00Z"));
    SlaClock now = current(number);
    assertThat(now.respond().met()).isEqualTo(START.plusSeconds(600));
    assertThat(now.respond().state()).isEqualTo(SlaState.GREEN);
    assertThat(now.respond().left()).isNull();
    assertThat(now.temporaryFix().state()).isEqualTo(SlaState.RED);
    assertThat(now.fix().met()).isNull();
  }

  @Test
  void what_is_fixed_needs_neither_attendance_nor_a_temporary_fix_any_more() {
    OrderNumber number = start("LARK", "S-014", "P2");
    slas.fixed(number, START.plusSeconds(900));
    SlaClock fixed = at("2026-02-01T00:00:00Z", number);
    assertThat(fixed.fix().met()).isEqualTo(START.plusSeconds(900));
    assertThat(fixed.respond().met()).isEqualTo(START.plusSeconds(900));
    assertThat(fixed.temporaryFix().state()).isEqualTo(SlaState.GREEN);
  }

  @Test
  void a_recall_starts_a_new_clock_and_leaves_the_old_one_alone() {
    OrderNumber number = start("LARK", "S-014", "P2");
    slas.fixed(number, START.plusSeconds(900));
    Instant recall = Instant.parse("2026-01-26T10:00:00Z");
    slas.start(number, "LARK", "S-014", null, "P1", recall);
    SlaClock now = current(number);
    assertThat(now.startedAt()).isEqualTo(recall);
    assertThat(now.fix().met()).isNull();
  }

  @Test
  void a_schedule_says_when_to_respond() {
    Instant from = Instant.parse("2026-01-22T09:00:00Z");
    Instant to = Instant.parse("2026-01-22T12:00:00Z");
    assertThat(respondDue(new Schedule(Kind.UP_TO, null, to))).isEqualTo(to);
    assertThat(respondDue(new Schedule(Kind.EXACT, from, null))).isEqualTo(from.plusSeconds(900));
    assertThat(respondDue(new Schedule(Kind.START_AND_FINISH, from, to))).isEqualTo(to);
    assertThat(respondDue(new Schedule(Kind.UP_TO, null, null))).isEqualTo("2026-01-19T14:00:00Z");
  }

  @Test
  void a_schedule_does_not_move_a_target_that_was_met() {
    OrderNumber number = start("LARK", "S-014", "P2");
    slas.responded(number, START.plusSeconds(600));
    slas.schedule(number, new Schedule(Kind.UP_TO, null, Instant.parse("2026-01-22T12:00:00Z")));
    assertThat(current(number).respond().due()).isEqualTo("2026-01-19T14:00:00Z");
  }

  @Test
  void a_schedule_later_than_the_sla_moves_the_fixes_by_as_much() {
    OrderNumber urgent = start("LARK", "S-014", "P1");
    // the SLA says 12:00 on Monday
    slas.schedule(urgent, new Schedule(Kind.UP_TO, null, Instant.parse("2026-01-22T10:00:00Z")));
    assertThat(current(urgent).respond().due()).isEqualTo("2026-01-22T10:00:00Z");
    assertThat(current(urgent).temporaryFix().due()).isEqualTo("2026-01-22T12:00:00Z");
    assertThat(current(urgent).fix().due()).isEqualTo("2026-01-22T20:00:00Z");
  }

  @Test
  void a_later_schedule_moves_the_fixes_in_opening_hours() {
    OrderNumber number = start("LARK", "S-014", "P2");
    // agreed are 4, 8 and 16 hours: a temporary fix is due 4 hours after somebody had to be there, the fix 12
    slas.schedule(number, new Schedule(Kind.EXACT, Instant.parse("2026-01-22T09:00:00Z"), null));
    assertThat(current(number).respond().due()).isEqualTo("2026-01-22T09:15:00Z");
    assertThat(current(number).temporaryFix().due()).isEqualTo("2026-01-22T13:15:00Z");
    assertThat(current(number).fix().due()).isEqualTo("2026-01-23T09:45:00Z");
  }

  @Test
  void a_schedule_earlier_than_the_sla_leaves_the_fixes_where_they_were() {
    OrderNumber number = start("LARK", "S-014", "P2");
    slas.schedule(number, new Schedule(Kind.UP_TO, null, Instant.parse("2026-01-19T11:00:00Z")));
    assertThat(current(number).respond().due()).isEqualTo("2026-01-19T11:00:00Z");
    assertThat(current(number).temporaryFix().due()).isEqualTo("2026-01-19T18:00:00Z");
    assertThat(current(number).fix().due()).isEqualTo("2026-01-20T14:30:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "EXACT, 11:44:59, EARLY", "EXACT, 11:45:00, GREEN", "EXACT, 12:15:00, GREEN", "EXACT, 12:15:01, RED",
    "START_AND_FINISH, 11:59:59, EARLY", "START_AND_FINISH, 12:00:00, GREEN", "START_AND_FINISH, 13:00:01, RED",
    "UP_TO, 10:00:00, GREEN", "UP_TO, 13:00:01, RED"
  })
  void an_appointment_is_kept_missed_or_come_to_too_early(Kind kind, String start, SlaState state) {
    OrderNumber number = start("LARK", "S-014", "P2");
    Instant from = Instant.parse("2026-01-19T12:00:00Z");
    Instant to = Instant.parse("2026-01-19T13:00:00Z");
    slas.schedule(number, new Schedule(kind, kind == Kind.UP_TO ? null : from, kind == Kind.EXACT ? null : to));
    Instant at = Instant.parse("2026-01-19T" + start + "Z");
    slas.responded(number, at);
    SlaTarget respond = current(number).respond();
    assertThat(respond.state()).isEqualTo(state);
    assertThat(respond.met()).isEqualTo(state == SlaState.EARLY ? null : at);
    assertThat(respond.early()).isEqualTo(state == SlaState.EARLY ? at : null);
    assertThat(respond.left()).as("nobody is waited for any more").isNull();
    assertThat(slas.periods(number).get(0).isInTime(at)).isEqualTo(state == SlaState.GREEN);
  }

  @Test
  void what_is_fixed_before_its_appointment_without_a_visit_is_not_early() {
    OrderNumber number = start("LARK", "S-014", "P2");
    slas.schedule(number, new Schedule(Kind.EXACT, Instant.parse("2026-01-19T12:00:00Z"), null));
    slas.fixed(number, START.plusSeconds(900));
    assertThat(current(number).respond().met()).isEqualTo(START.plusSeconds(900));
  }

  @Test
  void the_clock_of_a_cancelled_order_stands_still() {
    OrderNumber number = start("LARK", "S-014", "P2");
    stopped(number, "2026-01-19T12:00:00Z");
    SlaClock still = at("2026-01-25T12:00:00Z", number);
    assertThat(still.stoppedAt()).isEqualTo("2026-01-19T12:00:00Z");
    assertThat(still.respond()).isNull();
    assertThat(still.temporaryFix()).isNull();
    assertThat(still.fix()).isNull();
    assertThat(slas.nextDue(orders.get(number))).isEmpty();
    resumed(number, "2026-01-20T10:00:00Z");
    // 2 of the 4 hours were left
    assertThat(at("2026-01-20T10:00:00Z", number).respond().left()).isEqualTo(Duration.ofHours(2));
    assertThat(current(number).respond().due()).isEqualTo("2026-01-20T12:00:00Z");
    assertThat(current(number).fix().due()).isEqualTo("2026-01-21T12:30:00Z");
    assertThat(slas.nextDue(orders.get(number))).contains(Instant.parse("2026-01-20T12:00:00Z"));
  }

  @Test
  void a_clock_may_stand_still_more_than_once() {
    OrderNumber number = start("LARK", "S-014", "P1");
    stopped(number, "2026-01-19T11:00:00Z");
    resumed(number, "2026-01-19T12:00:00Z");
    stopped(number, "2026-01-19T12:30:00Z");
    resumed(number, "2026-01-19T14:30:00Z");
    assertThat(current(number).respond().due()).isEqualTo("2026-01-19T15:00:00Z");
    assertThat(current(number).fix().due()).isEqualTo("2026-01-20T01:00:00Z");
  }

  @Test
  void an_appointment_to_come_stays_and_one_that_passed_meanwhile_is_as_far_away_as_before() {
    OrderNumber kept = start("LARK", "S-014", "P1");
    schedule(kept, new Schedule(Kind.EXACT, Instant.parse("2026-01-19T16:00:00Z"), null));
    stopped(kept, "2026-01-19T11:00:00Z");
    resumed(kept, "2026-01-19T12:00:00Z");
    assertThat(current(kept).respond().due()).isEqualTo("2026-01-19T16:15:00Z");
    OrderNumber passed = start("LARK", "S-014", "P1");
    schedule(passed, new Schedule(Kind.EXACT, Instant.parse("2026-01-19T16:00:00Z"), null));
    stopped(passed, "2026-01-19T15:00:00Z");
    resumed(passed, "2026-01-20T08:00:00Z");
    assertThat(current(passed).respond().due()).isEqualTo("2026-01-20T09:15:00Z");
    assertThat(current(passed).respond().notBefore()).isEqualTo("2026-01-20T08:45:00Z");
  }

  @Test
  void another_contractor_moves_the_open_targets_to_its_hours() {
    OrderNumber number = start("LARK", "S-014", "P2");
    orders.lock(number).allocate("RES-07");
    slas.recompute(number);
    assertThat(current(number).fix().due()).isEqualTo("2026-01-20T02:00:00Z");
  }

  @Test
  void a_process_owner_changes_when_a_target_is_at_risk_and_an_appointment_kept() {
    slas.recompute(start("LARK", "S-014", "P2"));
    DmnModelInstance table = Dmn.readModelFromStream(
        getClass().getResourceAsStream("/processes/decisions/sla-tolerances.dmn"));
    Iterator<OutputEntry> cells =
        table.<Rule>getModelElementById("sla-tolerances-rule-1").getOutputEntries().iterator();
    cells.next().getText().setTextContent("0.5");
    cells.next().getText().setTextContent("\"PT1H\"");
    repository.createDeployment().addModelInstance("sla-tolerances.dmn", table).deploy();
    OrderNumber number = start("LARK", "S-014", "P2");
    assertThat(current(number).respond().warning()).isEqualTo("2026-01-19T12:00:00Z");
    schedule(number, new Schedule(Kind.EXACT, Instant.parse("2026-01-19T12:00:00Z"), null));
    assertThat(current(number).respond().notBefore()).isEqualTo("2026-01-19T11:00:00Z");
    assertThat(current(number).respond().due()).isEqualTo("2026-01-19T13:00:00Z");
  }

  @Test
  void an_order_without_a_clock_has_none() {
    OrderNumber number = DemoOrders.order(orders, "LARK", "S-014", "HTG", "P2").number();
    assertThat(slas.current(number)).isEmpty();
    slas.schedule(number, new Schedule(Kind.UP_TO, null, null));
    assertThat(slas.current(number)).isEmpty();
  }

  @Test
  void clients_see_the_clock_as_part_of_the_order() throws Exception {
    OrderNumber number = start("LARK", "S-014", "P2");
    SlaDetail.SlaPart description = clock.at(START, () -> detail.of(orders.get(number).order()));
    assertThat(json.readTree(json.writeValueAsString(description)).at("/sla/respond")).isEqualTo(json.readTree("""
        {"due": "2026-01-19T14:00:00Z", "warning": "2026-01-19T13:00:00Z", "left": "PT4H", "state": "GREEN"}
        """));
  }

  @Test
  void the_desk_chases_after_the_times_of_the_table() {
    assertThat(chaseTimes.after("no answer")).isEqualTo(Duration.ofMinutes(15));
    assertThat(chaseTimes.after("no ETA")).isEqualTo(Duration.ofMinutes(30));
    assertThat(chaseTimes.after("ETA passed")).isEqualTo(Duration.ofMinutes(30));
    assertThat(chaseTimes.after("outstanding information, third reminder")).isEqualTo(Duration.ofDays(10));
    assertThat(chaseTimes.after("request acceptance", Duration.ofHours(4))).isEqualTo(Duration.ofHours(1));
    assertThat(chaseTimes.after("request acceptance", Duration.ofMinutes(20))).isEqualTo(Duration.ofMinutes(10));
    assertThat(chaseTimes.after("no ETA", Duration.ofHours(4))).isEqualTo(Duration.ofMinutes(30));
    assertThatThrownBy(() -> chaseTimes.after("boredom")).hasMessageContaining("chase-times");
  }

  private OrderNumber start(String client, String site, String priority) {
    WorkOrder order = DemoOrders.order(orders, client, site, "HTG", priority);
    slas.start(order.number(), client, site, null, priority, START);
    return order.number();
  }

  private void schedule(OrderNumber number, Schedule schedule) {
    orders.lock(number).schedule(schedule, false);
    slas.schedule(number, schedule);
  }

  private void stopped(OrderNumber number, String at) {
    clock.at(Instant.parse(at), () -> {
      slas.stop(number);
      return null;
    });
  }

  private void resumed(OrderNumber number, String at) {
    clock.at(Instant.parse(at), () -> {
      slas.resume(number);
      return null;
    });
  }

  private Instant respondDue(Schedule schedule) {
    OrderNumber number = start("LARK", "S-014", "P2");
    slas.schedule(number, schedule);
    return current(number).respond().due();
  }

  private SlaClock current(OrderNumber number) {
    return at(START.toString(), number);
  }

  private SlaClock at(String instant, OrderNumber number) {
    return clock.at(Instant.parse(instant), () -> slas.current(number).orElseThrow());
  }
}
