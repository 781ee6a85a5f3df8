package org.jobline.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.Purchases.FINANCE;
import static org.jobline.fixture.Purchases.today;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jobline.action.ActionKey;
import org.jobline.action.ActionNotAvailableException;
import org.jobline.action.ActionService;
import org.jobline.action.Agent;
import org.jobline.action.AvailableAction;
import org.jobline.action.AwaitingAuthorisationException;
import org.jobline.action.NotPermittedException;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.Purchases;
import org.jobline.fixture.Seed;
import org.jobline.operations.monitoring.Verifier;
import org.jobline.order.Journal;
import org.jobline.platform.error.ChangedMeanwhileException;
import org.jobline.platform.error.InvalidFieldsException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever agents and finance do to purchasing orders on the real diagrams, right or wrong and in whatever sequence: the
 * line invariant holds, the status is the one that follows from the figures, what is refused changes nothing, and every
 * order can be ended. A failure tells the seed and what was done to the order; {@code -Djobline.seed=…} takes another,
 * {@code -Djobline.actions=…} does more of it.
 */
@HelpdeskTest
class PurchasingInvariantsTest {

  private static final int ACTIONS = Integer.getInteger("jobline.actions", 400);
  private static final int ORDERS = 12;
  /** After so many attempts an order is ended and makes room for another. */
  private static final int AGE = 40;

  /** How somebody learns that it is not to be, while nothing is changed. */
  private static final List<Class<?>> REFUSALS = List.of(
      InvalidFieldsException.class, ActionNotAvailableException.class, AwaitingAuthorisationException.class,
      NotPermittedException.class, ChangedMeanwhileException.class, NullValueException.class);

  private static final List<String> ACTION_KEYS = List.of(
      "po-choose-supplier", "po-submit", "po-no-answer", "po-acknowledge", "po-delivery-dates", "po-dispatched",
      "po-receipt", "po-return-items", "po-remaining-not-required", "po-required-again", "po-undo-delivery",
      "po-edit-items", "po-edit-delivery-charge", "po-cancel", "po-reinstate", "po-record-invoice",
      "po-resolve-mismatch", "po-unmark-final-invoice");
  private static final Set<String> STATUSES = Set.of(
      "0.44", "0.49", "1.40", "1.42", "1.43", "1.49", "2.40", "3.40", "4.40", "5.40", "5.41", "5.42");
  /** What ends an order or says nothing of it, and happens less often. */
  private static final Set<String> RARE = Set.of("po-cancel", "po-remaining-not-required", "add-notes-public",
      "po-no-answer", "po-edit-delivery-charge");

  private final ActionService actions;
  private final PurchaseOrders orders;
  private final Journal journal;
  private final Verifier verifier;
  private final Purchases purchases;

  private final List<Watched> watched = new ArrayList<>();
  private final Map<String, Integer> accepted = new TreeMap<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private final Set<String> reached = new TreeSet<>();
  private Random random;
  private RandomForms forms;

  PurchasingInvariantsTest(
      Given given, ApiClient api, JdbcClient jdbc, ActionService actions, PurchaseOrders orders, Journal journal,
      Verifier verifier) {
    this.actions = actions;
    this.orders = orders;
    this.journal = journal;
    this.verifier = verifier;
    this.purchases = new Purchases(given, api, jdbc);
  }

  /** What was last seen of an order, and how it came there. */
  private final class Watched {

    private final OrderUnderTest order;
    private final List<String> story = new ArrayList<>();
    private List<Object> picture;
    private int events = 1;

    private Watched(OrderUnderTest order) {
      this.order = order;
    }

    private PurchaseOrder purchase() {
      return orders.get(order.number());
    }
  }

  @Test
  void what_must_always_hold_holds_after_each_random_action() {
    long seed = Seed.orElse(20_261_128);
    random = new Random(seed);
    forms = new RandomForms(random);
    Instant start = Instant.now();
    for (int done = 0; done < ACTIONS || isAnythingMissing(done); done++) {
      Watched next = watched.size() < ORDERS ? log() : any(watched);
      withItsStory(seed, done, next, () -> {
        act(next);
        if (next.story.size() > AGE) {
          end(next);
          watched.remove(next);
        }
      });
    }
    watched.forEach(each -> withItsStory(seed, ACTIONS, each, () -> end(each)));
    System.out.println("Seed " + seed + ": done " + accepted + ", refused " + refused + " in "
        + Duration.between(start, Instant.now()).toSeconds() + " s");
    assertThat(journal.verify(Optional.empty()).valid()).isTrue();
    assertThat(missing()).as("what never happened").isEmpty();
  }

