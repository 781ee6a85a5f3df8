package org.jobline.sla;

import java.time.Duration;
import java.util.Map;
import org.jobline.lifecycle.assignment.Chasing;
import org.jobline.platform.engine.DecisionTables;
import org.springframework.stereotype.Service;

/** When the desk takes something up again by itself: the decision table {@code chase-times}. */
@Service
class ChaseTimes implements Chasing {

  private static final String TABLE = "chase-times";

  private final DecisionTables decisionTables;

  ChaseTimes(DecisionTables decisionTables) {
    this.decisionTables = decisionTables;
  }

  /**
   * How long to wait on an occasion such as {@code no answer}.
   *
   * @throws IllegalStateException when the table has no such occasion
   */
  @Override
  public Duration after(String occasion) {
    return Duration.parse((String) row(occasion).get("after"));
  }

  /** The same where the table gives a share of the respond time too: whichever is longer. */
  Duration after(String occasion, Duration respondTime) {
    Map<String, Object> row = row(occasion);
    Duration min = Duration.parse((String) DecisionTables.required(row, "after"));
    Number share = (Number) row.get("shareOfRespond");
    if (share == null) {
      return min;
    }
    Duration part = Duration.ofSeconds(Math.round(respondTime.toSeconds() * share.doubleValue()));
    return part.compareTo(min) > 0 ? part : min;
  }

  private Map<String, Object> row(String occasion) {
    return decisionTables.row(TABLE, Map.of("occasion", occasion));
  }
}
