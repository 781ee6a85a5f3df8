package org.jobline.order;

import java.util.regex.Pattern;

/** The number people use for an order, such as {@code R-100245}; also the business key of its process instances. */
public record OrderNumber(String value) {

  /** What it looks like, as a regular expression. */
  public static final String FORM = "[A-Z]{1,3}-[1-9][0-9]{5,11}";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  public OrderNumber {
    if (!isOne(value)) {
      throw new IllegalArgumentException("An order number looks like R-100245, not " + value);
    }
  }

  public static boolean isOne(String text) {
    return text != null && PATTERN.matcher(text).matches();
  }

  static OrderNumber of(OrderType type, long sequence) {
    return new OrderNumber(type.prefix() + "-" + sequence);
  }

  /** What tells the type of the order. */
  public String prefix() {
    return value.substring(0, value.indexOf('-'));
  }

  @Override
  public String toString() {
    return value;
  }
}