  private List<String> missing() {
    return Stream.of(
            STATUSES.stream().filter(status -> !reached.contains(status)),
            ACTION_KEYS.stream().filter(action -> !accepted.containsKey(action)).map(action -> action + " done"),
            ACTION_KEYS.stream().filter(action -> !refused.containsKey(action)).map(action -> action + " refused"))
        .flatMap(all -> all).toList();
  }

  private static void withItsStory(long seed, int done, Watched of, Runnable doing) {
    try {
      doing.run();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("Seed " + seed + ", action " + done + ", order " + of.order.number() + ", which was\n  "
          + String.join("\n  ", of.story), e);
    }
  }

  /** Chance may leave out what is rare; more of it brings that too, or it cannot be. */
  private boolean isAnythingMissing(int done) {
    return done < 3 * ACTIONS && !missing().isEmpty();
  }

  // what is done

  private Watched log() {
    Map<String, Object> fields = forms.purchase();
    Watched logged = new Watched(purchases.logged(fields));
    logged.story.add("logged with " + fields);
    watched.add(logged);
    check(logged);
    return logged;
  }

  private void act(Watched it) {
    Agent agent = random.nextInt(3) == 0 ? FINANCE : Given.AGENT;
    // in an order that is the same each time, as that of what the engine tells is not
    List<AvailableAction> offers = actions.offered(agent, it.order.number()).stream()
        .sorted(Comparator.comparing(AvailableAction::key)).filter(offer -> offer.key().startsWith("po-") || offer.key().equals("authorise") || offer.key().equals("add-notes-public"))
        .toList();
    if (offers.isEmpty() || random.nextInt(12) == 0) {
      attempt(it, agent, any(ACTION_KEYS), random.nextInt(3) == 0);
      return;
    }
    AvailableAction offer = offers.stream().filter(each -> !accepted.containsKey(each.key())).findFirst()
        .filter(never -> random.nextBoolean()).orElseGet(() -> any(offers));
    if (RARE.contains(offer.key()) && random.nextInt(3) > 0) {
      offer = any(offers);
    }
    attempt(it, agent, offer.key(), false);
  }

  /** @param isOpenedOnly whether it is opened as a task, to be completed some other time */
  private void attempt(Watched it, Agent agent, String action, boolean isOpenedOnly) {
    if (isOpenedOnly) {
      open(it, action);
      return;
    }
    Map<String, Object> fields = forms.of(action, it.purchase());
    Optional<String> task = agent.equals(Given.AGENT) && random.nextInt(3) == 0 ? heldTask(it, action) : Optional.empty();
    Throwable refusal = catchThrowable(() -> task.ifPresentOrElse(
        held -> it.order.complete(held, fields), () -> it.order.perform(agent, action, fields)));
    it.story.add(it.order.status() + ": " + agent.name() + (refusal == null ? " did " : " was refused ") + action + " "
        + fields + (task.isPresent() ? " in Tasklist" : "") + (refusal == null ? "" : " " + refusal.getMessage()));
    if (refusal == null) {
      accepted.merge(action, 1, Integer::sum);
      it.events++;
      check(it);
    } else {
      refused.merge(action, 1, Integer::sum);
      assertThat(causes(refusal)).as("%s with %s", action, fields)
          .anyMatch(cause -> REFUSALS.stream().anyMatch(type -> type.isInstance(cause)));
      assertThat(purchases.picture(it.order)).as("after %s was refused", action).isEqualTo(it.picture);
    }
  }

  private void open(Watched it, String action) {
    Throwable refusal = catchThrowable(() -> it.order.open(action));
    it.story.add(it.order.status() + ": agent opened " + action + (refusal == null ? "" : ", in vain"));
    check(it);
  }

  private Optional<String> heldTask(Watched it, String action) {
    return actions.offered(Given.AGENT, it.order.number()).stream()
        .filter(offer -> offer.key().equals(action) && offer.taskId() != null).map(AvailableAction::taskId).findFirst();
  }

  /** By the way there always is, and nothing of it may be refused. */
  private void end(Watched it) {
    new WayOut(it::purchase, new Hands(it)).take();
    check(it);
    assertThat(it.order.status()).isIn("0.49", "1.49", "5.42");
  }

  /** The agents of the desk, going the way out. */
  private final class Hands implements WayOut.Hands {

    private final Watched it;

    private Hands(Watched it) {
      this.it = it;
      authoriseWhatWaits();
    }

