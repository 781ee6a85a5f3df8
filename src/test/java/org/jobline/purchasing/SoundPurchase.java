package org.jobline.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jobline.purchasing.PurchaseInvoice.State;

/** What is true of every purchasing order (domain/purchasing.md, The line invariant). */
final class SoundPurchase {

  private static final BigDecimal ZERO = BigDecimal.ZERO;

  private SoundPurchase() {}

  static void check(PurchaseOrder order) {
    order.lines().forEach(line -> {
      checkInvariant(line);
      checkSums(order, line);
    });
    checkDerived(order);
    checkCredits(order);
    checkReturns(order);
    checkMoney(order);
  }

  private static void checkInvariant(PurchaseLine line) {
    QuantityChange sum = line.quantities().sum();
    assertThat(List.of(sum.ordered(), sum.dispatched(), sum.received(), sum.returned(), sum.returnedForCredit(),
        sum.notRequired(), sum.billed(), sum.credited())).as("%s", line).allMatch(figure -> figure.signum() >= 0);
    assertThat(sum.returned()).isLessThanOrEqualTo(sum.received());
    assertThat(sum.returnedForCredit()).isLessThanOrEqualTo(sum.returned());
    assertThat(sum.credited()).isLessThanOrEqualTo(sum.billed());
    BigDecimal accepted = sum.received().subtract(sum.returned());
    BigDecimal open = sum.ordered().subtract(sum.notRequired()).subtract(sum.returnedForCredit()).subtract(accepted);
    assertThat(open).as("%s", line).isGreaterThanOrEqualTo(ZERO);
    assertThat(line.open().amount()).isEqualByComparingTo(open);
    assertThat(line.isOpen()).isEqualTo(open.signum() > 0);
  }

  /** The figures of a line are what its documents say, to the last decimal. */
  private static void checkSums(PurchaseOrder order, PurchaseLine line) {
    QuantityChange moved = order.allMovements().stream().map(movement -> movement.change(line.position()))
        .reduce(QuantityChange.NONE, QuantityChange::plus);
    QuantityChange invoiced = order.allInvoices().stream()
        .filter(invoice -> invoice.decision().state() != State.DISPUTED)
        .flatMap(invoice -> invoice.line(line.position()).stream()).map(PurchaseInvoice.Line::change)
        .reduce(QuantityChange.NONE, QuantityChange::plus);
    QuantityChange sum = line.quantities().sum();
    QuantityChange documents = moved.plus(invoiced);
    assertThat(sum.dispatched()).isEqualTo(documents.dispatched());
    assertThat(sum.received()).isEqualTo(documents.received());
    assertThat(sum.returned()).isEqualTo(documents.returned());
    assertThat(sum.returnedForCredit()).isEqualTo(documents.returnedForCredit());
    assertThat(sum.notRequired()).isEqualTo(documents.notRequired());
    assertThat(sum.billed()).isEqualTo(documents.billed());
    assertThat(sum.credited()).isEqualTo(documents.credited());
  }

  private static void checkDerived(PurchaseOrder order) {
    boolean isNothing = order.lines().stream().allMatch(line -> line.quantities().sum().received().signum() == 0);
    boolean isOpen = order.lines().stream().anyMatch(line -> line.quantities().open().signum() > 0);
    assertThat(order.deliveryState()).isEqualTo(isNothing ? DeliveryState.NOTHING_RECEIVED
        : isOpen ? DeliveryState.PARTLY_DELIVERED : DeliveryState.FULLY_DELIVERED);
    assertThat(order.percentArrived()).isBetween(0, 100);
    if (isOpen) {
      assertThat(order.percentArrived()).isLessThan(100);
    }
    assertThat(order.allMovements()).extracting(Movement::number).doesNotHaveDuplicates();
    assertThat(order.allMovements().stream().map(Movement::sequence).toList()).isSorted();
  }

