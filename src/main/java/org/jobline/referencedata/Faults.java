package org.jobline.referencedata;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the files of an import, so that nobody mends them one line at a time. */
final class Faults {

  private static final int MAX_NAMED = 100;
  private static final int MAX_SHOWN = 60;

  private final List<InvalidReferenceDataException.Error> errors = new ArrayList<>();
  private int unnamed;

  void add(String file, @Nullable Integer line, @Nullable String column, String message) {
    if (errors.size() < MAX_NAMED) {
      errors.add(new InvalidReferenceDataException.Error(file, line, column, message));
    } else {
      unnamed++;
    }
  }

  /** @throws InvalidReferenceDataException when there are any */
  void refuse() {
    if (unnamed > 0) {
      InvalidReferenceDataException.Error last = errors.get(errors.size() - 1);
      errors.add(new InvalidReferenceDataException.Error(last.file(), null, null, "and " + unnamed + " more errors."));
    }
    if (!errors.isEmpty()) {
      throw new InvalidReferenceDataException(errors);
    }
  }

  static String shown(String cell) {
    return "\"" + (cell.length() > MAX_SHOWN ? cell.substring(0, MAX_SHOWN) + "…" : cell) + "\"";
  }
}