    private void perform(Agent agent, String action, Map<String, Object> fields) {
      it.story.add(it.order.status() + ": " + agent.name() + " ended it by " + action + " " + fields);
      it.order.perform(agent, action, fields);
      it.events++;
      authoriseWhatWaits();
    }

    private void authoriseWhatWaits() {
      while (it.order.order().locked()) {
        String profile = it.order.order().authorisationLock().orElseThrow().profile();
        it.order.perform(new Agent("of " + profile, Set.of(profile)), "authorise",
            with("decision", "authorise", "reference", "A", "reason", "needed", "expenditure", "revenue"));
        it.events++;
      }
    }

    @Override
    public void cancel() {
      perform(Given.AGENT, "po-cancel", with("reason", "not needed"));
    }

    @Override
    public void endRemaining() {
      perform(Given.AGENT, "po-remaining-not-required", with("which", "all", "reason", "not needed"));
    }

    @Override
    public void accept(PurchaseInvoice waiting) {
      perform(FINANCE, "po-resolve-mismatch", with("decision", "accept"));
    }

    @Override
    public void credit(PurchaseInvoice invoice, Movement goods, PurchaseLine line, BigDecimal quantity) {
      perform(FINANCE, "po-record-invoice", with("what", "credit note", "number", forms.paper(), "dated", today(),
          "creditKind", "returned", "credits", invoice.number().typed(), "returnNumber", goods.number(),
          "credited", line.position() + " " + quantity.stripTrailingZeros().toPlainString() + " -", "vat", 0));
    }

    @Override
    public void invoiceRest() {
      perform(FINANCE, "po-record-invoice", with("what", "invoice", "number", forms.paper(), "dated", today(),
          "net", it.purchase().toInvoice().amount(), "vat", 0, "isFinal", true));
    }
  }

  // what must hold

  private void check(Watched it) {
    PurchaseOrder order = it.purchase();
    String status = it.order.status();
    reached.add(status);
    SoundPurchase.check(order);
    assertThat(status).as("status of %s", order.lines()).isIn(derived(order));
    assertThat(order.order().completedAt().isPresent()).as("completed").isEqualTo(status.startsWith("5"));
    if (!order.isPriceRefused()) {
      assertThat(it.order.accrual()).as("accrual").isEqualByComparingTo(order.totals().net().amount());
    }
    assertThat(it.order.events()).as("events").hasSize(it.events);
    assertThat(it.order.lastEvent().statusAfter()).isEqualTo(status);
    assertThat(journal.verify(Optional.of(it.order.number())).valid()).as("chain").isTrue();
    assertThat(verifier.verify(Optional.of(it.order.number())).differences()).as("differences").isEmpty();
    assertThat(Stream.of(Given.AGENT, FINANCE).flatMap(agent -> it.order.offered(agent).stream()))
        .as("what it offers").anyMatch(action -> ACTION_KEYS.contains(action) || action.equals("authorise"));
    it.picture = purchases.picture(it.order);
  }

  /** What the figures say its status is; more than one where it depends on what was said to the supplier. */
  private static Set<String> derived(PurchaseOrder order) {
    if (order.order().cancelledAt().isPresent()) {
      return Set.of("0.49", "1.49");
    }
    if (order.supplier().isEmpty()) {
      return Set.of("0.44");
    }
    if (!order.isSubmitted()) {
      return Set.of("1.40", "1.42");
    }
    if (order.isNothingReceived()) {
      // what nobody wants is cancelled, unless the supplier wants to be paid for it
      return order.isAnyLineOpen() ? expected(order) : order.isUnwanted() ? Set.of() : invoiced(order);
    }
    return order.isAnyLineOpen() ? Set.of("4.40") : invoiced(order);
  }

  private static Set<String> expected(PurchaseOrder order) {
    if (order.isAnythingOnItsWay()) {
      return Set.of("3.40");
    }
    boolean isUnderWay = order.acknowledgedAt().isPresent() || order.supplier().equals(Optional.of("ROBOT"))
        || order.allMovements().stream().anyMatch(movement -> movement.kind() == Movement.Kind.COUNTER);
    return isUnderWay ? Set.of("2.40") : Set.of("1.42", "1.43");
  }

  private static Set<String> invoiced(PurchaseOrder order) {
    if (order.waitingInvoice().isPresent()) {
      return Set.of("5.41");
    }
    if (order.isSettled()) {
      return Set.of("5.42");
    }
    return order.allInvoices().stream().noneMatch(invoice -> invoice.isLive() && !invoice.isCreditNote())
        ? Set.of("5.40") : Set.of("5.41");
  }

  // small things

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
