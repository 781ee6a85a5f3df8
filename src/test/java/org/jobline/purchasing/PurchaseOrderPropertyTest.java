package org.jobline.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jobline.platform.error.ChangedMeanwhileException;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.purchasing.PurchaseInvoice.State;

/**
 * Whatever agents and finance do to an order, in whatever sequence: the line invariant holds, its figures are the sum of
 * its documents, what is refused changes nothing, and there is always a way to end it.
 */
class PurchaseOrderPropertyTest {

  private static final String SEED = "20261128";
  private static final int SEQUENCES = 2_500;
  private static final int COMMANDS = 60;
  private static final BigDecimal ZERO = BigDecimal.ZERO;

  /** How often each command was done, and how often it was refused. */
  private static final Map<String, Integer> DONE = new TreeMap<>();
  private static final Map<String, Integer> REFUSED = new TreeMap<>();

  @Provide
  Arbitrary<List<Integer>> draws() {
    return Arbitraries.integers().list().ofSize(COMMANDS);
  }

  @Property(tries = SEQUENCES, seed = SEED, edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.RANDOM_SEED)
  void order_is_sound_whatever_is_done_and_can_always_be_ended(@ForAll("draws") List<Integer> draws) {
    RandomPurchase purchase = new RandomPurchase(draws.get(0));
    int endedAfter = Math.floorMod(draws.get(1), COMMANDS);
    for (int i = 0; i < draws.size(); i++) {
      act(purchase, draws.get(i));
      if (i == endedAfter) {
        end(purchase);
      }
    }
    end(purchase);
  }

  private static void end(RandomPurchase purchase) {
    new WayOut(purchase).take();
    checkSound(purchase);
  }

  private static void act(RandomPurchase purchase, int draw) {
    List<String> before = state(purchase.order());
    RandomPurchase.Act act = purchase.next(draw);
    try {
      act.doing().run();
      DONE.merge(act.name(), 1, Integer::sum);
      checkSound(purchase);
    } catch (InvalidFieldsException | ChangedMeanwhileException refusal) {
      REFUSED.merge(act.name(), 1, Integer::sum);
      assertThat(refusal.getMessage()).as(act.name()).endsWith(".");
      assertThat(state(purchase.order())).as("after %s was refused", act.name()).isEqualTo(before);
    }
  }

  /** All that can be seen of an order. */
  private static List<String> state(PurchaseOrder order) {
    return List.of(
        order.lines().stream().map(line -> line + " " + line.price() + line.requiredBy() + line.promisedOn()
            + line.dispatchedOn()).toList().toString(),
        String.valueOf(order.allMovements().size()), order.allInvoices().toString(),
        order.order().cancelledAt() + " " + order.supplier() + order.terms() + order.deliveryCharge()
            + order.isDeliveryChargeCalculated() + order.supplierReference() + order.submittedAt() + order.submittedHow()
            + order.acknowledgedAt() + order.contactAttempts() + order.nextAttemptAt() + order.sheetVersion() + " "
            + order.documents() + " " + order.lastPosition());
  }

  private static void checkSound(RandomPurchase purchase) {
    PurchaseOrder order = purchase.order();
    order.lines().forEach(line -> {
      checkInvariant(line);
      checkSums(purchase, line);
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
  private static void checkSums(RandomPurchase purchase, PurchaseLine line) {
    QuantityChange moved = purchase.order().allMovements().stream().map(movement -> movement.change(line.position()))
        .reduce(QuantityChange.NONE, QuantityChange::plus);
    QuantityChange invoiced = purchase.order().allInvoices().stream()
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
    assertThat(sum.ordered()).as("ordered, of %s", line)
        .isEqualByComparingTo(purchase.amended(line.position()).add(moved.ordered()));
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

  /** Enough commands were drawn, and of each kind many were done and many refused. */
  @AfterContainer
  static void enough_was_tried() {
    int done = DONE.values().stream().mapToInt(Integer::intValue).sum();
    int refused = REFUSED.values().stream().mapToInt(Integer::intValue).sum();
    String drawn = "done " + DONE + ", refused " + REFUSED;
    assertThat(done + refused).as(drawn).isGreaterThanOrEqualTo(100_000);
    assertThat(RandomPurchase.NAMES).allSatisfy(name -> {
      assertThat(DONE.getOrDefault(name, 0)).as("%s was done: %s", name, drawn).isGreaterThan(25);
      assertThat(REFUSED.getOrDefault(name, 0)).as("%s was refused: %s", name, drawn).isGreaterThan(25);
    });
  }
}
