package org.jobline.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jobline.replay.Events.NOON;
import static org.jobline.replay.Events.event;

import java.util.List;
import org.jobline.platform.error.ChangedMeanwhileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CasePlayerTest {

  private static final LogCase CASE = new LogCase(1, "1-42", List.of(
      event("Accepted / In Progress", "G97", NOON),
      event("Queued / Awaiting Assignment", "S42", NOON.plusSeconds(60)),
      event("Accepted / In Progress", "S42", NOON.plusSeconds(60)),
      event("Accepted / Wait - User", "S42", NOON.plusSeconds(90)),
      event("Completed / Resolved", "S42", NOON.plusSeconds(120)),
      event("Accepted / In Progress", "D5", NOON.plusSeconds(180)),
      event("Completed / Closed", "D5", NOON.plusSeconds(240))));

  private final FakeWorld world = new FakeWorld();

  @Test
  void a_case_becomes_an_order_with_the_times_of_the_log() {
    play();

    assertThat(world.journal).containsExactly(
        "R-100001 log at 2012-05-01T12:00:00Z",
        "R-100001 assign at 2012-05-01T12:00:00Z",
        "R-100001 accept-job at 2012-05-01T12:00:00Z",
        "R-100001 start-job-admin at 2012-05-01T12:00:00Z",
        "R-100001 stop-job at 2012-05-01T12:01:00Z",
        "R-100001 add-notes-public at 2012-05-01T12:01:00Z",
        "R-100001 start-job-admin at 2012-05-01T12:01:00.001Z",
        "R-100001 stop-job at 2012-05-01T12:01:30Z",
        "R-100001 start-job-admin at 2012-05-01T12:02:00Z",
        "R-100001 stop-job at 2012-05-01T12:02:00Z",
        "R-100001 timers before 2012-05-01T12:03:00Z",
        "R-100001 recall-job at 2012-05-01T12:03:00Z",
        "R-100001 change-resource at 2012-05-01T12:03:00Z",
        "R-100001 assign at 2012-05-01T12:03:00Z",
        "R-100001 accept-job at 2012-05-01T12:03:00Z",
        "R-100001 start-job-admin at 2012-05-01T12:03:00Z",
        "R-100001 stop-job at 2012-05-01T12:04:00Z",
        "R-100001 set-accrual-to-zero at 2012-05-01T12:04:00Z");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void killed_at_any_commit_it_goes_on_where_it_stood(boolean afterTheCommit) {
    play();
    List<String> undisturbed = actions(world);

    for (int commit = 0; commit < world.commits(); commit++) {
      FakeWorld killed = new FakeWorld();
      killed.killAt(commit, afterTheCommit);
      assertThatThrownBy(() -> play(killed, new Meter())).isInstanceOf(FakeWorld.KilledError.class);
      killed.liveOn();
      play(killed, new Meter());

      assertThat(actions(killed)).as("killed at commit %d", commit).isEqualTo(undisturbed);
      assertThat(killed.refusals).isEmpty();
      assertThat(killed.progressOf(1)).isEqualTo(world.progressOf(1));
    }
  }

  @Test
  void a_finished_case_is_left_alone() {
    play();
    List<String> once = List.copyOf(world.journal);
    Meter second = new Meter();

    play(world, second);

    assertThat(world.journal).isEqualTo(once);
    assertThat(second.events()).isZero();
  }

  @Test
  void a_refusal_is_kept_and_ends_its_event_only() {
    world.refuse("recall-job");

    play();

    assertThat(world.refusals).containsExactly("R-100001 recall-job told so");
    assertThat(world.progressOf(1).orElseThrow().eventsDone()).isEqualTo(CASE.events().size());
    assertThat(world.journal).last().isEqualTo("R-100001 set-accrual-to-zero at 2012-05-01T12:04:00Z");
  }

  @Test
  void a_case_that_cannot_be_logged_is_named_once() {
    world.refuse("log");

    play();
    play();

    assertThat(world.refusals).containsExactly("case 1 told so");
    assertThat(world.journal).isEmpty();
  }

  @Test
  void somebody_elses_change_is_only_a_reason_to_look_again() {
    world.interfere(3);

    play();

    assertThat(world.refusals).isEmpty();
    assertThat(world.journal).hasSize(18);
  }

  @Test
  void somebody_who_never_lets_go_stops_the_replay() {
    world.interfere(1000);

    assertThatThrownBy(this::play).isInstanceOf(ChangedMeanwhileException.class);
  }

  private void play() {
    play(world, new Meter());
  }

  private static void play(FakeWorld world, Meter meter) {
    new CasePlayer(world, world, world, meter).play(CASE);
  }

  /** Timers that were let expire twice do no harm. */
  private static List<String> actions(FakeWorld world) {
    return world.journal.stream().filter(line -> !line.contains("timers")).toList();
  }
}
