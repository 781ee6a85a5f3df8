package org.jobline.action;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which figures of a summary a form shows, and what it calls them: "received Received now, kept? Kept". A column with a
 * question mark is left out where it would have nothing but zeros.
 */
public final class SummaryColumns {

  /** Property of a tick that names the columns. */
  public static final String PROPERTY = "figures";

  private static final Pattern COLUMN = Pattern.compile("([a-zA-Z]+)\\?? ([^,]+)");

  private SummaryColumns() {}

  /**
   * The names of the figures.
   *
   * @throws IllegalArgumentException when they can't be read
   */
  public static List<String> figures(String columns) {
    return Arrays.stream(columns.split(",", -1)).map(String::strip).map(SummaryColumns::figure)
        .toList();
  }

  private static String figure(String column) {
    Matcher matcher = COLUMN.matcher(column);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "must name figures, each with what it is called, e.g. received Received now, kept? Kept.");
    }
    return matcher.group(1);
  }
}
