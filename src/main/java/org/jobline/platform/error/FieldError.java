package org.jobline.platform.error;

/**
 * What is wrong with one field of a submission, worded so that the agent knows what would be right.
 *
 * @param message a sentence that names the field by its label; one that begins with a small letter is about a part of a
 *     call that has no label, and is completed by its key
 */
public record FieldError(String field, String message) {

  @Override
  public String toString() {
    return message.isEmpty() || Character.isLowerCase(message.charAt(0)) ? field + " " + message : message;
  }
}
