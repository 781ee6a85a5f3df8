package org.jobline.modelling;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something in a file that keeps it from being deployed.
 *
 * @param resource name of the file within its deployment, such as {@code processes/stages/assignment.bpmn}
 * @param elementIds the elements the Modeler is to mark, the main one first; empty when the file as a whole is meant
 * @param property what of the element is wrong, such as {@code offeredIn}; null when it is the element itself
 * @param message what is wrong and what is allowed instead, as a sentence a process owner understands
 */
public record Problem(String resource, List<String> elementIds, @Nullable String property, String message) {

  public Problem {
    Objects.requireNonNull(resource);
    Objects.requireNonNull(message);
    elementIds = List.copyOf(elementIds);
  }

  /** A problem of the file as a whole. */
  static Problem of(String resource, String message) {
    return at(resource, null, null, message);
  }

  /** @param elementId null for the file as a whole */
  public static Problem at(
      String resource, @Nullable String elementId, @Nullable String property, String message) {
    return new Problem(resource, Stream.ofNullable(elementId).toList(), property, message);
  }
}
