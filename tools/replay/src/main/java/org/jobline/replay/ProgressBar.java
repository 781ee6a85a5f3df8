package org.jobline.replay;

import java.io.PrintStream;
import java.util.Locale;

/** How far a replay is: one line that is written over on a terminal, a line every few per cent elsewhere. */
final class ProgressBar {

  private static final int WIDTH = 40;
  private static final int PER_CENT_PER_LINE = 5;

  private final PrintStream out;
  private final boolean terminal;
  private final int total;
  private int shown = -1;

  ProgressBar(PrintStream out, boolean terminal, int total) {
    this.out = out;
    this.terminal = terminal;
    this.total = total;
  }

  /** To be called as often as one likes. */
  synchronized void show(int events, double actionsPerSecond) {
    int perCent = total == 0 ? 100 : (int) (100L * events / total);
    int step = terminal ? perCent : perCent / PER_CENT_PER_LINE;
    if (step <= shown) {
      return;
    }
    shown = step;
    int filled = WIDTH * perCent / 100;
    String line = String.format(Locale.ROOT, "[%s%s] %3d %%  %,d of %,d events  %,.0f actions/s",
        "#".repeat(filled), ".".repeat(WIDTH - filled), perCent, events, total, actionsPerSecond);
    if (terminal) {
      out.print("\r" + line + "  ");
      out.flush();
    } else {
      out.println(line);
    }
  }

  void finish() {
    if (terminal) {
      out.println();
    }
  }
}
