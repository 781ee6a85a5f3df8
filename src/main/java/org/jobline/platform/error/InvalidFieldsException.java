package org.jobline.platform.error;

import java.util.List;
import java.util.stream.Collectors;

/** A submission breaks a rule of its form or of the domain; nothing was changed. */
public class InvalidFieldsException extends RuntimeException {

  private final transient List<FieldError> errors;

  public InvalidFieldsException(List<FieldError> errors) {
    super(errors.stream().map(FieldError::toString).collect(Collectors.joining(" ")));
    this.errors = List.copyOf(errors);
  }

  public InvalidFieldsException(String field, String message) {
    this(List.of(new FieldError(field, message)));
  }

  public List<FieldError> errors() {
    return errors;
  }
}
