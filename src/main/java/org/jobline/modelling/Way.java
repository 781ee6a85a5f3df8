package org.jobline.modelling;

import java.util.ArrayList;
import java.util.List;
import org.jobline.order.Status;
import org.jspecify.annotations.Nullable;

/**
 * How an order came to where it is on a sheet, for telling the reader of a problem.
 *
 * @param sheets the sheets and boxes it is in, the lifecycle first
 * @param steps what it passed in the last of them, in turn
 */
record Way(List<String> sheets, List<Step> steps) {

  /** @param status the order had before it */
  record Step(Piece piece, @Nullable Status status) {

    private boolean isDone() {
      return switch (piece.kind()) {
        case PROMPT, RECEIVE, BOUNDARY, CATCH, CALL, PART -> true;
        case START -> piece.trigger() != Piece.Trigger.NONE;
        default -> false;
      };
    }
  }

  /** Where it comes to, as the beginning of a sentence. */
  String to(Piece piece, @Nullable Status status) {
    int last = lastDone(piece);
    if (last < 0) {
      return (status == null ? "The order" : "As '" + status + "' the order") + " comes to '" + piece.title() + "'";
    }
    Step done = steps.get(last);
    String action = "by '" + done.piece().title() + "'";
    return (done.status() == null ? "The order comes " + action : "From '" + done.status() + "' " + action
        + " the order comes") + " to '" + piece.title() + "'";
  }

  private int lastDone(Piece piece) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).isDone() && steps.get(i).piece() != piece && !isBrokenOff(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isBrokenOff(int step) {
    return step + 1 < steps.size() && steps.get(step + 1).piece().attachedTo() == steps.get(step).piece();
  }

  /** The whole way, for the end of a message. */
  @Override
  public String toString() {
    List<String> titles = new ArrayList<>();
    steps.stream().map(Step::piece).filter(piece -> piece.isNamed() || !piece.is(Piece.Kind.START))
        .map(Piece::title)
        .filter(title -> titles.isEmpty() || !title.equals(titles.get(titles.size() - 1)))
        .forEach(titles::add);
    return "(" + String.join(" › ", sheets) + ": " + String.join(" → ", titles) + ")";
  }
}
