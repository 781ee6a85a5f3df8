package org.jobline.referencedata;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files of an import do not fit; nothing was changed. */
public class InvalidReferenceDataException extends RuntimeException {

  private final transient List<Error> errors;

  /**
   * One fault of a file.
   *
   * @param line the first is 1, that of the column names; null when it concerns the whole file
   * @param column null when it concerns the whole line
   */
  // written InvalidReferenceDataException.Error wherever it is meant
  @SuppressWarnings("JavaLangClash")
  public record Error(String file, @Nullable Integer line, @Nullable String column, String message) {

    @Override
    public String toString() {
      return file + (line == null ? "" : ", line " + line) + (column == null ? "" : ", " + column) + ": " + message;
    }
  }

  InvalidReferenceDataException(List<Error> errors) {
    super(errors.stream().map(Error::toString).collect(Collectors.joining(" ")));
    this.errors = List.copyOf(errors);
  }

  public List<Error> errors() {
    return errors;
  }
}
