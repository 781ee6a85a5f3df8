package org.jobline.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jobline.sla.SlaTargets.Durations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How targets stand: respond due at 4, temporary fix at 8, fix at 24 hours, warnings after three quarters of each. */
class SlaClockTest {

  private static final Instant START = hour(0);

  private static Instant hour(double hours) {
    return Instant.parse("2026-11-27T00:00:00Z").plusSeconds(Math.round(hours * 3600));
  }

  private static Instant hour(Double hours) {
    return hours == null ? null : hour(hours.doubleValue());
  }

  private static SlaRecord row(Double respondFrom, Double responded, Double temporarilyFixed, Double fixed) {
    return new SlaRecord(1L, "R-100245", START, true, hour(respondFrom), hour(4), hour(8), hour(24),
        hour(3), hour(6), hour(18), hour(responded), hour(temporarilyFixed), hour(fixed), null);
  }

  private static SlaClock read(SlaRecord row, double now) {
    return SlaClock.of(row, null, hour(now), WorkingTime.aroundTheClock());
  }

  @ParameterizedTest
  @CsvSource({"2.99,GREEN,1.01", "3,AMBER,1", "4,AMBER,0", "4.01,RED,-0.01"})
  void open_target_is_green_then_amber_then_red(double now, SlaState state, double left) {
    SlaTarget respond = read(row(null, null, null, null), now).respond();
    assertThat(respond.state()).isEqualTo(state);
    assertThat(respond.left()).isEqualTo(Duration.between(START, hour(left)));
    assertThat(respond.runs()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"3.5,GREEN", "4,GREEN", "4.01,RED"})
  void target_met_to_the_second_is_met(double at, SlaState state) {
    SlaTarget respond = read(row(null, at, null, null), 20).respond();
    assertThat(respond.state()).isEqualTo(state);
    assertThat(respond.met()).isEqualTo(hour(at));
    assertThat(respond.left()).isNull();
    assertThat(respond.runs()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0.99,EARLY", "1,GREEN"})
  void arrival_before_the_window_is_early(double at, SlaState state) {
    SlaTarget respond = read(row(1.0, at, null, null), 20).respond();
    assertThat(respond.state()).isEqualTo(state);
    assertThat(respond.met()).isEqualTo(state == SlaState.EARLY ? null : hour(at));
    assertThat(respond.early()).isEqualTo(state == SlaState.EARLY ? hour(at) : null);
    assertThat(respond.runs()).isFalse();
  }

  @Test
  void open_target_says_from_when_on_somebody_may_come() {
    assertThat(read(row(1.0, null, null, null), 0).respond().notBefore()).isEqualTo(hour(1));
  }

  @Test
  void target_that_was_not_agreed_never_counts() {
    SlaRecord none = new SlaRecord(
        1L, "R-100245", START, true, null, null, null, null, null, null, null, hour(1), hour(1), hour(1), null);
    assertThat(read(none, 2)).isEqualTo(new SlaClock("R-100245", START, null, true, null, null, null, null));
  }

  @Test
  void what_is_fixed_meets_all_that_comes_before() {
    SlaClock fixed = read(row(null, null, null, 2.0), 20);
    assertThat(fixed.respond().met()).isEqualTo(hour(2));
    assertThat(fixed.temporaryFix().met()).isEqualTo(hour(2));
    SlaClock temporary = read(row(null, null, 2.0, null), 20);
    assertThat(temporary.respond().met()).isEqualTo(hour(2));
    assertThat(temporary.fix().runs()).isTrue();
  }

  @Test
  void no_attendance_is_never_early() {
    assertThat(read(row(3.0, null, null, 2.0), 20).respond().state()).isEqualTo(SlaState.GREEN);
  }

  @Test
  void cancelled_order_has_only_what_it_met() {
    SlaRecord stopped = row(null, 2.0, null, null).standingStill(hour(5));
    SlaClock clock = read(stopped, 20);
    assertThat(clock.respond().met()).isEqualTo(hour(2));
    assertThat(clock.temporaryFix()).isNull();
    assertThat(clock.fix()).isNull();
    assertThat(clock.stoppedAt()).isEqualTo(hour(5));
    assertThat(stopped.runs()).isFalse();
    assertThat(read(stopped.standingStill(null), 20).fix().runs()).isTrue();
  }

  @Test
  void target_that_was_met_keeps_what_it_was_met_against() {
    SlaRecord later = new SlaRecord(2L, "R-100245", hour(9), false, hour(10), hour(14), hour(18), hour(34),
        hour(13), hour(16), hour(28), null, null, null, null);
    SlaRecord open = row(1.0, null, null, null).moved(later);
    assertThat(open).isEqualTo(new SlaRecord(1L, "R-100245", START, false, hour(10), hour(14), hour(18), hour(34),
        hour(13), hour(16), hour(28), null, null, null, null));
    assertThat(row(1.0, 2.0, 3.0, 5.0).moved(later)).isEqualTo(new SlaRecord(1L, "R-100245", START, false,
        hour(1), hour(4), hour(8), hour(24), hour(3), hour(6), hour(18), hour(2), hour(3), hour(5), null));
  }

  @ParameterizedTest
  @CsvSource({"0.99,false", "1,true", "4,true", "4.01,false"})
  void attendance_is_in_time_within_its_window(double start, boolean inTime) {
    assertThat(new SlaPeriod(START, hour(1), hour(4)).isInTime(hour(start))).isEqualTo(inTime);
  }

  @Test
  void attendance_is_always_in_time_where_nothing_was_agreed() {
    assertThat(new SlaPeriod(START, null, null).isInTime(hour(99))).isTrue();
  }

  private static Map<String, Object> targets(String clock) {
    Map<String, Object> row = new HashMap<>();
    row.put("clock", clock);
    row.put("respondOperational", "PT4H");
    row.put("fixDown", "PT24H");
    return row;
  }

  @Test
  void row_of_the_table_has_up_to_six_targets() {
    Durations operational = new Durations(Duration.ofHours(4), null, null);
    Durations down = new Durations(null, null, Duration.ofHours(24));
    assertThat(SlaTargets.of(targets("around the clock"))).isEqualTo(new SlaTargets(true, operational, down));
    assertThat(SlaTargets.of(targets("opening hours"))).isEqualTo(new SlaTargets(false, operational, down));
  }

  @Test
  void clock_that_counts_otherwise_is_refused() {
    assertThatIllegalStateException().isThrownBy(() -> SlaTargets.of(targets("at night")))
        .withMessage("In sla-targets the clock counts \"opening hours\" or \"around the clock\", not \"at night\"");
  }
}
