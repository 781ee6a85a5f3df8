package org.jobline.sla;

import java.util.Map;
import java.util.Optional;
import org.jobline.platform.engine.DecisionTables;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** Who is told of targets at risk or missed, and when: the decision table {@code sla-escalation}. */
@Component
class EscalationLevels {

  private static final String TABLE = "sla-escalation";
  private static final String WITH_CONTACTS = "desk and escalation contacts";

  private final DecisionTables decisionTables;

  EscalationLevels(DecisionTables decisionTables) {
    this.decisionTables = decisionTables;
  }

  /**
   * One row of the table.
   *
   * @param overrun by which share of its time the target is missed then
   */
  record Level(double overrun, boolean tellsContacts) {}

  /** Empty when nobody is told at that level. */
  Optional<Level> find(int level, WorkOrder order) {
    return decisionTables.findRow(TABLE, Map.of("level", level, "client", order.client(), "priority", order.priority()))
        .map(row -> new Level(
            row.get("overrun") instanceof Number share ? share.doubleValue() : 0,
            DecisionTables.required(row, "told").equals(WITH_CONTACTS)));
  }
}
