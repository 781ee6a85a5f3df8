package org.jobline.purchasing;

/** Undoes a dispatch, receipt or return by a counter-row, unless something that came later builds on it. */
final class MovementReversal {

  private static final String DOCUMENT = "document";

  private final PurchaseOrder order;
  private final UndoDocument command;
  private final Findings findings = new Findings();

  MovementReversal(PurchaseOrder order, UndoDocument command) {
    this.order = order;
    this.command = command;
  }

  /** @throws org.jobline.platform.error.InvalidFieldsException when something is wrong with it */
  Movement movement(Recorded recorded) {
    order.requireSubmitted();
    String reason = findings.required("reason", "Reason", command.reason());
    order.movements().find(command.number()).ifPresentOrElse(this::check,
        () -> findings.add(DOCUMENT, "There is no document " + command.number() + " on this order."));
    findings.throwIfAny();
    Movement undone = order.movements().find(command.number()).orElseThrow();
    return order.document(Movement.Kind.COUNTER, Movement.Particulars.undoing(undone.number(), reason),
        undone.reversedLines(), recorded);
  }

  private void check(Movement movement) {
    if (!movement.kind().canBeUndone()) {
      findings.add(DOCUMENT, "Only dispatches, receipts and returns can be undone, not " + movement.number() + ".");
      return;
    }
    order.movements().counterOf(movement).ifPresent(counter -> findings.add(DOCUMENT,
        movement.number() + " has already been undone by " + counter.number() + "."));
    order.invoices().creditOfReturn(movement.number()).ifPresent(credit -> findings.add(DOCUMENT,
        "Credit note " + credit.number() + " is for what was returned by " + movement.number() + ". Dispute it first."));
    if (findings.isEmpty()) {
      movement.positions().stream().map(position -> order.line(position).orElseThrow())
          .filter(line -> !line.quantities().allow(movement.change(line.position()).reversed()))
          .forEach(line -> findings.ofLine(DOCUMENT, line.position(), "without " + movement.number()
              + " its quantities wouldn't add up: " + line.accepted() + " accepted, " + line.open()
              + " open. Undo what was recorded later first."));
    }
  }
}
