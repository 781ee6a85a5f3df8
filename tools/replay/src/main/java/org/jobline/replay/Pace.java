package org.jobline.replay;

/** How fast a part of a run was; percentiles in milliseconds of one action with its commit. */
public record Pace(int events, int actions, double seconds, double p50, double p95, double p99) {

  public double actionsPerSecond() {
    return seconds == 0 ? 0 : actions / seconds;
  }
}
