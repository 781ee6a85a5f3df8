package org.jobline.order;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A status as agents see it: number and name. */
public record Status(StatusCode code, String name) {

  private static final Pattern MILESTONE = Pattern.compile("([0-5])\\.([x0-9])([0-9])\\s+(\\S.*)", Pattern.DOTALL);

  /** Whether an event of a diagram carries the name of a status, such as {@code 1.x3 Pending acceptance}. */
  public static boolean isMilestone(String eventName) {
    return eventName != null && MILESTONE.matcher(eventName.strip()).matches();
  }

  /**
   * Reads a milestone's name and fills in the digit of the type.
   *
   * @throws IllegalArgumentException when the name does not begin with a status number
   */
  public static Status ofMilestone(String eventName, OrderType type) {
    Matcher matcher = MILESTONE.matcher(eventName.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"" + eventName + "\" isn't a milestone: it must begin with a status number");
    }
    char digit = matcher.group(2).equals("x") ? type.digit() : matcher.group(2).charAt(0);
    String name = matcher.group(4).replaceAll("\\s+", " ");
    return new Status(new StatusCode(matcher.group(1) + "." + digit + matcher.group(3)), name);
  }

  @Override
  public String toString() {
    return code + " " + name;
  }
}
