package org.jobline.purchasing;

import java.util.List;
import java.util.Map;

/** What is no longer expected of an order, and what is expected again after all. */
final class RemainderPosting {

  private static final String REASON = "reason";

  private final PurchaseOrder order;
  private final Findings findings = new Findings();
  private final TypedLines typed;

  RemainderPosting(PurchaseOrder order) {
    this.order = order;
    this.typed = new TypedLines(order, findings);
  }

  /** @throws org.jobline.platform.error.InvalidFieldsException when something is wrong with it */
  Movement notRequired(RemainingNotRequired command, Recorded recorded) {
    order.requireSubmitted();
    String reason = findings.required(REASON, "Reason", command.reason());
    List<PurchaseLine> lines = command.positions().isEmpty()
        ? order.openLines() : typed.lines(Findings.LINES, command.positions());
    lines.stream().filter(line -> !line.isOpen())
        .forEach(line -> findings.ofLine(line.position(), "nothing is open."));
    if (findings.isEmpty() && lines.isEmpty()) {
      findings.add(Findings.LINES, "No line is open.");
    }
    findings.throwIfAny();
    return order.document(Movement.Kind.NOT_REQUIRED, Movement.Particulars.because(reason), lines.stream()
        .map(line -> Movement.Line.of(line, QuantityChange.ofNotRequired(line.open().amount()))).toList(), recorded);
  }

  /** @param refused the lines the supplier does not deliver, with what it says */
  Movement refused(Map<PurchaseLine, String> refused, Recorded recorded) {
    return order.document(Movement.Kind.NOT_REQUIRED, Movement.Particulars.because("refused by the supplier"),
        refused.entrySet().stream().map(each -> Movement.Line.refused(
            each.getKey(), QuantityChange.ofNotRequired(each.getKey().open().amount()), each.getValue())).toList(),
        recorded);
  }

  /** @throws org.jobline.platform.error.InvalidFieldsException when something is wrong with it */
  Movement requiredAgain(RequireAgain command, Recorded recorded) {
    order.requireSubmitted();
    String reason = findings.required(REASON, "Reason", command.reason());
    List<PurchaseLine> lines = typed.lines(Findings.LINES, command.positions());
    if (command.positions().isEmpty()) {
      findings.add(Findings.LINES, "Pick at least one line.");
    }
    for (PurchaseLine line : lines) {
      if (!line.notRequired().isPositive()) {
        findings.ofLine(line.position(), "nothing of it was marked as not required.");
      } else if (line.quantities().sum().billed().signum() > 0) {
        findings.ofLine(line.position(), "it has been invoiced. Add a new line for what is required.");
      }
    }
    findings.throwIfAny();
    return order.document(Movement.Kind.REQUIRED_AGAIN, Movement.Particulars.because(reason), lines.stream()
        .map(line -> Movement.Line.of(line, QuantityChange.ofNotRequired(line.notRequired().amount().negate())))
        .toList(), recorded);
  }
}
