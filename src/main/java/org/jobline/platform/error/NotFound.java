package org.jobline.platform.error;

/** The thing asked for does not exist, or not for the one who asks. */
public class NotFound extends RuntimeException {

  public NotFound(String what, String key) {
    super("There is no " + what + " " + key + ".");
  }
}
