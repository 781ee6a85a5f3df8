package org.jobline.order;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of statuses as process owners and searches write it: {@code 1.x0, 1.x3, 4.*, !4.x1}; {@code x} stands for any
 * type digit, {@code *} for whatever follows, {@code !} takes out again. A list without a status matches every one.
 */
public final class StatusPatterns implements Predicate<StatusCode> {

  private static final Pattern PART = Pattern.compile("\\*|[0-5]\\.(\\*|[x0-9](\\*|[0-9]))");

  private final String text;
  private final String wanted;
  private final String unwanted;
  private final Pattern pattern;

  private StatusPatterns(String text) {
    this.text = text;
    this.wanted = alternatives(parts(text).filter(part -> !part.startsWith("!")));
    this.unwanted = alternatives(parts(text).filter(part -> part.startsWith("!")).map(part -> part.substring(1)));
    this.pattern = Pattern.compile(asRegularExpression());
  }

  /**
   * @param text null for one that matches every status
   * @throws IllegalArgumentException when a part is no status number or pattern of one
   */
  public static StatusPatterns parse(@Nullable String text) {
    return new StatusPatterns(text == null ? "" : text.strip());
  }

  private static Stream<String> parts(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty());
  }

  private static String alternatives(Stream<String> parts) {
    List<String> expressions = parts.map(StatusPatterns::expression).toList();
    return String.join("|", expressions);
  }

  private static String expression(String part) {
    if (!PART.matcher(part).matches()) {
      throw new IllegalArgumentException("\"" + part + "\" isn't a status number. Write e.g. 1.x3 or 4.*");
    }
    return part.replace(".", "[.]").replace("x", "[0-9]").replace("*", ".*");
  }

  @Override
  public boolean test(StatusCode status) {
    return pattern.matcher(status.value()).matches();
  }

  /** The list in the form a database understands too. */
  public String asRegularExpression() {
    return "^" + (unwanted.isEmpty() ? "" : "(?!(" + unwanted + ")$)") + "(" + (wanted.isEmpty() ? ".*" : wanted) + ")$";
  }

  @Override
  public String toString() {
    return text;
  }
}
