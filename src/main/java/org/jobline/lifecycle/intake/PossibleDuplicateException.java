package org.jobline.lifecycle.intake;

import java.util.List;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;

/** There are orders for the same site and type of work, or the same asset; the caller may mean one of them. */
public class PossibleDuplicateException extends InvalidFieldsException {

  private final transient List<String> candidates;

  PossibleDuplicateException(List<String> candidates) {
    super(List.of(new FieldError("confirmDuplicate", "Possible duplicates: "
        + String.join(", ", candidates) + ". Check them, or tick to log anyway.")));
    this.candidates = List.copyOf(candidates);
  }

  /** Numbers of the orders that may be the same. */
  public List<String> candidates() {
    return candidates;
  }
}
