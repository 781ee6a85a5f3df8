package org.jobline.modelling;

import org.jspecify.annotations.Nullable;

/**
 * A sequence flow.
 *
 * @param condition its expression, null when it has none
 */
record Flow(String id, String name, @Nullable String condition, Piece from, Piece to) {

  @Override
  public String toString() {
    return name == null || name.isBlank() ? "'" + from.title() + "' to '" + to.title() + "'" : "'" + name + "'";
  }
}
