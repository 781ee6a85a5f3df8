package org.jobline.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
import org.jobline.purchasing.NewCreditNote.CreditedLine;

/**
 * Whatever agents and finance do to an order, in whatever sequence: the line invariant holds, its figures are the sum of
 * its documents, what is refused changes nothing, and there is always a way to end it.
 */
class PurchaseOrderPropertyTest {

  private static final String SEED = "20261128";
  private static final int SEQUENCES = 2_500;
  private static final int COMMANDS = 60;

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
    new WayOut(purchase::order, new Hands(purchase)).take();
    checkSound(purchase);
  }

  /** Everybody does at once what they can always do. */
  private record Hands(RandomPurchase purchase) implements WayOut.Hands {

    @Override
    public void cancel() {
      purchase.order().cancel("not needed", Bought.NOW);
    }

    @Override
    public void endRemaining() {
      purchase.order().endRemaining(Bought.notRequired(), Bought.NOW);
    }

    @Override
    public void accept(PurchaseInvoice waiting) {
      purchase.order().accept(waiting.number().typed(), "agreed", Bought.NOW);
    }

    @Override
    public void credit(PurchaseInvoice invoice, Movement goods, PurchaseLine line, BigDecimal quantity) {
      purchase.order().credit(new NewCreditNote(purchase.paper(), Bought.TODAY, CreditKind.RETURNED,
          invoice.number().typed(), goods.number(), List.of(new CreditedLine(line.position(), quantity, null)),
          BigDecimal.ZERO, BigDecimal.ZERO), Bought.NOW);
    }

    @Override
    public void invoiceRest() {
      purchase.order().invoice(Bought.byTotal(
          purchase.paper(), purchase.order().toInvoice().amount().toPlainString(), "0"), Bought.NOW);
    }
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
    SoundPurchase.check(purchase.order());
    purchase.order().lines().forEach(line -> checkOrdered(purchase, line));
  }

  private static void checkOrdered(RandomPurchase purchase, PurchaseLine line) {
    QuantityChange moved = purchase.order().allMovements().stream().map(movement -> movement.change(line.position()))
        .reduce(QuantityChange.NONE, QuantityChange::plus);
    assertThat(line.quantities().sum().ordered()).as("ordered, of %s", line)
        .isEqualByComparingTo(purchase.amended(line.position()).add(moved.ordered()));
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
