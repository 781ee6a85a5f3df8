package org.jobline.purchasing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What is required of whatever is sent back, at a receipt or later. */
final class ReturnCheck {

  static final String RETURNS = "returns";

  private final TypedLines typed;
  private final Findings findings;

  ReturnCheck(TypedLines typed, Findings findings) {
    this.typed = typed;
    this.findings = findings;
  }

  /** All that is sent back of a line; empty when something is wrong with it. */
  Optional<Quantity> sum(PurchaseLine line, List<ReturnedItem> items) {
    Optional<Quantity> sum = Optional.of(line.quantity(BigDecimal.ZERO));
    for (ReturnedItem item : items) {
      Optional<Quantity> quantity = typed.countAboveZero(RETURNS, line, item.quantity());
      sum = sum.flatMap(before -> quantity.map(before::plus));
      if (item.reason() == null) {
        findings.ofLine(RETURNS, line.position(), "choose a reason for the return.");
      }
      if (item.authorisationNumber() == null || item.authorisationNumber().isBlank()) {
        findings.ofLine(RETURNS, line.position(), "enter the supplier's return authorisation number.");
      }
    }
    return sum;
  }
}