  /** No invoice is credited beyond what it says: in quantity, in money, in VAT. */
  private static void checkCredits(PurchaseOrder order) {
    order.allInvoices().stream().filter(invoice -> !invoice.isCreditNote() && invoice.isLive()).forEach(invoice -> {
      List<PurchaseInvoice> credits = order.allInvoices().stream()
          .filter(other -> other.credits(invoice) && other.isLive()).toList();
      BigDecimal vat = credits.stream().map(credit -> credit.vat().amount()).reduce(ZERO, BigDecimal::add);
      assertThat(vat).isLessThanOrEqualTo(invoice.vat().amount());
      invoice.lines().forEach(line -> {
        List<PurchaseInvoice.Line> credited =
            credits.stream().flatMap(credit -> credit.line(line.position()).stream()).toList();
        assertThat(credited.stream().map(PurchaseInvoice.Line::quantity).reduce(ZERO, BigDecimal::add))
            .isLessThanOrEqualTo(line.quantity());
        assertThat(credited.stream().map(each -> each.net().amount()).reduce(ZERO, BigDecimal::add))
            .isLessThanOrEqualTo(line.net().amount());
      });
    });
  }

  /** No return is credited beyond what went back by it. */
  private static void checkReturns(PurchaseOrder order) {
    order.allMovements().forEach(movement -> order.lines().forEach(line -> {
      BigDecimal credited = order.allInvoices().stream()
          .filter(credit -> credit.isLive() && credit.isForReturn(movement.number()))
          .flatMap(credit -> credit.line(line.position()).stream()).map(PurchaseInvoice.Line::quantity)
          .reduce(ZERO, BigDecimal::add);
      assertThat(credited).as("credited of %s, %s", movement.number(), line)
          .isLessThanOrEqualTo(movement.change(line.position()).returned().max(ZERO));
    }));
  }

  private static void checkMoney(PurchaseOrder order) {
    BigDecimal goods = order.lines().stream().map(line -> line.quantities().accepted().add(line.quantities().open())
        .multiply(BigDecimal.valueOf(line.unit().denominator())).multiply(line.price().amount())
        .divide(BigDecimal.valueOf(line.unit().numerator()), 2, RoundingMode.HALF_UP)).reduce(ZERO, BigDecimal::add);
    OrderTotals totals = order.totals();
    assertThat(totals.goods().amount()).isEqualTo(goods.setScale(2));
    assertThat(totals.total()).isEqualTo(totals.goods().plus(totals.delivery()).plus(totals.vat()));
    BigDecimal invoiced = order.allInvoices().stream().filter(PurchaseInvoice::isLive)
        .map(invoice -> invoice.isCreditNote() ? invoice.gross().amount().negate() : invoice.gross().amount())
        .reduce(ZERO, BigDecimal::add);
    assertThat(totals.invoiced().amount()).isEqualByComparingTo(invoiced);
    if (order.isSettled()) {
      assertThat(order.isInvoiceMissing()).isFalse();
      assertThat(order.isCreditExpected()).isFalse();
      assertThat(order.allInvoices()).noneMatch(PurchaseInvoice::isWaiting);
    }
    checkCost(order);
  }

  /** Before anything is invoiced it is what the order comes to, after the last invoice what was invoiced. */
  private static void checkCost(PurchaseOrder order) {
    List<PurchaseInvoice> live = order.allInvoices().stream().filter(PurchaseInvoice::isLive).toList();
    boolean isCancelled = order.order().cancelledAt().isPresent();
    assertThat(order.cost().amount()).isGreaterThanOrEqualTo(ZERO);
    if (live.isEmpty()) {
      assertThat(order.cost()).isEqualTo(isCancelled ? Money.zero(order.currency()) : order.totals().net());
    }
    boolean isFinal = live.stream().anyMatch(invoice -> invoice.isAccepted() && invoice.decision().isFinal());
    boolean isAllWanted = order.lines().stream()
        .allMatch(line -> line.quantities().invoiced().compareTo(line.quantities().wanted()) <= 0);
    if (isFinal && isAllWanted) {
      BigDecimal net = live.stream()
          .map(invoice -> invoice.isCreditNote() ? invoice.net().amount().negate() : invoice.net().amount())
          .reduce(ZERO, BigDecimal::add);
      assertThat(order.cost().amount()).isEqualByComparingTo(net.max(ZERO));
    }
  }
}
