package org.jobline.platform.error;

import org.jspecify.annotations.Nullable;

/** Somebody else changed the order between the moment it was read and the moment it was to be changed. */
public class ChangedMeanwhile extends RuntimeException {

  public ChangedMeanwhile(String number) {
    super("Work order " + number + " was changed by someone else in the meantime. Check it before you try again.");
  }

  protected ChangedMeanwhile(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  public ChangedMeanwhile(Throwable cause) {
    super("The work order was changed by someone else in the meantime. Check it before you try again.", cause);
  }
}
