package org.jobline.lifecycle.visit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jobline.action.Fields;
import org.jspecify.annotations.Nullable;

/**
 * What is said when a visit ends; Stop Job and Reinstate share its fields.
 *
 * @param reasons why a revisit is needed; empty when the work is completed
 * @param revisitEta null when it is not known
 * @param attending null when as many came as were said at the start
 */
public record Stop(
    Instant at, boolean completed, List<String> reasons, boolean temporaryFix, @Nullable Instant revisitEta,
    BigDecimal partsCost, @Nullable Integer attending) {

  public static Stop of(Fields form) {
    boolean completed = form.text("outcome").filter("completed"::equals).isPresent();
    return new Stop(
        form.instant("stoppedAt").orElseThrow(),
        completed,
        form.list("reasons"),
        form.ticked("temporaryFix"),
        form.instant("revisitEta").orElse(null),
        form.number("partsCost").orElse(BigDecimal.ZERO),
        form.number("attending").map(BigDecimal::intValue).orElse(null));
  }
}
