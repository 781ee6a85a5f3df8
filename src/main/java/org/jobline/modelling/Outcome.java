package org.jobline.modelling;

import java.util.ArrayList;
import java.util.List;
import org.jobline.order.Status;
import org.jspecify.annotations.Nullable;

/**
 * A way in which a called sheet, or a box on a sheet, can end.
 *
 * @param trigger what it ends with: NONE when it simply ends, else an escalation or error with its code
 * @param after the order as it is then
 * @param thrower the end event that says so, null when it simply ends
 * @param through the boxes and called sheets that did not catch it, the innermost first
 */
record Outcome(
    Piece.Trigger trigger, @Nullable String code, Condition after, @Nullable Piece thrower, List<Piece> through) {

  /**
   * How an order stands.
   *
   * @param status null when it is not known here
   * @param isFresh whether a status was reached since the order last began something new
   * @param hasWaited whether it waited for somebody or something since this box was entered
   * @param unasked whether it came here without an action on demand
   */
  record Condition(@Nullable Status status, boolean isFresh, boolean hasWaited, boolean unasked) {

    /** By the number of the status alone: it is asked for all the time, and that of a record of records takes long. */
    @Override
    public int hashCode() {
      return (status == null ? 0 : 8 * status.code().value().hashCode())
          + (isFresh ? 4 : 0) + (hasWaited ? 2 : 0) + (unasked ? 1 : 0);
    }

    Condition reaching(@Nullable Status reached) {
      return new Condition(reached, true, hasWaited, unasked);
    }

    Condition fresh(boolean fresh) {
      return new Condition(status, fresh, hasWaited, unasked);
    }

    Condition waiting() {
      return new Condition(status, isFresh, true, unasked);
    }

    Condition onDemand() {
      return new Condition(status, isFresh, true, false);
    }

    /** The order after something inside has ended. */
    Condition then(Condition inside) {
      return new Condition(
          inside.status, inside.isFresh, hasWaited || inside.hasWaited, unasked && inside.unasked);
    }
  }

  static Outcome end(Condition after) {
    return new Outcome(Piece.Trigger.NONE, null, after, null, List.of());
  }

  static Outcome thrownBy(Piece event, Condition after) {
    return new Outcome(event.trigger(), event.code(), after, event, List.of());
  }

  boolean isEnd() {
    return trigger == Piece.Trigger.NONE;
  }

  Outcome with(Condition condition) {
    return new Outcome(trigger, code, condition, thrower, through);
  }

  /** The same, not caught on that called sheet or box. */
  Outcome notCaughtOn(Piece activity) {
    List<Piece> longer = new ArrayList<>(through);
    longer.add(activity);
    return new Outcome(trigger, code, after, thrower, List.copyOf(longer));
  }
}
