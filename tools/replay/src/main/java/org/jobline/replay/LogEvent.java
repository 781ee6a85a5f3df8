package org.jobline.replay;

import java.time.Instant;

/**
 * One event of a case.
 *
 * @param name       {@code concept:name}
 * @param transition {@code lifecycle:transition}
 * @param group      the support group that had the case from then on
 * @param at         null when the log gives no readable time
 */
record LogEvent(
    String name,
    String transition,
    String group,
    String person,
    String country,
    String product,
    String impact,
    Instant at) {

  private static final int MAX_NAME = 80;
  private static final String UNKNOWN = "unknown";

  /** What the shortest field takes that it is written into. */
  private static final int MAX_DESCRIPTION = 200;

  LogEvent {
    name = tidy(name);
    transition = tidy(transition);
    group = tidy(group);
    person = tidy(person);
    country = tidy(country);
    product = tidy(product);
    impact = tidy(impact);
  }

  /** What happened: {@code Accepted / In Progress}, or {@code Change Price} where the log has no transitions. */
  String what() {
    return name + behind(" / ", transition);
  }

  /** What happened and who did it, in one line. */
  String description() {
    return cut(what() + behind(" by ", person) + behind(" of ", group), MAX_DESCRIPTION);
  }

  private static String behind(String word, String value) {
    return value.equals(UNKNOWN) ? "" : word + value;
  }

  /** Logs are exports of forms in which anything could be typed. */
  static String tidy(String value) {
    String tidied = value == null ? "" : value.replaceAll("\\p{Cntrl}+", " ").strip();
    if (tidied.isEmpty()) {
      return UNKNOWN;
    }
    return cut(tidied, MAX_NAME);
  }

  private static String cut(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length)).strip();
  }
}
