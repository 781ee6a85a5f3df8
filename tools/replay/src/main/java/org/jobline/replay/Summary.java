package org.jobline.replay;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jobline.operations.monitoring.OrderDifference;
import org.jobline.operations.monitoring.Verification;
import org.jobline.operations.monitoring.Verifier;
import org.springframework.stereotype.Component;

/** What a replay prints at its end. */
@Component
class Summary {

  private static final long MEGABYTE = 1 << 20;
  private static final int MAX_NAMED = 10;

  private final Result result;
  private final Verifier verifier;

  Summary(Result result, Verifier verifier) {
    this.result = result;
    this.verifier = verifier;
  }

  /** @return whether the chain of events holds, every order is what its events and its process say, and none is stuck */
  boolean print(PrintStream out, String log, int cases, int events, Meter meter) {
    line(out, "%nReplayed %,d cases with %,d events; %,d of the events were new in this run.",
        cases, events, meter.events());
    line(out, "Times the log repeats, gets wrong or leaves out: %,d, moved on by as little as possible.",
        meter.correctedTimes());
    table(out, "Actions performed", result.actionsByKey(log));
    table(out, "Actions refused", result.refusalsByReason(log));
    table(out, "Orders by status", result.ordersByStatus(log));
    List<String> stuck = result.stuckOrders(log);
    line(out, "Orders that cannot go on: %,d%s", stuck.size(),
        stuck.isEmpty() ? "" : ", such as " + String.join(", ", stuck.subList(0, Math.min(MAX_NAMED, stuck.size()))));
    pace(out, meter);
    line(out, "Heap used after garbage collection: %,d MB", heapInUse() / MEGABYTE);
    return verified(out, verifier.verify(Optional.empty())) && stuck.isEmpty();
  }

  private static boolean verified(PrintStream out, Verification verification) {
    boolean holds = verification.firstBroken() == null;
    line(out, "Event chain: %s, %,d events checked%s", holds ? "valid" : "BROKEN", verification.checked(),
        holds ? "" : ", first broken at " + verification.firstBroken());
    line(out, "Orders that differ from their events or processes: %,d",
        verification.differences().size() + verification.moreDifferences());
    for (OrderDifference difference : verification.differences()) {
      line(out, "  %s: %s Expected %s, found %s",
          difference.number(), difference.what(), difference.expected(), difference.found());
    }
    return verification.valid();
  }

  private static void table(PrintStream out, String title, Map<String, Long> counts) {
    line(out, "%n%s: %,d", title, counts.values().stream().mapToLong(Long::longValue).sum());
    counts.forEach((what, times) -> line(out, "  %,9d  %s", times, what));
  }

  private static void pace(PrintStream out, Meter meter) {
    line(out, "%n%-24s %9s %9s %9s %9s %9s", "Pace of this run", "events", "actions/s", "p50 ms", "p95 ms", "p99 ms");
    pace(out, "all", meter.overall());
    pace(out, "first " + Meter.WINDOW + " events", meter.first());
    pace(out, "last " + Meter.WINDOW + " events", meter.last());
  }

  private static void pace(PrintStream out, String part, Pace pace) {
    line(out, "%-24s %,9d %9.1f %9.1f %9.1f %9.1f",
        part, pace.events(), pace.actionsPerSecond(), pace.p50(), pace.p95(), pace.p99());
  }

  private static long heapInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void line(PrintStream out, String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }
}
