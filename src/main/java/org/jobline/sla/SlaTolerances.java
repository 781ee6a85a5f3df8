package org.jobline.sla;

import java.time.Duration;
import java.util.Map;
import org.jobline.platform.engine.DecisionTables;

/**
 * What a client lets pass, and when the desk is to be warned: a row of the decision table {@code sla-tolerances}.
 *
 * @param atRiskAfter the share of a target's time after whose use the target is at risk, between 0 and 1
 * @param appointment how much earlier or later than an exact appointment somebody may come and still keep it
 */
record SlaTolerances(double atRiskAfter, Duration appointment) {

  static SlaTolerances of(Map<String, Object> row) {
    return new SlaTolerances(
        ((Number) DecisionTables.required(row, "atRiskAfter")).doubleValue(),
        Duration.parse((String) DecisionTables.required(row, "appointmentTolerance")));
  }
}
