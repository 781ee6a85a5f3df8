package org.jobline.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.replay.Events.NOON;
import static org.jobline.replay.Events.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jobline.order.StatusCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every log event in every status of a reactive order (domain/statuses.md). */
class IncidentMappingTest {

  private static final List<String> ACTIVITIES = List.of(
      "Queued / Awaiting Assignment", "Accepted / Assigned", "Accepted / In Progress", "Accepted / Wait",
      "Accepted / Wait - User", "Accepted / Wait - Customer", "Accepted / Wait - Vendor",
      "Accepted / Wait - Implementation", "Completed / Resolved", "Completed / In Call", "Completed / Closed",
      "Completed / Cancelled", "Unmatched / Unmatched", "Never / Heard Of");

  private static final List<String> STATUSES = List.of(
      "0.00", "0.03", "0.04", "0.05", "0.06", "0.09", "1.00", "1.01", "1.02", "1.03", "1.04", "1.09", "2.00", "3.00",
      "4.00", "4.01", "5.00", "5.01", "5.02");

  record Situation(LogEvent event, WorkOrderState order, boolean costs) {

    /** Plays what is left to do, as a replay does: a step that the outcome before it made needless is left out. */
    List<String> play(OrderModel model) {
      return play(model, Integer.MAX_VALUE);
    }

    List<String> play(OrderModel model, int stepsBeforeTheKill) {
      List<String> done = new ArrayList<>();
      for (Step step : IncidentMapping.plan(event, NOON, model.state())) {
        if (done.size() == stepsBeforeTheKill) {
          break;
        }
        if (step.appliesIn(model.state().status())) {
          model.perform(step, NOON);
          done.add(step.action().value());
        }
      }
      return done;
    }

    OrderModel model() {
      return new OrderModel(order, costs);
    }

    @Override
    public String toString() {
      return event.description() + " in " + order + (costs ? " with" : " without") + " costs";
    }
  }

  static Stream<Situation> everySituation() {
    List<Situation> situations = new ArrayList<>();
    for (String activity : ACTIVITIES) {
      for (String status : STATUSES) {
        for (String group : List.of("G97", "S42")) {
          for (boolean recalled : List.of(true, false)) {
            for (boolean costs : List.of(true, false)) {
              for (Instant recallUntil : List.of(NOON.plusSeconds(60), NOON.minusSeconds(60))) {
                situations.add(new Situation(
                    event(activity, group, NOON), order(status, "G97", recalled, recallUntil), costs));
              }
            }
          }
        }
      }
    }
    return situations.stream();
  }

