package org.jobline.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MeterTest {

  private final AtomicLong nanos = new AtomicLong();
  private final Meter meter = new Meter(nanos::get);

  @Test
  void the_windows_are_the_first_and_the_last_events() {
    play(5_000, 1);
    play(10_000, 2);
    play(5_000, 4);

    assertThat(meter.first()).isEqualTo(new Pace(5_000, 5_000, 5.0, 1, 1, 1));
    assertThat(meter.last()).isEqualTo(new Pace(5_000, 5_000, 20.0, 4, 4, 4));
    assertThat(meter.overall()).isEqualTo(new Pace(20_000, 20_000, 45.0, 2, 4, 4));
    assertThat(meter.last().actionsPerSecond()).isEqualTo(250);
  }

  @Test
  void a_short_run_is_its_own_first_and_last() {
    play(10, 3);

    assertThat(meter.first()).isEqualTo(meter.overall()).isEqualTo(meter.last());
  }

  @Test
  void percentiles_are_by_nearest_rank() {
    for (int milliseconds = 100; milliseconds >= 1; milliseconds--) {
      play(1, milliseconds);
    }

    assertThat(meter.overall()).extracting(Pace::p50, Pace::p95, Pace::p99)
        .containsExactly(50.0, 95.0, 99.0);
  }

  private void play(int events, int milliseconds) {
    for (int i = 0; i < events; i++) {
      meter.timed(() -> nanos.addAndGet(milliseconds * 1_000_000L));
      meter.eventFinished(false);
    }
  }
}
