package org.jobline.platform.error;

import org.jspecify.annotations.Nullable;

/** Somebody else changed the order between the moment it was read and the moment it was to be changed. */
public class ChangedMeanwhileException extends RuntimeException {

  public ChangedMeanwhileException(String number) {
    super("Work order " + number + " was changed by someone else in the meantime. Check it before you try again.");
  }

  protected ChangedMeanwhileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  public ChangedMeanwhileException(Throwable cause) {
    super("The work order was changed by someone else in the meantime. Check it before you try again.", cause);
  }
}
