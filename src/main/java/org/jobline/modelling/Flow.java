package org.jobline.modelling;

/**
 * A sequence flow.
 *
 * @param condition its expression, null when it has none
 */
record Flow(String id, String name, String condition, Piece from, Piece to) {

  @Override
  public String toString() {
    return name == null || name.isBlank() ? "'" + from.title() + "' to '" + to.title() + "'" : "'" + name + "'";
  }
}
