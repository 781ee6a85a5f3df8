package org.jobline.purchasing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what was typed for lines of an order, which have to be among its lines. */
final class TypedLines {

  private final PurchaseOrder order;
  private final Findings findings;

  TypedLines(PurchaseOrder order, Findings findings) {
    this.order = order;
    this.findings = findings;
  }

  Optional<PurchaseLine> line(String field, int position) {
    Optional<PurchaseLine> line = order.line(position);
    if (line.isEmpty()) {
      findings.add(field, "There is no line " + position + " on this order.");
    }
    return line;
  }

  List<PurchaseLine> lines(String field, Collection<Integer> positions) {
    once(field, positions);
    return positions.stream().distinct().flatMap(position -> line(field, position).stream()).toList();
  }

  void once(String field, Collection<Integer> positions) {
    Set<Integer> seen = new HashSet<>();
    positions.stream().filter(position -> !seen.add(position)).distinct()
        .forEach(position -> findings.ofLine(field, position, "is there twice."));
  }

  /** A count in base units, 0 or more. */
  Optional<Quantity> count(String field, PurchaseLine line, BigDecimal typed) {
    Optional<Quantity> counted = typed.signum() < 0 ? Optional.empty() : line.unit().count(typed);
    if (counted.isEmpty()) {
      findings.ofLine(field, line.position(), line.unit().places() == 0
          ? "enter whole " + line.unit().many() + "."
          : "enter " + line.unit().many() + " with up to " + line.unit().places() + " decimals.");
    }
    return counted;
  }

  /** A count of more than nothing. */
  Optional<Quantity> countAboveZero(String field, PurchaseLine line, BigDecimal typed) {
    Optional<Quantity> counted = count(field, line, typed);
    if (counted.isPresent() && !counted.get().isPositive()) {
      findings.ofLine(field, line.position(), "enter a quantity above 0.");
      return Optional.empty();
    }
    return counted;
  }
}
