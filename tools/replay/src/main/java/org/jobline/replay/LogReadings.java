package org.jobline.replay;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The kinds of logs that can be replayed. */
@Component
class LogReadings {

  private final List<LogReading> all;

  LogReadings(List<LogReading> all) {
    this.all = all;
  }

  /** The one that knows most of what happens in the log; of several, the first. */
  LogReading of(Survey survey) {
    return all.stream().max(Comparator.<LogReading>comparingLong(reading ->
        survey.activities().stream().filter(reading::knows).count()).thenComparing(all::indexOf, Comparator.reverseOrder()))
        .orElseThrow();
  }
}
