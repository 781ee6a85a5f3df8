package org.jobline.replay;

import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Counts and times what a run does; four bytes an action. Used by all clients at once. */
public class Meter {

  static final int WINDOW = 5_000;
  private static final int MARK_EVERY = 1_000;

  private final LongSupplier nanoTime;
  private int[] micros = new int[1 << 16];
  private int actions;
  private int events;
  private int correctedTimes;
  private Mark[] marks = new Mark[64];
  private int markCount;

  public Meter() {
    this(System::nanoTime);
  }

  Meter(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    mark();
  }

  /** Times an action; one that fails is not counted. */
  public <T> T timed(Supplier<T> doing) {
    long start = nanoTime.getAsLong();
    T result = doing.get();
    performed(nanoTime.getAsLong() - start);
    return result;
  }

  private synchronized void performed(long nanos) {
    if (actions == micros.length) {
      micros = Arrays.copyOf(micros, actions * 2);
    }
    micros[actions++] = (int) Math.min(Integer.MAX_VALUE, nanos / 1_000);
  }

  synchronized void eventFinished(boolean correctedTime) {
    events++;
    if (correctedTime) {
      correctedTimes++;
    }
    if (events % MARK_EVERY == 0) {
      mark();
    }
  }

  private void mark() {
    if (markCount == marks.length) {
      marks = Arrays.copyOf(marks, markCount * 2);
    }
    marks[markCount++] = new Mark(events, actions, nanoTime.getAsLong());
  }

  synchronized int events() {
    return events;
  }

  synchronized int correctedTimes() {
    return correctedTimes;
  }

  /** Cheap, for showing while it runs. */
  synchronized double actionsPerSecond() {
    double seconds = (nanoTime.getAsLong() - marks[0].nanos) / 1e9;
    return seconds == 0 ? 0 : actions / seconds;
  }

  /** Of the whole run so far. */
  public synchronized Pace overall() {
    return pace(marks[0], new Mark(events, actions, nanoTime.getAsLong()));
  }

  /** The first {@value WINDOW} events of this run, or all when there were fewer. */
  synchronized Pace first() {
    int end = WINDOW / MARK_EVERY;
    return end < markCount ? pace(marks[0], marks[end]) : overall();
  }

  /** The last {@value WINDOW} events of this run up to the last full thousand, or all when there were fewer. */
  synchronized Pace last() {
    int start = markCount - 1 - WINDOW / MARK_EVERY;
    return start >= 0 ? pace(marks[start], marks[markCount - 1]) : overall();
  }

  private Pace pace(Mark from, Mark to) {
    int[] sorted = Arrays.copyOfRange(micros, from.actions, to.actions);
    Arrays.sort(sorted);
    return new Pace(
        to.events - from.events, sorted.length, (to.nanos - from.nanos) / 1e9,
        percentile(sorted, 50), percentile(sorted, 95), percentile(sorted, 99));
  }

  /** In milliseconds, by nearest rank. */
  private static double percentile(int[] sorted, int percent) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1] / 1e3;
  }

  private record Mark(int events, int actions, long nanos) {}
}
