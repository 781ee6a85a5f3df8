package org.jobline.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;

/** Ends an order by what an agent and finance can always do; nothing of it may be refused. */
final class WayOut {

  private final Supplier<PurchaseOrder> orders;
  private final Hands hands;

  /** @param order as it stands whenever it is asked */
  WayOut(Supplier<PurchaseOrder> order, Hands hands) {
    this.orders = order;
    this.hands = hands;
  }

  /** What the way is gone by. */
  interface Hands {

    void cancel();

    /** Marks all that is open as not required. */
    void endRemaining();

    void accept(PurchaseInvoice waiting);

    void credit(PurchaseInvoice invoice, Movement goods, PurchaseLine line, BigDecimal quantity);

    /** By the total of what is to be invoiced, and for good. */
    void invoiceRest();
  }

  private PurchaseOrder order() {
    return orders.get();
  }

  void take() {
    if (order().order().cancelledAt().isPresent()) {
      return;
    }
    boolean canBeCancelled = order().isNothingReceived() && order().lines().stream()
        .allMatch(line -> line.quantities().sum().dispatched().signum() == 0 && !line.invoiced().isPositive());
    if (canBeCancelled) {
      hands.cancel();
      assertThat(order().order().cancelledAt()).isPresent();
      return;
    }
    if (order().isAnyLineOpen()) {
      hands.endRemaining();
    }
    acceptAll();
    while (order().isCreditExpected()) {
      creditOne();
      acceptAll();
    }
    if (!order().isSettled()) {
      hands.invoiceRest();
      acceptAll();
    }
    assertThat(order().isAnyLineOpen()).isFalse();
    assertThat(order().isSettled()).as("settled: %s", order().allInvoices()).isTrue();
  }

  private void acceptAll() {
    for (Optional<PurchaseInvoice> waiting = order().waitingInvoice(); waiting.isPresent();
        waiting = order().waitingInvoice()) {
      hands.accept(waiting.get());
    }
  }

  /** The supplier credits what it can of one return by one invoice. */
  private void creditOne() {
    PurchaseOrder order = order();
    PurchaseLine line = order.lines().stream().filter(each -> order.creditExpected(each).signum() > 0).findFirst()
        .orElseThrow();
    for (Movement movement : order.allMovements()) {
      BigDecimal uncredited = movement.change(line.position()).returnedForCredit()
          .subtract(order.invoices().creditedOfReturn(movement.number(), line.position()));
      if (movement.kind() == Movement.Kind.RETURN && order.movements().counterOf(movement).isEmpty()
          && uncredited.signum() > 0) {
        creditBy(order, movement, line, uncredited);
        return;
      }
    }
    throw new AssertionError("A credit note is expected, and nothing is left to be credited: " + line);
  }

  private void creditBy(PurchaseOrder order, Movement movement, PurchaseLine line, BigDecimal uncredited) {
    PurchaseInvoice invoice = order.invoices().invoices()
        .filter(each -> left(order, each, line).signum() > 0).findFirst().orElseThrow();
    hands.credit(invoice, movement, line, left(order, invoice, line).min(uncredited).min(order.creditExpected(line)));
  }

  private static BigDecimal left(PurchaseOrder order, PurchaseInvoice invoice, PurchaseLine line) {
    return invoice.line(line.position()).map(new Creditable(invoice, order.invoices())::quantity)
        .orElse(BigDecimal.ZERO);
  }
}
