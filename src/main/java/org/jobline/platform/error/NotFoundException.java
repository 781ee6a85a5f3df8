package org.jobline.platform.error;

/** The thing asked for does not exist, or not for the one who asks. */
public class NotFoundException extends RuntimeException {

  public NotFoundException(String what, String key) {
    super("There is no " + what + " " + key + ".");
  }
}
