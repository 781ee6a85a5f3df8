package org.jobline.replay;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jobline.order.OrderNumber;
import org.jobline.order.StatusCode;
import org.jobline.purchasing.PurchaseInvoice;
import org.jobline.purchasing.PurchaseLine;
import org.jobline.purchasing.PurchaseOrder;

/**
 * What the reading of a purchase log depends on besides the event; quantities are those of the only line.
 *
 * @param isOver            whether its end of life was reached
 * @param reinstatableUntil null while the order is not cancelled
 * @param wanted            how many the case comes to, as it is logged
 * @param least             what cannot be taken out of the order any more
 * @param toInvoice         what has come and was not invoiced
 * @param isInvoicedForGood whether a final invoice was accepted
 */
record PurchaseState(
    OrderNumber number, StatusCode status, boolean isOver, Instant reinstatableUntil, int wanted, BigDecimal ordered, BigDecimal least,
    BigDecimal open, BigDecimal accepted, BigDecimal price, BigDecimal toInvoice, boolean isInvoicedForGood,
    int receipts, int invoices, int returns) implements OrderState {

  private static final Duration REINSTATABLE = Duration.ofDays(30);

  static PurchaseState of(PurchaseOrder order, boolean isOver, int wanted) {
    PurchaseLine line = order.lines().get(0);
    return new PurchaseState(
        order.number(), order.order().status().code(), isOver, order.order().cancelledAt().map(REINSTATABLE::addTo).map(Instant::from)
            .orElse(null),
        wanted, line.ordered().amount(), line.quantities().leastOrdered(), line.open().amount(),
        line.accepted().amount(), line.price().amount(), line.quantities().toInvoice(),
        order.allInvoices().stream().anyMatch(invoice -> invoice.isAccepted() && invoice.decision().isFinal()),
        count(order, "receipt"), (int) order.allInvoices().stream().filter(PurchaseInvoice::isLive).count(),
        count(order, "return"));
  }

  private static int count(PurchaseOrder order, String kind) {
    return (int) order.allMovements().stream().filter(movement -> movement.kind().label().equals(kind)).count();
  }

  @Override
  public List<Step> plan(LogEvent event, Instant at) {
    return PurchaseMapping.plan(event, at, this);
  }
}
