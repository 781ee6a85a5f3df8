package org.jobline.messaging.notification;

import java.util.stream.Stream;

/** How somebody is told. */
public enum Channel {
  EMAIL("e-mail"),
  SMS("SMS");

  private final String label;

  Channel(String label) {
    this.label = label;
  }

  /** As people and reference data write it. */
  public String label() {
    return label;
  }

  /** @throws IllegalArgumentException when there is no such channel */
  public static Channel of(String label) {
    return Stream.of(values())
        .filter(channel -> channel.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Nobody is told by " + label));
  }
}
