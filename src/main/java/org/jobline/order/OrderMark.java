package org.jobline.order;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells one view of an order from the next, as an ETag. It changes with each change of the order, of which every
 * event is one, and with each minute, since the time left to its targets is part of the view.
 */
public final class OrderMark {

  private static final Pattern MARK = Pattern.compile("(?:W/)?\"(\\d{1,9})-(\\d+)-\\d+(?:-([0-9a-f]+))?\"");

  private OrderMark() {}

  /** Somebody says he has seen what never was. */
  public static class UnknownMarkException extends RuntimeException {

    public UnknownMarkException(OrderNumber number, String mark) {
      super("If-Match must be the ETag of " + number + " or of one of its forms, exactly as received, not " + mark
          + ".");
    }
  }

  public static String of(Order order, Instant now) {
    return "\"%d-%d-%d\"".formatted(order.lastEvent(), order.version(), now.getEpochSecond() / 60);
  }

  /**
   * Tells besides what an action was said to do to the order.
   *
   * @param mark of the order
   * @param summary in hexadecimal digits
   */
  public static String withSummary(String mark, String summary) {
    return mark.replaceFirst("\"$", "-" + summary + "\"");
  }

  /** What the action was said to do; empty in the mark of an order or a form. */
  public static Optional<String> summary(String mark) {
    Matcher matcher = MARK.matcher(mark.strip());
    return matcher.matches() ? Optional.ofNullable(matcher.group(3)) : Optional.empty();
  }

  /** Whether nothing was done to the order since; the time left may be another. */
  public static boolean isSameState(String mark, Order order) {
    Matcher matcher = MARK.matcher(mark.strip());
    return matcher.matches() && matcher.group(1).equals(Integer.toString(order.lastEvent()))
        && matcher.group(2).equals(Long.toString(order.version()));
  }

  /** The last event somebody had seen who holds this mark; empty when it is none of ours. */
  public static OptionalInt lastEvent(String mark) {
    Matcher matcher = MARK.matcher(mark.strip());
    return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
  }
}
