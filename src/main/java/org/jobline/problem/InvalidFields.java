package org.jobline.problem;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A submission breaks a rule of its form or of the domain; nothing was changed. */
public class InvalidFields extends RuntimeException {

  private static final Pattern WORDED =
      Pattern.compile("\\[([a-zA-Z][a-zA-Z0-9.]*)\\] (.*?)(?= \\[[a-zA-Z][a-zA-Z0-9.]*\\] |$)", Pattern.DOTALL);

  private final transient List<FieldError> errors;

  public InvalidFields(List<FieldError> errors) {
    super(errors.stream().map(FieldError::toString).collect(Collectors.joining(" ")));
    this.errors = List.copyOf(errors);
  }

  public InvalidFields(String field, String message) {
    this(List.of(new FieldError(field, message)));
  }

  /** Finds the fields again in a message of this class that went through somebody who kept only its text. */
  public static List<FieldError> read(String message) {
    return WORDED.matcher(message).results()
        .map(found -> new FieldError(found.group(1), found.group(2).strip()))
        .toList();
  }

  public List<FieldError> errors() {
    return errors;
  }
}
