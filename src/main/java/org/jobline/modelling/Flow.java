package org.jobline.modelling;

import org.jspecify.annotations.Nullable;

/**
 * A sequence flow.
 *
 * @param condition its expression, null when it has none
 */
record Flow(String id, String name, @Nullable String condition, Piece from, Piece to) {

  /** A flow is drawn once; to compare what it says would take long, and it is asked for all the time. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return name == null || name.isBlank() ? "'" + from.title() + "' to '" + to.title() + "'" : "'" + name + "'";
  }
}
