package org.jobline.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Map;
import org.jobline.platform.engine.DecisionTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChaseTimesTest {

  private final DecisionTables tables = mock();
  private final ChaseTimes times = new ChaseTimes(tables);

  private void says(Map<String, Object> row) {
    when(tables.row("chase-times", Map.of("occasion", "not accepted"))).thenReturn(row);
  }

  @ParameterizedTest
  @CsvSource({"PT4H,PT1H", "PT40M,PT10M", "PT39M,PT10M", "PT41M,PT10M15S"})
  void share_of_the_respond_time_counts_where_it_is_longer(Duration respond, Duration chased) {
    says(Map.of("after", "PT10M", "shareOfRespond", 0.25));
    assertThat(times.after("not accepted", respond)).isEqualTo(chased);
    assertThat(times.after("not accepted")).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void without_a_share_the_time_of_the_table_counts() {
    says(Map.of("after", "PT10M"));
    assertThat(times.after("not accepted", Duration.ofHours(4))).isEqualTo(Duration.ofMinutes(10));
  }
}
