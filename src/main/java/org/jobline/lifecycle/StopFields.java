package org.jobline.lifecycle;

import java.math.BigDecimal;
import org.jobline.action.Fields;
import org.jobline.visit.Stop;

/** Reads the fields that end a visit; Stop Job and Reinstate share them. */
final class StopFields {

  private StopFields() {}

  static Stop read(Fields fields) {
    boolean completed = fields.text("outcome").filter("completed"::equals).isPresent();
    return new Stop(
        fields.instant("stoppedAt").orElseThrow(),
        completed,
        fields.list("reasons"),
        fields.ticked("temporaryFix"),
        fields.instant("revisitEta").orElse(null),
        fields.number("partsCost").orElse(BigDecimal.ZERO),
        fields.number("attending").map(BigDecimal::intValue).orElse(null));
  }
}
