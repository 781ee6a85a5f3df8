package org.jobline.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobline.purchasing.DispatchItems.DispatchedLine;
import org.jspecify.annotations.Nullable;

/** What a dispatch does to an order: some of what is open is on its way. */
final class DispatchPosting {

  private static final String DATE = "dispatchDate";

  private final PurchaseOrder order;
  private final DispatchItems command;
  private final Findings findings = new Findings();
  private final TypedLines typed;

  DispatchPosting(PurchaseOrder order, DispatchItems command) {
    this.order = order;
    this.command = command;
    this.typed = new TypedLines(order, findings);
  }

  /** @throws org.jobline.platform.error.InvalidFieldsException when something is wrong with it */
  Movement movement(Recorded recorded) {
    order.requireSubmitted();
    List<Movement.Line> lines = new ArrayList<>();
    dispatched().forEach(each -> typed.line(Findings.LINES, each.position()).ifPresent(line -> {
      Optional<Quantity> quantity = quantity(line, each.quantity());
      Optional<LocalDate> date = date(line, each.date(), recorded.today());
      quantity.ifPresent(dispatched ->
          date.ifPresent(on -> lines.add(Movement.Line.dispatched(line, dispatched, on))));
    }));
    if (findings.isEmpty() && lines.isEmpty()) {
      findings.add(Findings.LINES, "Everything that is open is already on its way.");
    }
    findings.throwIfAny();
    return order.document(Movement.Kind.DISPATCH, Movement.Particulars.ofDispatch(command), lines, recorded);
  }

  private List<DispatchedLine> dispatched() {
    if (command.lines().isEmpty()) {
      return order.openLines().stream().filter(line -> line.quantities().notDispatched().signum() > 0)
          .map(line -> new DispatchedLine(line.position(), null, null)).toList();
    }
    typed.once(Findings.LINES, command.lines().stream().map(DispatchedLine::position).toList());
    return command.lines();
  }

  private Optional<Quantity> quantity(PurchaseLine line, @Nullable BigDecimal entered) {
    Quantity possible = line.quantity(line.quantities().notDispatched());
    if (entered == null && possible.isPositive()) {
      return Optional.of(possible);
    }
    Optional<Quantity> quantity = entered == null
        ? Optional.of(possible) : typed.countAboveZero(Findings.LINES, line, entered);
    if (quantity.isPresent() && (entered == null || quantity.get().compareTo(possible) > 0)) {
      findings.ofLine(line.position(), "no more than " + possible + " can be dispatched: the rest has arrived, is on its"
          + " way or isn't required.");
      return Optional.empty();
    }
    return quantity;
  }

  private Optional<LocalDate> date(PurchaseLine line, @Nullable LocalDate own, LocalDate today) {
    LocalDate date = own == null ? command.date() : own;
    if (date == null) {
      findings.ofLine(DATE, line.position(), "enter the dispatch date.");
      return Optional.empty();
    }
    if (date.isAfter(today)) {
      findings.ofLine(DATE, line.position(), "Dispatch date can't be in the future.");
    }
    return Optional.of(date);
  }
}
