package org.jobline.action;

import java.util.regex.Pattern;

/** The name of an agent action in the API, in message names and of its form, such as {@code accept-job}. */
public record ActionKey(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public ActionKey {
    if (value == null || value.length() > 64 || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("An action key looks like accept-job, not like " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
