package org.jobline.workorder;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When the contractor is wanted: by the end of the SLA or a given time, at a time, or between two times
 * (domain/agent-actions.md, allocate-resource).
 *
 * @param from null for {@link Kind#UP_TO}
 * @param to   null for {@link Kind#EXACT}; for {@link Kind#UP_TO} null means "up to the SLA"
 */
public record Schedule(Kind kind, @Nullable Instant from, @Nullable Instant to) {

  /** The three kinds an agent chooses from. */
  public enum Kind {
    UP_TO("up to SLA"),
    EXACT("exact"),
    START_AND_FINISH("start and finish");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** @throws IllegalArgumentException when it is none of the three */
    public static Kind ofLabel(String label) {
      for (Kind kind : values()) {
        if (kind.label.equals(label)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("No kind of schedule is called " + label);
    }
  }

  /** By whatever the SLA says. */
  public static Schedule upToSla() {
    return new Schedule(Kind.UP_TO, null, null);
  }

  public Schedule {
    if (kind == Kind.EXACT && from == null) {
      throw new IllegalArgumentException("An exact schedule needs its time");
    }
    if (kind == Kind.START_AND_FINISH && (from == null || to == null || !to.isAfter(from))) {
      throw new IllegalArgumentException("A schedule of start and finish needs a finish after its start");
    }
  }

  /** The time of an exact schedule, or the start of one of start and finish. */
  public Instant start() {
    return Objects.requireNonNull(from, "Only schedules of these two kinds have a start");
  }

  /** The finish of a schedule of start and finish. */
  public Instant finish() {
    return Objects.requireNonNull(to, "Only schedules of start and finish must have a finish");
  }

  /** For events. */
  public String words() {
    return kind.label() + (from == null ? "" : " from " + from) + (to == null ? "" : " to " + to);
  }
}