  @ParameterizedTest
  @MethodSource("everySituation")
  void every_event_has_a_plan_that_is_never_refused(Situation situation) {
    assertThat(situation.play(situation.model())).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("everySituation")
  void plan_killed_after_any_step_gives_the_same_result_when_repeated(Situation situation) {
    OrderModel undisturbed = situation.model();
    List<String> all = situation.play(undisturbed);

    for (int steps = 1; steps < all.size(); steps++) {
      OrderModel disturbed = situation.model();
      List<String> done = situation.play(disturbed, steps);
      done.addAll(situation.play(disturbed));

      assertThat(done).isEqualTo(all);
      assertThat(disturbed.state()).isEqualTo(undisturbed.state());
    }
  }

  @ParameterizedTest(name = "{0} in {1} → {2}")
  @CsvSource(delimiter = '|', textBlock = """
      Accepted / In Progress           | 0.04 | allocate-resource assign accept-job start-job-admin | 3.00
      Accepted / In Progress           | 1.00 | assign accept-job start-job-admin                   | 3.00
      Accepted / In Progress           | 1.02 | assign accept-job start-job-admin                   | 3.00
      Accepted / In Progress           | 1.03 | accept-job start-job-admin                          | 3.00
      Accepted / In Progress           | 2.00 | start-job-admin                                     | 3.00
      Accepted / In Progress           | 3.00 | add-notes-public                                    | 3.00
      Accepted / In Progress           | 4.01 | start-job-admin                                     | 3.00
      Accepted / In Progress           | 5.01 | recall-job assign accept-job start-job-admin        | 3.00
      Accepted / In Progress           | 1.09 | add-notes-public                                    | 1.09
      Accepted / Assigned              | 1.00 | assign accept-job                                   | 2.00
      Accepted / Assigned              | 2.00 | add-notes-public                                    | 2.00
      Accepted / Assigned              | 4.00 | add-notes-public                                    | 4.00
      Accepted / Assigned              | 5.02 | recall-job assign accept-job                        | 2.00
      Queued / Awaiting Assignment     | 1.00 | assign                                              | 1.03
      Queued / Awaiting Assignment     | 1.03 | add-notes-public                                    | 1.03
      Queued / Awaiting Assignment     | 3.00 | stop-job add-notes-public                           | 4.01
      Queued / Awaiting Assignment     | 4.00 | add-notes-public                                    | 4.00
      Queued / Awaiting Assignment     | 5.01 | recall-job assign                                   | 1.03
      Accepted / Wait - User           | 1.00 | assign accept-job start-job-admin stop-job          | 4.01
      Accepted / Wait - Vendor         | 2.00 | start-job-admin stop-job                            | 4.01
      Accepted / Wait - Implementation | 3.00 | stop-job                                            | 4.00
      Accepted / Wait                  | 4.01 | add-notes-public                                    | 4.01
      Completed / Resolved             | 1.00 | assign accept-job start-job-admin stop-job          | 5.01
      Completed / Resolved             | 3.00 | stop-job                                            | 5.01
      Completed / Resolved             | 4.00 | start-job-admin stop-job                            | 5.01
      Completed / Resolved             | 5.01 | add-notes-public                                    | 5.01
      Completed / In Call              | 1.00 | remote-fix                                          | 5.01
      Completed / In Call              | 2.00 | remote-fix                                          | 5.01
      Completed / In Call              | 3.00 | stop-job                                            | 5.01
      Completed / In Call              | 4.01 | start-job-admin stop-job                            | 5.01
      Completed / Closed               | 3.00 | stop-job set-accrual-to-zero                        | 5.02
      Completed / Closed               | 5.00 | set-accrual-to-zero                                 | 5.02
      Completed / Closed               | 5.01 | set-accrual-to-zero                                 | 5.02
      Completed / Closed               | 5.02 | add-notes-public                                    | 5.02
      Completed / Cancelled            | 1.03 | cancel-job                                          | 1.09
      Completed / Cancelled            | 0.03 | cancel-job                                          | 0.09
      Completed / Cancelled            | 3.00 | stop-job                                            | 5.01
      Completed / Cancelled            | 4.00 | start-job-admin stop-job                            | 5.01
      Completed / Cancelled            | 5.02 | add-notes-public                                    | 5.02
      Unmatched / Unmatched            | 3.00 | add-notes-public                                    | 3.00
      """)
  void an_event_of_the_group_that_has_the_order(String what, String status, String actions, String end) {
    assertPlan(event(what, "G97", NOON), order(status, "G97", false, NOON.plusSeconds(60)), actions, end);
  }

  @ParameterizedTest(name = "{0} in {1} → {2}")
  @CsvSource(delimiter = '|', textBlock = """
      Queued / Awaiting Assignment | 1.00 | change-resource assign                                       | 1.03
      Queued / Awaiting Assignment | 1.03 | change-resource assign                                       | 1.03
      Queued / Awaiting Assignment | 2.00 | change-resource assign                                       | 1.03
      Queued / Awaiting Assignment | 3.00 | stop-job add-notes-public                                    | 4.01
      Queued / Awaiting Assignment | 5.01 | recall-job change-resource assign                            | 1.03
      Accepted / In Progress       | 2.00 | change-resource assign accept-job start-job-admin            | 3.00
      Accepted / In Progress       | 4.01 | start-job-admin                                              | 3.00
      Accepted / In Progress       | 5.02 | recall-job change-resource assign accept-job start-job-admin | 3.00
      Completed / In Call          | 1.03 | change-resource remote-fix                                   | 5.01
      Completed / Resolved         | 3.00 | stop-job                                                     | 5.01
      """)
  void an_event_of_another_group(String what, String status, String actions, String end) {
    assertPlan(event(what, "S42", NOON), order(status, "G97", false, NOON.plusSeconds(60)), actions, end);
  }

  @ParameterizedTest
  @CsvSource({"Accepted / In Progress", "Accepted / Assigned", "Accepted / Wait", "Queued / Awaiting Assignment"})
  void what_comes_after_the_recall_period_is_a_note(String what) {
    WorkOrderState order = order("5.02", "G97", false, NOON.minusSeconds(1));

    assertPlan(event(what, "S42", NOON), order, "add-notes-public", "5.02");
  }

  @Test
  void what_was_recalled_is_completed_instead_of_cancelled() {
    assertPlan(event("Completed / Cancelled", "G97", NOON), order("1.04", "G97", true, null),
        "assign accept-job start-job-admin stop-job", "5.01");
  }

  @Test
  void closing_what_costs_nothing_only_completes_it() {
    Situation situation = new Situation(
        event("Completed / Closed", "G97", NOON), order("3.00", "G97", false, null), false);

    assertThat(situation.play(situation.model())).containsExactly("stop-job");
  }

  @Test
  void the_kind_of_waiting_is_the_reason_of_the_revisit() {
    assertThat(List.of("Wait", "Wait - User", "Wait - Customer", "Wait - Vendor", "Wait - Implementation"))
        .extracting(kind -> IncidentMapping.plan(
            event("Accepted / " + kind, "G97", NOON), NOON, order("3.00", "G97", false, null)).get(0).fields())
        .extracting(fields -> fields.get("reasons"))
        .containsExactly(
            List.of("time"), List.of("short break"), List.of("quote required"), List.of("parts"), List.of("equipment"));
  }

  @Test
  void the_times_of_a_visit_are_those_of_the_log() {
    List<Step> plan = IncidentMapping.plan(
        event("Completed / Resolved", "G97", NOON), NOON, order("2.00", "G97", false, null));

    assertThat(plan).extracting(Step::fields).containsExactly(
        Map.of("reportedBy", "Anna", "start", "2012-05-01T12:00:00Z", "attending", 1),
        Map.of("stoppedAt", "2012-05-01T12:00:00Z", "outcome", "completed"));
  }

  private static void assertPlan(LogEvent event, WorkOrderState order, String actions, String end) {
    Situation situation = new Situation(event, order, true);
    OrderModel model = situation.model();

    assertThat(situation.play(model)).containsExactly(actions.split(" "));
    assertThat(model.state().status().value()).isEqualTo(end);
  }

  private static WorkOrderState order(String status, String group, boolean recalled, Instant recallUntil) {
    boolean completed = status.startsWith("5");
    boolean resourceless = List.of("0.00", "0.03", "0.04").contains(status);
    return new WorkOrderState(
        new StatusCode(status), resourceless ? null : LogCodes.resource(group), completed ? recallUntil : null,
        recalled);
  }
}
