package org.jobline.action;

import java.util.regex.Pattern;

/** The name of an agent action in the API, in message names and of its form, such as {@code accept-job}. */
public record ActionKey(String value) {

  /** What it looks like, as a regular expression. */
  public static final String FORM = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  public ActionKey {
    if (value == null || value.length() > 64 || !PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException("An action key looks like accept-job, not " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
