package org.jobline.referencedata.supplier;

import java.util.Optional;

/** What names a part among all catalogues, in forms too: {@code SUPPLIER/CODE}. Neither code has a slash or a blank. */
public record PartKey(String supplier, String code) {

  private static final char BETWEEN = '/';

  /** Empty when the text is no key. */
  public static Optional<PartKey> of(String text) {
    int between = text.indexOf(BETWEEN);
    return between <= 0 || between != text.lastIndexOf(BETWEEN) || between == text.length() - 1
        || text.chars().anyMatch(each -> Character.isWhitespace(each) || Character.isISOControl(each))
        ? Optional.empty()
        : Optional.of(new PartKey(text.substring(0, between), text.substring(between + 1)));
  }

  @Override
  public String toString() {
    return supplier + BETWEEN + code;
  }
}
