package org.jobline.workorder;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A list of statuses as process owners and searches write it: {@code 1.x0, 1.x3, 4.x*};
 * {@code x} stands for any type digit, {@code *} for anything that follows. An empty list matches every status.
 */
public final class StatusPatterns implements Predicate<StatusCode> {

  private static final Pattern PART = Pattern.compile("[0-5](\\.([x0-4]([0-9*])?|\\*))?\\*?|\\*");

  private final String text;
  private final List<Pattern> patterns;

  private StatusPatterns(String text) {
    this.text = text;
    this.patterns = Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(StatusPatterns::compile)
        .toList();
  }

  /** @throws IllegalArgumentException when a part is no status number or pattern of one */
  public static StatusPatterns parse(String text) {
    return new StatusPatterns(text == null ? "" : text.strip());
  }

  private static Pattern compile(String part) {
    if (!PART.matcher(part).matches()) {
      throw new IllegalArgumentException("\"" + part + "\" is no status number; write for example 1.x3 or 4.x*");
    }
    return Pattern.compile(part.replace(".", "\\.").replace("x", "[0-4]").replace("*", ".*"));
  }

  @Override
  public boolean test(StatusCode status) {
    return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matcher(status.value()).matches());
  }

  /** The list as SQL {@code similar to} alternatives would be unsafe to build by hand, so searches take these regular expressions. */
  public String asRegularExpression() {
    return patterns.isEmpty() ? ".*" : "^(" + String.join("|", patterns.stream().map(Pattern::pattern).toList()) + ")$";
  }

  @Override
  public String toString() {
    return text;
  }
}
