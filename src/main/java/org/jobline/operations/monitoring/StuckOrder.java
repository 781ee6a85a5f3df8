package org.jobline.operations.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order that nothing and nobody will move on.
 *
 * @param since when something last happened to it
 * @param why as a sentence
 * @param standsAt ids of the elements its process stands at; empty when there is no process any more
 * @param process id of the running lifecycle, for finding it in Cockpit; null when there is none
 */
public record StuckOrder(
    String number, String status, Instant since, String why, List<String> standsAt, @Nullable String process) {

  Optional<String> runningProcess() {
    return Optional.ofNullable(process);
  }
}
