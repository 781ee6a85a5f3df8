package org.jobline.purchasing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jobline.purchasing.EditLines.ChangedLine;
import org.jspecify.annotations.Nullable;

/** Other lines than were ordered, checked before one is changed. */
final class LineAmendment {

  private final PurchaseOrder order;
  private final EditLines command;
  private final Findings findings = new Findings();
  private final TypedLines typed;
  private final Map<PurchaseLine, Change> changes = new LinkedHashMap<>();
  private final List<LineTerms> added = new ArrayList<>();
  private List<PurchaseLine> removed = List.of();

  LineAmendment(PurchaseOrder order, EditLines command) {
    this.order = order;
    this.command = command;
    this.typed = new TypedLines(order, findings);
  }

  private record Change(Quantity ordered, Money price, @Nullable LocalDate requiredBy) {

    boolean isOf(PurchaseLine line) {
      return ordered.equals(line.ordered()) && price.equals(line.price())
          && Objects.equals(requiredBy, line.requiredBy().orElse(null));
    }
  }

  /**
   * @return what was changed
   * @throws org.jobline.platform.error.InvalidFieldsException when something is wrong with it
   */
  List<Amendment.Line> apply(Recorded recorded) {
    if (order.isSubmitted()) {
      findings.required("reason", "Reason", command.reason());
    }
    List<Integer> named = new ArrayList<>(command.removed());
    command.changed().forEach(change -> named.add(change.position()));
    typed.once(Findings.LINES, named);
    removed = command.removed().stream().distinct()
        .flatMap(position -> typed.line(Findings.LINES, position).stream()).toList();
    removed.forEach(this::checkRemoved);
    command.changed().forEach(change -> typed.line(Findings.LINES, change.position())
        .ifPresent(line -> change(line, change, recorded.today())));
    Findings ofAdded = new Findings();
    // rows that are added are told by the positions they will have
    for (int i = 0; i < command.added().size(); i++) {
      LineTerms.of(order.lastPosition() + i + 1, command.added().get(i), order.currency(),
          order.terms().freeTextLines(), recorded.today(), ofAdded).ifPresent(added::add);
    }
    findings.addAllOf("added", ofAdded);
    checkWhole();
    findings.throwIfAny();
    List<Amendment.Line> amended = new ArrayList<>();
    changes.forEach((line, change) -> {
      if (!change.isOf(line)) {
        Amendment.Terms before = line.terms();
        line.amend(change.ordered(), change.price(), change.requiredBy());
        amended.add(Amendment.Line.changed(line, before));
      }
    });
    removed.forEach(line -> {
      amended.add(Amendment.Line.removed(line));
      order.remove(line);
    });
    added.forEach(terms -> amended.add(Amendment.Line.added(order.add(terms))));
    return amended;
  }

  private void checkRemoved(PurchaseLine line) {
    if (order.movements().name(line.position()) || order.invoices().name(line.position())) {
      findings.ofLine(line.position(),
          "it has deliveries or invoices. Mark the rest of it as not required rather than removing it.");
    }
  }

  private void change(PurchaseLine line, ChangedLine change, LocalDate today) {
    int position = line.position();
    if (change.requiredBy() != null && change.requiredBy().isBefore(today)
        && !change.requiredBy().equals(line.requiredBy().orElse(null))) {
      findings.ofLine(position, "Required by can't be in the past.");
    }
    Optional<Money> price = LineTerms.price(position, change.unitPrice(), order.currency(), findings);
    Optional<Quantity> ordered = LineTerms.quantity(position, change.quantity(), line.unit(), findings);
    Quantity least = line.quantity(line.quantities().leastOrdered());
    if (ordered.isPresent() && ordered.get().compareTo(least) < 0) {
      findings.ofLine(position, "enter at least " + least
          + ": so much of it was received, returned for credit or is no longer required.");
      return;
    }
    ordered.ifPresent(quantity -> price.ifPresent(each ->
        changes.put(line, new Change(quantity, each, change.requiredBy()))));
  }

  private void checkWhole() {
    if (!findings.isEmpty()) {
      return;
    }
    if (added.isEmpty() && removed.isEmpty() && changes.entrySet().stream()
        .allMatch(change -> change.getValue().isOf(change.getKey()))) {
      findings.add(Findings.LINES, "You haven't changed anything.");
    }
    if (order.lines().size() == removed.size() && added.isEmpty()) {
      findings.add(Findings.LINES, "At least one line is required.");
    } else if (order.isNothingReceived() && added.isEmpty() && order.lines().stream()
        .filter(line -> !removed.contains(line)).noneMatch(this::isSomethingToCome)) {
      findings.add(Findings.LINES, "Nothing would be left to come. Cancel the order instead.");
    }
  }

  private boolean isSomethingToCome(PurchaseLine line) {
    Quantity ordered = changes.containsKey(line) ? changes.get(line).ordered() : line.ordered();
    return ordered.compareTo(line.quantity(line.quantities().leastOrdered())) > 0;
  }
}
