package org.jobline.lifecycle.link;

import java.util.stream.Stream;

/** What one order is to another, in words for either side. */
public enum Relation {
  RELATED("related", "related", true),
  FOLLOW_ON("follow-on", "followed by", true),
  DUPLICATE_OF("duplicate of", "has duplicate", true),
  CONVERTED_FROM("converted from", "converted to", false),
  BATCHED_IN("batched in", "batch of", false);

  private final String here;
  private final String there;
  private final boolean removable;

  Relation(String here, String there, boolean removable) {
    this.here = here;
    this.there = there;
    this.removable = removable;
  }

  /** As the order that has it sees it. */
  public String here() {
    return here;
  }

  /** As the other order sees it. */
  public String there() {
    return there;
  }

  /** Whether an agent may take it away: not what the orders' own history made. */
  boolean isRemovable() {
    return removable;
  }

  /** @throws IllegalArgumentException when there is no such relation */
  static Relation of(String here) {
    return Stream.of(values())
        .filter(relation -> relation.here.equals(here))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No order is " + here + " another"));
  }
}
