package org.jobline.replay;

/** An action of a plan was not accepted and never will be; nothing was changed by it. */
class RefusedException extends RuntimeException {

  private final String kind;

  /** @param kind the reason as it is counted, without anything that belongs to one order only */
  RefusedException(String kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  String kind() {
    return kind;
  }
}
