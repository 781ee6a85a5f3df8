package org.jobline.purchasing;

import java.util.ArrayList;
import java.util.List;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.jspecify.annotations.Nullable;

/** What is wrong with a command, all of it told at once. */
final class Findings {

  static final String LINES = "lines";

  private final List<FieldError> errors = new ArrayList<>();

  void add(String field, String message) {
    errors.add(new FieldError(field, message));
  }

  /** @param message what is behind the number of the line */
  void ofLine(String field, int position, String message) {
    add(field, "Line " + position + ": " + message);
  }

  void ofLine(int position, String message) {
    ofLine(LINES, position, message);
  }

  void addAll(Findings others) {
    errors.addAll(others.errors);
  }

  /** What is wrong with another field than the others thought. */
  void addAllOf(String field, Findings others) {
    others.errors.forEach(error -> add(field, error.message()));
  }

  boolean isEmpty() {
    return errors.isEmpty();
  }

  /** @throws InvalidFieldsException when something is wrong */
  void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new InvalidFieldsException(errors);
    }
  }

  /** A text that is required, without blanks around it. */
  String required(String field, String label, @Nullable String typed) {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      add(field, label + " is required.");
    }
    return text;
  }
}
