package org.jobline.order;

import java.util.Locale;

/**
 * A type of order, which a lifecycle is drawn for.
 *
 * @param name as programs write it: the key of its lifecycle in capitals
 * @param prefix what the numbers of its orders begin with
 * @param digit the digit that stands for it in status numbers (domain/statuses.md)
 */
public record OrderType(String name, String prefix, char digit) {

  /** The type whose lifecycle has this key. */
  public static OrderType ofLifecycle(String key, String prefix, char digit) {
    return new OrderType(key.toUpperCase(Locale.ROOT), prefix, digit);
  }

  /** The key of its lifecycle. */
  public String lifecycle() {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name;
  }
}
