package org.jobline.purchasing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jobline.purchasing.ReceiptOfItems.ReceivedLine;

/**
 * What a receipt does to an order: goods come in, some go straight back, and what is more than open is kept or returned.
 */
final class ReceiptPosting {

  private static final String NOTE = "deliveryNote";
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final PurchaseOrder order;
  private final ReceiptOfItems command;
  private final Findings findings = new Findings();
  private final TypedLines typed;

  ReceiptPosting(PurchaseOrder order, ReceiptOfItems command) {
    this.order = order;
    this.command = command;
    this.typed = new TypedLines(order, findings);
  }

  /** One line of it, with all that is sent back of it and all that is kept beyond what was open. */
  private record Arrival(PurchaseLine line, Quantity received, Quantity returned, Quantity kept) {}

  /**
   * @throws RecordedMeanwhileException when goods moved since the agent looked at the order
   * @throws org.jobline.platform.error.InvalidFieldsException when something is wrong with it
   */
  Movement movement(Recorded recorded) {
    order.requireSubmitted();
    requireSeen();
    Optional<DocumentNumber> note = deliveryNote();
    List<Arrival> arrivals = arrivals();
    if (findings.isEmpty() && arrivals.stream().noneMatch(arrival -> arrival.received().isPositive())) {
      findings.add(Findings.LINES, "Enter what was received of at least one line.");
    }
    findings.throwIfAny();
    return order.document(
        Movement.Kind.RECEIPT, Movement.Particulars.ofReceipt(note.orElseThrow()), lines(arrivals), recorded);
  }

  /** Whether something is kept that is above the tolerance of its line, unless the receipt is refused anyway. */
  boolean needsFinance() {
    List<Arrival> arrivals = arrivals();
    return findings.isEmpty() && arrivals.stream().anyMatch(this::isAboveTolerance);
  }

  private void requireSeen() {
    if (command.seenDocuments() != null) {
      order.requireMovementsSeen(command.seenDocuments());
    }
  }

  private Optional<DocumentNumber> deliveryNote() {
    String text = findings.required(NOTE, "Delivery note", command.deliveryNote());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!DocumentNumber.isOne(text)) {
      findings.add(NOTE, "Delivery note must have letters or digits, up to 60 characters.");
      return Optional.empty();
    }
    DocumentNumber note = new DocumentNumber(text);
    order.movements().receiptBy(note).ifPresent(receipt -> findings.add(NOTE,
        "Delivery note " + receipt.particulars().deliveryNote() + " was already receipted as " + receipt.number()
            + " by " + receipt.recordedBy() + "."));
    return Optional.of(note);
  }

  private List<Arrival> arrivals() {
    Map<Integer, List<ReturnedItem>> returns = command.returns().stream()
        .collect(Collectors.groupingBy(ReturnedItem::position, LinkedHashMap::new, Collectors.toList()));
    ReturnCheck check = new ReturnCheck(typed, findings);
    List<Arrival> arrivals = new ArrayList<>();
    for (ReceivedLine received : received()) {
      List<ReturnedItem> back = Optional.ofNullable(returns.remove(received.position())).orElse(List.of());
      typed.line(Findings.LINES, received.position()).ifPresent(line ->
          typed.count(Findings.LINES, line, received.quantity()).ifPresent(quantity ->
              check.sum(line, back).flatMap(returned -> arrival(line, quantity, returned, received.isSurplusKept()))
                  .ifPresent(arrivals::add)));
    }
    returns.keySet().forEach(position -> findings.ofLine(
        ReturnCheck.RETURNS, position, "enter what was received before what was returned of it."));
    return arrivals;
  }

  private List<ReceivedLine> received() {
    if (!command.isInFull()) {
      typed.once(Findings.LINES, command.lines().stream().map(ReceivedLine::position).toList());
      return command.lines();
    }
    if (!command.lines().isEmpty()) {
      findings.add(Findings.LINES, "Leave the quantities blank for a receipt in full.");
    }
    return order.openLines().stream().map(line -> new ReceivedLine(line.position(), line.open().amount(), false))
        .toList();
  }

  private Optional<Arrival> arrival(PurchaseLine line, Quantity received, Quantity returned, boolean isSurplusKept) {
    if (returned.compareTo(received) > 0) {
      findings.ofLine(ReturnCheck.RETURNS, line.position(),
          "only " + received + " received now, so no more than that can be returned.");
      return Optional.empty();
    }
    Quantity surplus = received.minus(returned).minus(line.open());
    if (surplus.isPositive() && !isSurplusKept) {
      findings.ofLine(line.position(), surplus + " more than the " + line.open()
          + " still open. Keep them, or enter them as returned.");
      return Optional.empty();
    }
    Quantity kept = surplus.isPositive() ? surplus : line.quantity(BigDecimal.ZERO);
    return Optional.of(new Arrival(line, received, returned, kept));
  }

  /** All that was ever kept of the line counts, and nothing is rounded. */
  private boolean isAboveTolerance(Arrival arrival) {
    PurchaseLine line = arrival.line();
    BigDecimal kept = line.quantities().sum().kept().add(arrival.kept().amount());
    BigDecimal percent = line.tolerancePercent().orElse(order.terms().overDeliveryPercent());
    BigDecimal allowed = line.quantities().orderedOnPurpose().multiply(percent);
    return arrival.kept().isPositive() && kept.multiply(HUNDRED).compareTo(allowed) > 0;
  }

  private List<Movement.Line> lines(List<Arrival> arrivals) {
    List<Movement.Line> lines = new ArrayList<>();
    arrivals.stream().filter(arrival -> arrival.received().isPositive()).forEach(arrival ->
        lines.add(Movement.Line.of(arrival.line(), QuantityChange.ofReceived(arrival.received(), arrival.kept()))));
    command.returns().forEach(item -> lines.add(Movement.Line.returned(item,
        QuantityChange.ofReturned(order.line(item.position()).orElseThrow().quantity(item.quantity()), true))));
    return lines;
  }
}
