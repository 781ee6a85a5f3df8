package org.jobline.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.replay.Events.NOON;
import static org.jobline.replay.Events.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseTimeTest {

  @Test
  void the_times_of_a_sound_log_are_kept() {
    assertThat(times(NOON, NOON.plusSeconds(5), NOON.plusSeconds(60)))
        .containsExactly(NOON, NOON.plusSeconds(5), NOON.plusSeconds(60));
  }

  @Test
  void events_of_one_instant_follow_one_another_at_once() {
    assertThat(times(NOON, NOON, NOON)).containsExactly(NOON, NOON.plusMillis(1), NOON.plusMillis(2));
  }

  @Test
  void time_never_goes_back() {
    Instant in1948 = Instant.parse("1948-01-26T22:59:00Z");

    assertThat(times(NOON, in1948, NOON.plusSeconds(9))).containsExactly(NOON, NOON.plusMillis(1), NOON.plusSeconds(9));
    assertThat(times(in1948, NOON)).containsExactly(in1948, NOON);
  }

  @Test
  void dates_beyond_reason_and_missing_ones_are_survived() {
    assertThat(times(Instant.MIN, null, Instant.MAX, NOON)).containsExactly(
        CaseTime.MIN, CaseTime.MIN.plusMillis(1), CaseTime.MAX, CaseTime.MAX.plusMillis(1));
    assertThat(times(null, NOON)).containsExactly(NOON, NOON.plusMillis(1));
    assertThat(times((Instant) null)).containsExactly(CaseTime.MIN);
  }

  private static List<Instant> times(Instant... noted) {
    List<LogEvent> events = new ArrayList<>();
    for (Instant at : noted) {
      events.add(event("Accepted / In Progress", "G97", at));
    }
    LogCase logCase = new LogCase(1, "1-42", events);
    Instant logged = CaseTime.ofLogging(logCase);
    List<Instant> times = new ArrayList<>();
    Instant before = null;
    for (LogEvent event : events) {
      before = CaseTime.of(event, before, logged);
      times.add(before);
    }
    assertThat(times).isSorted().doesNotHaveDuplicates();
    assertThat(logged).isEqualTo(times.get(0));
    return times;
  }
}
