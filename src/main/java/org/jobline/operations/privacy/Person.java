package org.jobline.operations.privacy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;

/**
 * Somebody as the database knows them.
 *
 * @param terms their name, telephone numbers, addresses; each stands for itself
 */
record Person(List<String> terms) {

  private static final int MAX_TERMS = 10;
  private static final int MAX_LENGTH = 200;

  /** Of letters and digits; fewer would be found in what is about others. */
  private static final int MIN_SIGNIFICANT = 3;

  /** @throws InvalidFieldsException when a term would hit what is about others */
  Person {
    if (terms == null || terms.isEmpty() || terms.size() > MAX_TERMS) {
      throw new InvalidFieldsException(
          "terms", "must be 1 to " + MAX_TERMS + " names, phone numbers or e-mail addresses.");
    }
    terms = terms.stream().map(term -> term == null ? "" : term.strip()).toList();
    List<FieldError> errors = terms.stream().filter(Person::isVague).map(term -> new FieldError("terms",
        "must have " + MIN_SIGNIFICANT + " letters or digits each and at most " + MAX_LENGTH + " characters; \"" + term
            + "\" doesn't.")).toList();
    if (!errors.isEmpty()) {
      throw new InvalidFieldsException(errors);
    }
  }

  private static boolean isVague(String term) {
    return term.length() > MAX_LENGTH
        || term.codePoints().filter(Character::isLetterOrDigit).count() < MIN_SIGNIFICANT;
  }

  /** For the database: each term as a whole word, the longest first; upper and lower case are the same. */
  String pattern() {
    return terms.stream()
        .sorted(Comparator.comparing(String::length).reversed())
        .map(term -> term.replaceAll("([^\\p{L}\\p{N}\\s])", "\\\\$1"))
        .collect(Collectors.joining("|", "(?<![[:alnum:]])(?:", ")(?![[:alnum:]])"));
  }

  boolean isNamedIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return terms.stream().anyMatch(term -> lower.contains(term.toLowerCase(Locale.ROOT)));
  }
}
