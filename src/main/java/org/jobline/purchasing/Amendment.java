package org.jobline.purchasing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was changed of an order's lines and delivery charge: never changed itself, undone by another.
 *
 * @param sequence among the amendments of the order, counted from 1
 * @param number by which people speak of it: PO-100012/E2
 * @param undoes the number of the one it undoes
 * @param chargeBefore null for what the terms say, as the one after
 * @param netBefore what the order came to, without VAT
 * @param sheetVersion of the order sheet that says so; null when the supplier has no sheet, or one that says the same
 */
record Amendment(
    int sequence, String number, @Nullable String reason, @Nullable String undoes, @Nullable BigDecimal chargeBefore,
    @Nullable BigDecimal chargeAfter, Money netBefore, Money netAfter, @Nullable Integer sheetVersion, List<Line> lines,
    String recordedBy, Instant recordedAt) {

  Amendment {
    lines = List.copyOf(lines);
  }

  static String number(String order, int sequence) {
    return order + "/E" + sequence;
  }

  /**
   * A line that was added, changed or removed.
   *
   * @param before null when it was added
   * @param after null when it was removed
   */
  record Line(int position, Item item, @Nullable Terms before, @Nullable Terms after) {

    static Line added(PurchaseLine line) {
      return new Line(line.position(), line.item(), null, line.terms());
    }

    static Line changed(PurchaseLine line, Terms before) {
      return new Line(line.position(), line.item(), before, line.terms());
    }

    static Line removed(PurchaseLine line) {
      return new Line(line.position(), line.item(), line.terms(), null);
    }

    private Line reversed() {
      return new Line(position, item, after, before);
    }
  }

  /** What no amendment changes of a line. */
  record Item(
      @Nullable String part, String description, UnitOfPurchase unit, BigDecimal vatRate,
      @Nullable BigDecimal tolerancePercent, @Nullable LocalDate promisedOn) {}

  /**
   * What an amendment may change of a line.
   *
   * @param ordered in base units, as what was kept
   * @param price for one unit of purchase
   */
  record Terms(BigDecimal ordered, BigDecimal kept, Money price, @Nullable LocalDate requiredBy) {}

  Amendment counter(int nextSequence, String order, String why, Recorded recorded) {
    return new Amendment(
        nextSequence, number(order, nextSequence), why, number, chargeAfter, chargeBefore, netAfter, netBefore, null,
        lines.stream().map(Line::reversed).toList(), recorded.by(), recorded.at());
  }
}
