package org.jobline.lifecycle;

import java.util.Optional;
import org.jobline.action.Fields;
import org.jobline.lifecycle.visit.Start;
import org.jobline.lifecycle.visit.Stop;
import org.jobline.order.Order;
import org.jobline.order.StatusCode;

/**
 * How a cancelled order is brought back.
 *
 * @param visit the one that was made meanwhile; empty when there was none
 * @param authorisation what becomes of the cost that was refused; empty when none was
 */
public record Reinstatement(Optional<VisitMade> visit, Optional<String> authorisation) {

  public record VisitMade(Start start, Stop stop) {}

  public static Reinstatement of(Fields form) {
    return new Reinstatement(
        form.text("how").filter("with visit"::equals).map(how -> visit(form)), form.text("authorisation"));
  }

  private static VisitMade visit(Fields form) {
    return new VisitMade(
        new Start(
            form.text("engineer").orElseThrow(), null, form.instant("start").orElseThrow(),
            form.number("attending").orElseThrow().intValue(), false, null),
        Stop.of(form));
  }

  /**
   * Where the order goes on in the stage it comes back to: after the visit, or else in the status it was cancelled in,
   * with {@code x} for the digit of its type.
   */
  String entry(Order order) {
    return visit.isPresent() ? "revisit required"
        : order.statusBeforeCancel().map(StatusCode::withoutType).orElseThrow();
  }

  /** Whether the cost that was refused is to be authorised after all. */
  public boolean isToBeAuthorised() {
    return authorisation.filter("re-enter"::equals).isPresent();
  }
}
