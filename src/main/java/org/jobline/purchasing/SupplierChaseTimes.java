package org.jobline.purchasing;

import java.time.Duration;
import java.util.Map;
import org.jobline.platform.engine.DecisionTables;
import org.springframework.stereotype.Component;

/** How long the desk waits for a supplier: the decision table {@code supplier-chase-times}. */
@Component
class SupplierChaseTimes {

  private static final String TABLE = "supplier-chase-times";
  private static final String NOT_REACHED = "supplier not reached";

  private final DecisionTables tables;

  SupplierChaseTimes(DecisionTables tables) {
    this.tables = tables;
  }

  /** Before a supplier who could not be reached is tried again. */
  Duration untilNextAttempt() {
    return after(NOT_REACHED);
  }

  Duration of(ChaseReason reason) {
    return after(reason.occasion());
  }

  private Duration after(String occasion) {
    return Duration.parse((String) DecisionTables.required(tables.row(TABLE, Map.of("occasion", occasion)), "after"));
  }
}
