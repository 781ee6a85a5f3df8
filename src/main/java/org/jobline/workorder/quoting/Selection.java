package org.jobline.workorder.quoting;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which quote was chosen.
 *
 * @param reason why it is not the cheapest; null for the cheapest
 */
public record Selection(
    String contractor, int quoteVersion, Instant at, String by, @Nullable String reason, State state) {

  /** Whether it counts. */
  public enum State {
    /** Its total is to be authorised. */
    WAITING,
    IN_FORCE,
    OVER;

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static State ofLabel(String label) {
      return Arrays.stream(values()).filter(state -> state.label().equals(label)).findFirst().orElseThrow();
    }
  }

  Selection in(State next) {
    return new Selection(contractor, quoteVersion, at, by, reason, next);
  }
}
