package org.jobline.platform.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody typed to find something: the words must all occur, in any order. */
public record SearchText(String value) {

  private static final int MAX_LENGTH = 200;

  /** Brings the text into the form it is compared in; characters the database cannot hold count as spaces. */
  public SearchText {
    String text = value == null ? "" : value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) : value;
    value = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip().toLowerCase(Locale.ROOT);
  }

  public boolean isFoundIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : value.split(" ", -1)) {
      if (!lower.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The codes that may be meant by a code or a label, which is a code, a space and a name: everything that ends
   * before a space, and all of it.
   */
  static List<String> possibleCodes(@Nullable String codeOrLabel) {
    List<String> codes = new ArrayList<>();
    String text = codeOrLabel == null ? "" : codeOrLabel.replace("\0", "").strip();
    for (int space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) {
      codes.add(text.substring(0, space));
    }
    codes.add(text);
    return codes;
  }
}
