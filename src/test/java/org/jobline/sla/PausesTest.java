package org.jobline.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jobline.platform.time.OpeningHours;
import org.jobline.platform.time.OpeningHours.Period;
import org.jobline.platform.time.OpeningHours.Span;
import org.junit.jupiter.api.Test;

/** The clock of a cancelled order stands still; a reinstated one goes on. */
class PausesTest {

  private static final WorkingTime TIME = WorkingTime.aroundTheClock();

  /** Hours after Friday, midnight. */
  private static Instant hour(double hours) {
    return Instant.parse("2026-11-27T00:00:00Z").plusSeconds(Math.round(hours * 3600));
  }

  private static Period pause(double from, double to) {
    return new Period(hour(from), hour(to));
  }

  @Test
  void pause_counts_nowhere() {
    WorkingTime paused = TIME.except(List.of(pause(2, 5), pause(6, 7)));
    assertThat(paused.between(hour(0), hour(8))).isEqualTo(Duration.ofHours(4));
    assertThat(paused.between(hour(3), hour(4))).isZero();
    assertThat(paused.between(hour(8), hour(0))).isEqualTo(Duration.ofHours(-4));
    assertThat(paused.due(hour(0), Duration.ofHours(2))).isEqualTo(hour(2));
    assertThat(paused.due(hour(0), Duration.ofHours(2).plusMinutes(30))).isEqualTo(hour(5.5));
    assertThat(paused.due(hour(0), Duration.ofHours(4))).isEqualTo(hour(8));
  }

  @Test
  void pause_of_weeks_is_waited_for() {
    WorkingTime paused = TIME.except(List.of(pause(1, 24 * 30)));
    assertThat(paused.due(hour(0), Duration.ofHours(2))).isEqualTo(hour(24 * 30 + 1));
  }

  @Test
  void pause_out_of_hours_changes_nothing() {
    OpeningHours office = new OpeningHours(ZoneOffset.UTC,
        Map.of(DayOfWeek.FRIDAY, List.of(new Span(LocalTime.of(9, 0), LocalTime.of(17, 0)))), Set.of());
    WorkingTime paused = WorkingTime.whileOpen(List.of(office)).except(List.of(pause(1, 9)));
    assertThat(paused.between(hour(0), hour(24))).isEqualTo(Duration.ofHours(8));
    assertThat(paused.due(hour(0), Duration.ofHours(8))).isEqualTo(hour(17));
    WorkingTime later = WorkingTime.whileOpen(List.of(office)).except(List.of(pause(18, 20)));
    assertThat(later.between(hour(0), hour(24))).isEqualTo(Duration.ofHours(8));
  }

  @Test
  void appointment_in_a_pause_is_as_much_later_as_time_was_left_to_it() {
    WorkingTime paused = TIME.except(List.of(pause(2, 5)));
    assertThat(paused.afterPauses(hour(2))).isEqualTo(hour(5));
    assertThat(paused.afterPauses(hour(4))).isEqualTo(hour(7));
  }

  @Test
  void appointment_outside_a_pause_stays() {
    WorkingTime paused = TIME.except(List.of(pause(2, 5)));
    assertThat(paused.afterPauses(hour(1.99))).isEqualTo(hour(1.99));
    assertThat(paused.afterPauses(hour(5))).isEqualTo(hour(5));
  }

  @Test
  void share_of_no_time_at_all_is_used_up_at_once() {
    assertThat(TIME.usedUp(0.75, hour(4), hour(4))).isEqualTo(hour(4));
    assertThat(TIME.usedUp(0.75, hour(4), hour(3))).isEqualTo(hour(3));
    assertThat(TIME.usedUp(0.75, hour(0), hour(4))).isEqualTo(hour(3));
  }

  @Test
  void time_that_runs_backwards_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> TIME.due(hour(0), Duration.ofHours(-1)))
        .withMessage("Time does not run backwards: PT-1H");
  }
}
