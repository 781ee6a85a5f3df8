package org.jobline.purchasing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a return does to an order: what is to be replaced is open again, for the rest a credit note is expected. */
final class ReturnPosting {

  private final PurchaseOrder order;
  private final ReturnItems command;

  ReturnPosting(PurchaseOrder order, ReturnItems command) {
    this.order = order;
    this.command = command;
  }

  /** @throws org.jobline.platform.error.InvalidFieldsException when something is wrong with it */
  Movement movement(Recorded recorded) {
    order.requireSubmitted();
    Findings findings = new Findings();
    TypedLines typed = new TypedLines(order, findings);
    ReturnCheck check = new ReturnCheck(typed, findings);
    Map<Integer, List<ReturnedItem>> items = command.items().stream()
        .collect(Collectors.groupingBy(ReturnedItem::position, LinkedHashMap::new, Collectors.toList()));
    if (items.isEmpty()) {
      findings.add(ReturnCheck.RETURNS, "Enter what is returned of at least one line.");
    }
    items.forEach((position, back) -> typed.line(ReturnCheck.RETURNS, position).ifPresent(line ->
        check.sum(line, back).filter(returned -> returned.compareTo(line.accepted()) > 0).ifPresent(returned ->
            findings.ofLine(ReturnCheck.RETURNS, position, "no more than " + line.accepted()
                + " can be returned: that's what was received and not sent back yet."))));
    findings.throwIfAny();
    return order.document(Movement.Kind.RETURN, Movement.Particulars.NONE, lines(), recorded);
  }

  private List<Movement.Line> lines() {
    List<Movement.Line> lines = new ArrayList<>();
    command.items().forEach(item -> lines.add(Movement.Line.returned(item, QuantityChange.ofReturned(
        order.line(item.position()).orElseThrow().quantity(item.quantity()), command.isReplacementWanted()))));
    return lines;
  }
}
