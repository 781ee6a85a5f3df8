package org.jobline.order;

import java.util.regex.Pattern;

/** A status number {@code S.TV}: stage, type digit, variant (domain/statuses.md). */
public record StatusCode(String value) {

  /** What it looks like, as a regular expression. */
  public static final String FORM = "[0-5]\\.[0-9][0-9]";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  public StatusCode {
    if (value == null || !PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException("A status number reads S.TV, such as one-dot-zero-three, not " + value);
    }
  }

  public int stage() {
    return value.charAt(0) - '0';
  }

  /** The digit of the type of order. */
  public char digit() {
    return value.charAt(2);
  }

  public char variant() {
    return value.charAt(3);
  }

  /** The number as shared diagrams write it, with {@code x} for the type digit. */
  public String withoutType() {
    return value.charAt(0) + ".x" + value.charAt(3);
  }

  @Override
  public String toString() {
    return value;
  }
}
