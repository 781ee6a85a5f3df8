package org.jobline.problem;

/** What is wrong with one field of a submission, worded so that the agent knows what would be right. */
public record FieldError(String field, String message) {

  @Override
  public String toString() {
    return "[" + field + "] " + message;
  }
}
