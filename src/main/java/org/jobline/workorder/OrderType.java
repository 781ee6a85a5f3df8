package org.jobline.workorder;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The types of work order with the digit that stands in their status numbers (domain/statuses.md). */
public enum OrderType {
  REACTIVE('0', "R"),
  QUOTE('1', "Q"),
  PPM('2', "P"),
  AUDIT('3', "A");

  private final char digit;
  private final String prefix;

  OrderType(char digit, String prefix) {
    this.digit = digit;
    this.prefix = prefix;
  }

  public char digit() {
    return digit;
  }

  /** What the numbers of this type begin with. */
  public String prefix() {
    return prefix;
  }

  /** What people call it. */
  public String label() {
    return this == PPM ? "PPM" : name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** The key of the lifecycle diagram of this type. */
  public String lifecycle() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The keys of the lifecycle diagrams of all types. */
  public static List<String> lifecycles() {
    return Arrays.stream(values()).map(OrderType::lifecycle).toList();
  }

  /** @throws IllegalArgumentException when no type has that lifecycle */
  public static OrderType ofLifecycle(String processKey) {
    return Arrays.stream(values())
        .filter(type -> type.lifecycle().equals(processKey))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No type of work order has the lifecycle " + processKey));
  }
}
