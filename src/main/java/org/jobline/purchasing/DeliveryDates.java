package org.jobline.purchasing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When the supplier means to deliver: a date for all open lines, other ones for some. */
final class DeliveryDates {

  private static final String DATE = "deliveryDate";

  private final PurchaseOrder order;
  private final Findings findings;
  private final LocalDate today;

  DeliveryDates(PurchaseOrder order, Findings findings, LocalDate today) {
    this.order = order;
    this.findings = findings;
    this.today = today;
  }

  /** @param forAll null when only the others are known */
  Map<PurchaseLine, LocalDate> promised(@Nullable LocalDate forAll, List<PromisedLine> own) {
    TypedLines typed = new TypedLines(order, findings);
    Map<PurchaseLine, LocalDate> dates = new LinkedHashMap<>();
    if (forAll != null) {
      if (forAll.isBefore(today)) {
        findings.add(DATE, "Delivery date can't be in the past.");
      }
      order.openLines().forEach(line -> dates.put(line, forAll));
    }
    own.forEach(promised -> typed.line(Findings.LINES, promised.position()).ifPresent(line -> {
      if (!line.isOpen()) {
        findings.ofLine(line.position(), "nothing is open.");
      }
      if (promised.date().isBefore(today)) {
        findings.ofLine(DATE, line.position(), "Delivery date can't be in the past.");
      }
      dates.put(line, promised.date());
    }));
    return dates;
  }
}
