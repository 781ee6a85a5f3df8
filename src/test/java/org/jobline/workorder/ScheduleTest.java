package org.jobline.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.jobline.workorder.Schedule.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScheduleTest {

  private static final Instant NINE = Instant.parse("2026-11-27T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-11-27T10:00:00Z");

  @Test
  void exact_schedule_without_its_time_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(Kind.EXACT, null, TEN))
        .withMessage("An exact schedule needs its time");
  }

  @Test
  void window_that_does_not_end_after_its_start_is_refused() {
    for (Instant finish : new Instant[] {null, NINE, NINE.minusSeconds(1)}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(Kind.START_AND_FINISH, NINE, finish))
          .withMessage("A schedule of start and finish needs a finish after its start");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(Kind.START_AND_FINISH, null, TEN));
  }

  @Test
  void schedule_is_told_in_words() {
    assertThat(Schedule.upToSla().words()).isEqualTo("up to SLA");
    assertThat(new Schedule(Kind.EXACT, NINE, null).words()).isEqualTo("exact from 2026-11-27T09:00:00Z");
    assertThat(new Schedule(Kind.START_AND_FINISH, NINE, TEN).words())
        .isEqualTo("start and finish from 2026-11-27T09:00:00Z to 2026-11-27T10:00:00Z");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void kind_is_found_by_what_agents_call_it(Kind kind) {
    assertThat(Kind.ofLabel(kind.label())).isEqualTo(kind);
  }

  @Test
  void kind_nobody_knows_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Kind.ofLabel("whenever"))
        .withMessage("No kind of schedule is called whenever");
  }
}
