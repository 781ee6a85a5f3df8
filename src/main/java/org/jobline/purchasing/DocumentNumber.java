package org.jobline.purchasing;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How a supplier numbers an invoice or a delivery note.
 *
 * @param typed as it stands on the paper
 */
public record DocumentNumber(String typed) {

  private static final int MAX_LENGTH = 60;

  /** Whether it has letters or digits, on one line that is not too long. */
  static boolean isOne(String typed) {
    return !key(typed).isEmpty() && typed.length() <= MAX_LENGTH && typed.chars().noneMatch(Character::isISOControl);
  }

  /** What two ways of writing the same number have in common: no case, blanks or punctuation. */
  public String key() {
    return key(typed);
  }

  boolean isSameAs(DocumentNumber other) {
    return key().equals(other.key());
  }

  private static String key(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return typed;
  }
}
