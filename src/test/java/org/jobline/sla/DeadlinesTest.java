package org.jobline.sla;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.jobline.sla.SlaTargets.Durations;
import org.jobline.workorder.Schedule;
import org.jobline.workorder.Schedule.Kind;
import org.junit.jupiter.api.Test;

/** By when somebody has to come, and when it has to be done (domain/clock-and-mail.md, SLA). */
class DeadlinesTest {

  private static final WorkingTime TIME = WorkingTime.aroundTheClock();
  private static final Durations AGREED = new Durations(Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(24));

  private static final Duration TOLERANCE = Duration.ofMinutes(15);

  /** Hours after the order was logged. */
  private static Instant hour(double hours) {
    return Instant.parse("2026-11-27T00:00:00Z").plusSeconds(Math.round(hours * 3600));
  }

  private static Deadlines of(Durations agreed, Schedule schedule) {
    return Deadlines.of(hour(0), agreed, schedule, TOLERANCE, TIME);
  }

  private static Schedule upTo(double hours) {
    return new Schedule(Kind.UP_TO, null, hour(hours));
  }

  @Test
  void without_a_schedule_everything_is_due_as_agreed() {
    Deadlines agreed = new Deadlines(null, hour(4), hour(8), hour(24));
    assertThat(of(AGREED, null)).isEqualTo(agreed);
    assertThat(of(AGREED, Schedule.upToSla())).isEqualTo(agreed);
  }

  @Test
  void what_was_not_agreed_is_never_due() {
    assertThat(of(new Durations(null, null, null), null)).isEqualTo(new Deadlines(null, null, null, null));
    assertThat(of(new Durations(null, null, null), upTo(2))).isEqualTo(new Deadlines(null, hour(2), null, null));
  }

  @Test
  void fix_that_was_not_agreed_is_not_due_because_of_an_appointment() {
    assertThat(of(new Durations(Duration.ofHours(4), null, null), new Schedule(Kind.EXACT, hour(10), null)))
        .isEqualTo(new Deadlines(hour(9.75), hour(10.25), null, null));
  }

  @Test
  void fix_due_at_closing_time_stays_due_then_when_somebody_is_wanted_earlier() {
    WorkingTime office = WorkingTime.whileOpen(List.of(new OpeningHours(ZoneOffset.UTC,
        Map.of(DayOfWeek.FRIDAY, List.of(new Span(LocalTime.of(9, 0), LocalTime.of(17, 0)))), Set.of())));
    assertThat(Deadlines.of(hour(0), AGREED, upTo(10), TOLERANCE, office))
        .isEqualTo(new Deadlines(null, hour(10), hour(17), hour(7 * 48 + 17)));
  }

  @Test
  void pause_moves_no_schedule_that_is_left_to_the_sla() {
    WorkingTime paused = TIME.except(List.of(new Period(hour(1), hour(5))));
    assertThat(Deadlines.of(hour(0), AGREED, Schedule.upToSla(), TOLERANCE, paused))
        .isEqualTo(new Deadlines(null, hour(8), hour(12), hour(28)));
  }

  @Test
  void schedule_up_to_a_time_is_when_to_respond() {
    assertThat(of(AGREED, upTo(2))).isEqualTo(new Deadlines(null, hour(2), hour(8), hour(24)));
  }

  @Test
  void schedule_later_than_agreed_moves_the_fixes_by_as_much() {
    assertThat(of(AGREED, upTo(10))).isEqualTo(new Deadlines(null, hour(10), hour(14), hour(30)));
  }

  @Test
  void exact_time_is_kept_by_the_tolerance_before_and_after() {
    assertThat(of(AGREED, new Schedule(Kind.EXACT, hour(2), null)))
        .isEqualTo(new Deadlines(hour(1.75), hour(2.25), hour(8), hour(24)));
    assertThat(of(AGREED, new Schedule(Kind.EXACT, hour(10), null)))
        .isEqualTo(new Deadlines(hour(9.75), hour(10.25), hour(14.25), hour(30.25)));
  }

  @Test
  void window_is_kept_between_its_ends() {
    assertThat(of(AGREED, new Schedule(Kind.START_AND_FINISH, hour(2), hour(3))))
        .isEqualTo(new Deadlines(hour(2), hour(3), hour(8), hour(24)));
  }

  @Test
  void nothing_is_due_before_the_visit_may_begin() {
    Durations noResponse = new Durations(null, Duration.ofHours(8), Duration.ofHours(24));
    assertThat(of(noResponse, new Schedule(Kind.START_AND_FINISH, hour(20), hour(26))))
        .isEqualTo(new Deadlines(hour(20), hour(26), hour(20), hour(24)));
  }

  @Test
  void appointment_that_passed_while_the_order_was_cancelled_is_as_far_away_as_before() {
    WorkingTime paused = TIME.except(List.of(new Period(hour(1), hour(5))));
    assertThat(Deadlines.of(hour(0), AGREED, upTo(3), TOLERANCE, paused))
        .isEqualTo(new Deadlines(null, hour(7), hour(12), hour(28)));
    assertThat(Deadlines.of(hour(0), AGREED, new Schedule(Kind.EXACT, hour(3), null), TOLERANCE, paused))
        .isEqualTo(new Deadlines(hour(6.75), hour(7.25), hour(12), hour(28)));
    assertThat(Deadlines.of(hour(0), AGREED, new Schedule(Kind.START_AND_FINISH, hour(2), hour(3)), TOLERANCE, paused))
        .isEqualTo(new Deadlines(hour(6), hour(7), hour(12), hour(28)));
  }

  @Test
  void window_that_is_still_open_after_a_pause_stays_where_it_was() {
    WorkingTime paused = TIME.except(List.of(new Period(hour(1), hour(2.5))));
    assertThat(Deadlines.of(hour(0), AGREED, new Schedule(Kind.START_AND_FINISH, hour(2), hour(3)), TOLERANCE, paused))
        .isEqualTo(new Deadlines(hour(2), hour(3), hour(9.5), hour(25.5)));
  }
}
