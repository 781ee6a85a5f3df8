package org.jobline.operations.monitoring;

import java.util.List;
import org.jobline.order.Journal;
import org.jspecify.annotations.Nullable;

/**
 * What came of comparing orders with their events and their processes.
 *
 * @param valid whether every chain of events holds and nothing differs
 * @param checked how many events were recomputed
 * @param firstBroken the first order and event whose chain does not hold, null when all do
 * @param differences by the number of the order, the first of them
 * @param moreDifferences how many are not listed
 */
public record Verification(
    boolean valid, long checked, @Nullable String firstBroken, List<OrderDifference> differences, long moreDifferences) {

  static Verification of(Journal.Verification chains, List<OrderDifference> differences, long moreDifferences) {
    return new Verification(
        chains.valid() && differences.isEmpty(), chains.checked(), chains.firstBroken(), differences, moreDifferences);
  }
}
