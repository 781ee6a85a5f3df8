package org.jobline.referencedata;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the files of an import, so that nobody mends them one line at a time. */
final class Faults {

  private static final int MOST_NAMED = 100;
  private static final int MOST_SHOWN = 60;

  private final List<InvalidReferenceData.Error> errors = new ArrayList<>();
  private int unnamed;

  void add(String file, @Nullable Integer line, @Nullable String column, String message) {
    if (errors.size() < MOST_NAMED) {
      errors.add(new InvalidReferenceData.Error(file, line, column, message));
    } else {
      unnamed++;
    }
  }

  /** @throws InvalidReferenceData when there are any */
  void refuse() {
    if (unnamed > 0) {
      InvalidReferenceData.Error last = errors.get(errors.size() - 1);
      errors.add(new InvalidReferenceData.Error(last.file(), null, null, "and " + unnamed + " more errors."));
    }
    if (!errors.isEmpty()) {
      throw new InvalidReferenceData(errors);
    }
  }

  static String shown(String cell) {
    return "\"" + (cell.length() > MOST_SHOWN ? cell.substring(0, MOST_SHOWN) + "…" : cell) + "\"";
  }
}
