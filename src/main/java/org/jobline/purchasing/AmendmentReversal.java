package org.jobline.purchasing;

import java.util.Optional;

/** Puts the lines of an order back to what they were before it was last amended. */
final class AmendmentReversal {

  private final PurchaseOrder order;
  private final Amendment amendment;

  AmendmentReversal(PurchaseOrder order, Amendment amendment) {
    this.order = order;
    this.amendment = amendment;
  }

  /** Not when the order has come to something else since, or goods build on what was changed. */
  boolean isPossible() {
    return amendment.undoes() == null && order.order().cancelledAt().isEmpty()
        && order.totals().net().equals(amendment.netAfter())
        && amendment.netBefore().compareTo(amendment.netAfter()) < 0
        && amendment.lines().stream().allMatch(this::isPossible);
  }

  private boolean isPossible(Amendment.Line changed) {
    Optional<PurchaseLine> line = order.line(changed.position());
    if (changed.after() == null) {
      return line.isEmpty();
    }
    Amendment.Terms before = changed.before();
    if (before == null) {
      return line.isPresent() && !order.movements().name(changed.position()) && !order.invoices().name(changed.position());
    }
    return line.filter(present -> present.canGoBackTo(before)).isPresent();
  }

  void apply() {
    amendment.lines().forEach(changed -> {
      Amendment.Terms before = changed.before();
      if (changed.after() == null) {
        order.restore(changed);
      } else if (before == null) {
        order.remove(order.line(changed.position()).orElseThrow());
      } else {
        order.line(changed.position()).orElseThrow().goBackTo(before);
      }
    });
  }
}
