package org.jobline.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jobline.purchasing.NewCreditNote.CreditedLine;

/** Ends an order by what an agent and finance can always do; nothing of it may be refused. */
final class WayOut {

  private final RandomPurchase purchase;
  private final PurchaseOrder order;

  WayOut(RandomPurchase purchase) {
    this.purchase = purchase;
    this.order = purchase.order();
  }

  void take() {
    if (order.order().cancelledAt().isPresent()) {
      return;
    }
    boolean canBeCancelled = order.isNothingReceived() && order.lines().stream()
        .allMatch(line -> line.quantities().sum().dispatched().signum() == 0 && !line.invoiced().isPositive());
    if (canBeCancelled) {
      order.cancel("not needed", Bought.NOW);
      assertThat(order.order().cancelledAt()).isPresent();
      return;
    }
    if (order.isAnyLineOpen()) {
      order.endRemaining(Bought.notRequired(), Bought.NOW);
    }
    acceptAll();
    while (order.isCreditExpected()) {
      creditOne();
      acceptAll();
    }
    if (!order.isSettled()) {
      order.invoice(Bought.byTotal(purchase.paper(), order.toInvoice().amount().toPlainString(), "0"), Bought.NOW);
      acceptAll();
    }
    assertThat(order.isAnyLineOpen()).isFalse();
    assertThat(order.isSettled()).as("settled: %s", order.allInvoices()).isTrue();
  }

  private void acceptAll() {
    Optional<PurchaseInvoice> waiting = order.allInvoices().stream().filter(PurchaseInvoice::isWaiting).findFirst();
    while (waiting.isPresent()) {
      order.accept(waiting.get().number().typed(), "agreed", Bought.NOW);
      waiting = order.allInvoices().stream().filter(PurchaseInvoice::isWaiting).findFirst();
    }
  }

  /** The supplier credits what it can of one return by one invoice. */
  private void creditOne() {
    PurchaseLine line = order.lines().stream().filter(each -> order.creditExpected(each).signum() > 0).findFirst()
        .orElseThrow();
    for (Movement movement : order.allMovements()) {
      BigDecimal uncredited = movement.change(line.position()).returnedForCredit()
          .subtract(order.invoices().creditedOfReturn(movement.number(), line.position()));
      if (movement.kind() == Movement.Kind.RETURN && order.movements().counterOf(movement).isEmpty()
          && uncredited.signum() > 0) {
        creditBy(movement, line, uncredited);
        return;
      }
    }
    throw new AssertionError("A credit note is expected, and nothing is left to be credited: " + line);
  }

  private void creditBy(Movement movement, PurchaseLine line, BigDecimal uncredited) {
    PurchaseInvoice invoice = order.invoices().invoices()
        .filter(each -> left(each, line).signum() > 0).findFirst().orElseThrow();
    BigDecimal quantity = left(invoice, line).min(uncredited).min(order.creditExpected(line));
    order.credit(new NewCreditNote(purchase.paper(), Bought.TODAY, CreditKind.RETURNED, invoice.number().typed(),
        movement.number(), List.of(new CreditedLine(line.position(), quantity, null)), BigDecimal.ZERO, BigDecimal.ZERO),
        Bought.NOW);
  }

  private BigDecimal left(PurchaseInvoice invoice, PurchaseLine line) {
    return invoice.line(line.position()).map(new Creditable(invoice, order.invoices())::quantity)
        .orElse(BigDecimal.ZERO);
  }
}
