package org.jobline.purchasing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jobline.purchasing.AcknowledgeOrder.RefusedLine;
import org.jobline.purchasing.DispatchItems.DispatchedLine;
import org.jobline.purchasing.EditLines.ChangedLine;
import org.jobline.purchasing.NewCreditNote.CreditedLine;
import org.jobline.purchasing.NewPurchaseInvoice.BilledLine;
import org.jobline.purchasing.ReceiptOfItems.ReceivedLine;

/** An order by chance, and what somebody might do to it next, which may well be nonsense. */
final class RandomPurchase {

  private static final List<UnitOfPurchase> UNITS = List.of(
      Bought.PIECE, Bought.KILO, Bought.PACK_OF_96, new UnitOfPurchase("third", "roll", 0, 1, 3),
      new UnitOfPurchase("reel", "metre", 2, 305, 2));
  private static final List<BigDecimal> VAT = List.of(new BigDecimal("20"), new BigDecimal("5"), BigDecimal.ZERO);
  private static final BigDecimal ZERO = BigDecimal.ZERO;

  private final PurchaseOrder order;
  /** What was ordered by creation and amendments alone, by line. */
  private final Map<Integer, BigDecimal> amended = new HashMap<>();
  private int papers;
  private Random random;

  static final Set<String> NAMES = Set.of(
      "edit", "submit", "no answer", "acknowledge", "dates", "dispatch", "receive", "return", "not required",
      "required again", "undo", "cancel", "reinstate", "invoice", "credit", "accept", "dispute", "unmark final",
      "delivery charge", "supplier");

  record Act(String name, Runnable doing) {}

  RandomPurchase(int seed) {
    random = new Random(seed);
    PurchaseTerms terms = new PurchaseTerms(
        amount(1_000), random.nextBoolean() ? null : amount(50_000), BigDecimal.valueOf(random.nextInt(10)),
        BigDecimal.valueOf(random.nextInt(3)), true);
    NewLine[] lines = new NewLine[1 + random.nextInt(4)];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = validLine();
    }
    order = random.nextInt(3) == 0 ? Bought.logged(Bought.details(terms, lines))
        : Bought.submitted(Bought.details(terms, lines));
    order.lines().forEach(line -> amended.put(line.position(), line.ordered().amount()));
  }

  PurchaseOrder order() {
    return order;
  }

  BigDecimal amended(int position) {
    return amended.get(position);
  }

  /** A number no paper had before. */
  String paper() {
    return "P-" + ++papers;
  }

  Act next(int draw) {
    random = new Random(draw);
    List<String> weighted = List.of(
        "receive", "receive", "receive", "receive", "return", "return", "invoice", "invoice", "credit", "credit",
        "undo", "undo", "not required", "required again", "required again", "dispatch", "edit", "edit", "submit",
        "no answer", "acknowledge", "dates", "accept", "dispute", "unmark final", "delivery charge", "supplier",
        "reinstate", "cancel");
    String name = likely().filter(likely -> random.nextInt(3) == 0).orElseGet(() -> any(weighted));
    return new Act(name, switch (name) {
      case "edit" -> this::edit;
      case "submit" -> () -> order.submit(new SubmitOrder(
          any(List.of(SubmitOrder.How.values())), maybe("Sue"), maybe("S-1")), Bought.NOW);
      case "no answer" -> () -> order.noAnswer(Duration.ofMinutes(15), Bought.NOW);
      case "acknowledge" -> this::acknowledge;
      case "dates" -> () -> order.provideDeliveryDates(new ProvideDeliveryDates(date(), promised()), Bought.NOW);
      case "dispatch" -> this::dispatch;
      case "receive" -> this::receive;
      case "return" -> () -> order.sendBack(new ReturnItems(
          ofSome(2, line -> returned(line, line.accepted().amount())), random.nextBoolean()), Bought.NOW);
      case "not required" -> () -> order.endRemaining(
          new RemainingNotRequired(random.nextBoolean() ? List.of() : positions(), maybe("no longer")), Bought.NOW);
      case "required again" -> () -> order.requireAgain(new RequireAgain(positions(), maybe("after all")), Bought.NOW);
      case "undo" -> () -> order.undo(new UndoDocument(movement(), maybe("wrong")), Bought.NOW);
      case "cancel" -> () -> order.cancel(maybe("no"), Bought.NOW);
      case "reinstate" -> () -> order.reinstate(Bought.NOW);
      case "invoice" -> () -> order.invoice(invoice(), Bought.NOW);
      case "credit" -> () -> order.credit(creditNote(), Bought.NOW);
      case "accept" -> () -> order.accept(invoiceNumber(), "agreed", Bought.NOW);
      case "dispute" -> () -> order.dispute(invoiceNumber(), "wrong", Bought.NOW);
      case "unmark final" -> () -> order.unmarkFinal("more to come", Bought.NOW);
      case "delivery charge" -> () -> order.setDeliveryCharge(
          any(listOf(null, amount(2_000), new BigDecimal("-1"))), Bought.NOW);
      default -> () -> order.chooseSupplier("OTHER", order.terms());
    });
  }

  /** Without which everything else is refused. */
  private Optional<String> likely() {
    return order.order().cancelledAt().isPresent() ? Optional.of("reinstate")
        : order.isSubmitted() ? Optional.empty() : Optional.of("submit");
  }

  private void edit() {
    EditLines command = new EditLines(
        maybe("agreed"), random.nextInt(3) == 0 ? List.of(validLine()) : List.of(), ofSome(1, this::changed),
        random.nextInt(6) == 0 ? positions() : List.of());
    int last = order.lastPosition();
    Map<Integer, BigDecimal> before = new LinkedHashMap<>();
    order.lines().forEach(line -> before.put(line.position(), line.ordered().amount()));
    order.edit(command, Bought.NOW);
    order.lines().forEach(line -> {
      BigDecimal ordered = line.ordered().amount();
      if (line.position() > last) {
        amended.put(line.position(), ordered);
      } else {
        amended.merge(line.position(), ordered.subtract(before.get(line.position())), BigDecimal::add);
      }
    });
  }

  private NewLine validLine() {
    UnitOfPurchase unit = any(UNITS);
    BigDecimal units = BigDecimal.valueOf(random.nextInt(20) + 1L).multiply(BigDecimal.valueOf(unit.denominator()));
    return new NewLine("P", "Thing", unit, units, random.nextInt(8) == 0 ? ZERO : amount(2_000), any(VAT), null,
        random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(10)));
  }

  private ChangedLine changed(PurchaseLine line) {
    BigDecimal price = random.nextInt(3) == 0 ? amount(2_000) : line.price().amount();
    BigDecimal quantity = switch (random.nextInt(4)) {
      case 0 -> line.ordered().inUnits();
      case 1 -> line.unit().toUnits(line.quantities().leastOrdered(), 3);
      case 2 -> line.ordered().inUnits().add(BigDecimal.valueOf(line.unit().denominator()));
      default -> BigDecimal.valueOf(random.nextInt(30));
    };
    return new ChangedLine(position(line), quantity, price, random.nextInt(5) == 0 ? date() : null);
  }

  private void acknowledge() {
    List<RefusedLine> refused = random.nextInt(3) == 0
        ? List.of(new RefusedLine(position(any(order.lines())), "discontinued")) : List.of();
    order.acknowledge(new AcknowledgeOrder(maybe("S-2"), date(), promised(), refused), Bought.NOW);
  }

  private List<PromisedLine> promised() {
    return ofSome(2, line -> new PromisedLine(position(line), Bought.TODAY.plusDays(random.nextInt(9))));
  }

  private void dispatch() {
    List<DispatchedLine> lines = ofSome(3, line -> new DispatchedLine(position(line),
        random.nextBoolean() ? null : around(line, line.quantities().notDispatched()), null));
    order.dispatch(new DispatchItems(Bought.TODAY.minusDays(random.nextInt(5) - 1L), lines, null, null, null), Bought.NOW);
  }

  private void receive() {
    boolean isInFull = random.nextInt(5) == 0;
    List<ReceivedLine> lines = isInFull ? List.of() : ofSome(3, line -> new ReceivedLine(
        position(line), around(line, line.open().amount()), random.nextInt(3) == 0));
    List<ReturnedItem> returns = random.nextInt(4) > 0 ? List.of() : lines.stream()
        .flatMap(received -> order.line(received.position()).stream().map(line -> returned(line, received.quantity())))
        .toList();
    Integer seen = random.nextInt(10) == 0 ? (Integer) Math.max(0, order.documents() - random.nextInt(2)) : null;
    String note = random.nextInt(8) == 0 ? "p1" : paper();
    order.receive(new ReceiptOfItems(note, isInFull, lines, returns, seen), Bought.NOW);
  }

  private ReturnedItem returned(PurchaseLine line, BigDecimal most) {
    return new ReturnedItem(position(line), around(line, most),
        random.nextInt(20) == 0 ? null : any(List.of(ReturnedItem.Reason.values())), maybe("RMA"), null);
  }

  private NewPurchaseInvoice invoice() {
    BigDecimal vat = amount(5_000);
    if (random.nextInt(3) == 0) {
      BigDecimal total = random.nextBoolean() ? order.toInvoice().amount() : amount(50_000);
      return new NewPurchaseInvoice(
          number(), Bought.TODAY, List.of(), total, ZERO, vat, random.nextInt(4) == 0);
    }
    List<BilledLine> lines = ofSome(2, line -> new BilledLine(position(line), around(line, random.nextInt(4) > 0
        ? line.quantities().toInvoice().max(BigDecimal.ONE) : line.open().amount()),
        random.nextInt(4) == 0 ? amount(2_000) : line.price().amount()));
    return new NewPurchaseInvoice(number(), Bought.TODAY.minusDays(random.nextInt(8) == 0 ? 1 : 0), lines, null,
        random.nextInt(4) == 0 ? amount(1_000) : ZERO, vatOf(lines, vat), random.nextInt(4) == 0);
  }

  /** What fits most of the time. */
  private BigDecimal vatOf(List<BilledLine> lines, BigDecimal other) {
    if (random.nextInt(4) == 0) {
      return other;
    }
    return lines.stream().flatMap(billed -> order.line(billed.position()).stream().map(line -> line.unit()
            .cost(billed.quantity(), new Money(billed.unitPrice(), "GBP")).times(line.vatRate(), new BigDecimal(100))
            .amount()))
        .reduce(ZERO, BigDecimal::add).max(ZERO);
  }

  private NewCreditNote creditNote() {
    CreditKind kind = random.nextBoolean() ? CreditKind.RETURNED : any(List.of(CreditKind.values()));
    Optional<PurchaseInvoice> invoice = order.invoices().invoices().skip(random.nextInt(2)).findFirst();
    Optional<Movement> goods = order.allMovements().stream()
        .filter(movement -> movement.kind() == Movement.Kind.RETURN).skip(random.nextInt(2)).findFirst();
    // most of the time, what is on both
    List<PurchaseLine> possible = order.lines().stream().filter(line -> random.nextInt(10) == 0
        || invoice.flatMap(found -> found.line(line.position())).isPresent() && (kind != CreditKind.RETURNED
            || goods.filter(movement -> movement.positions().contains(line.position())).isPresent())).toList();
    List<CreditedLine> lines = ofSome(possible, 2, line -> {
      BigDecimal most = kind == CreditKind.NOT_DELIVERED ? line.quantities().overInvoiced()
          : goods.map(movement -> movement.change(line.position()).returned()).orElse(BigDecimal.ONE);
      boolean isMoney = kind == CreditKind.PRICE;
      return new CreditedLine(position(line), isMoney && random.nextInt(8) > 0 ? null : around(line, most),
          isMoney || random.nextInt(4) == 0 ? amount(20) : null);
    });
    return new NewCreditNote(number(), Bought.TODAY, kind,
        invoice.filter(found -> random.nextInt(10) > 0).map(found -> found.number().typed()).orElseGet(this::invoiceNumber),
        goods.filter(found -> random.nextInt(10) > 0).map(Movement::number).orElseGet(this::movement), lines,
        random.nextInt(8) == 0 ? amount(20) : ZERO, random.nextInt(4) == 0 ? amount(5) : ZERO);
  }

  // what is drawn

  private String number() {
    return random.nextInt(10) == 0 ? invoiceNumber() : paper();
  }

  private String invoiceNumber() {
    List<String> numbers = order.allInvoices().stream().map(invoice -> invoice.number().typed()).toList();
    return numbers.isEmpty() ? "none" : any(numbers);
  }

  private String movement() {
    List<String> numbers = order.allMovements().stream().map(Movement::number).toList();
    return numbers.isEmpty() || random.nextInt(20) == 0 ? "none" : any(numbers);
  }

  /** As much, a little more or less, some of it, none, or what nobody can count. */
  private BigDecimal around(PurchaseLine line, BigDecimal amount) {
    int places = line.unit().places();
    BigDecimal least = BigDecimal.ONE.movePointLeft(places);
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 7, 8 -> amount;
      case 3 -> amount.add(least);
      case 4 -> amount.subtract(least);
      case 5 -> ZERO;
      case 6 -> amount.add(new BigDecimal("0.0001"));
      default -> BigDecimal.valueOf(random.nextInt(amount.max(ZERO).movePointRight(places).intValue() + 1), places);
    };
  }

  private BigDecimal amount(int pounds) {
    return BigDecimal.valueOf(random.nextInt(pounds * 100), 2);
  }

  private LocalDate date() {
    return random.nextInt(3) == 0 ? null : Bought.TODAY.plusDays(random.nextInt(20) - 1L);
  }

  private int position(PurchaseLine line) {
    return random.nextInt(40) == 0 ? 99 : line.position();
  }

  private List<Integer> positions() {
    return ofSome(2, this::position);
  }

  private String maybe(String text) {
    return random.nextInt(15) == 0 ? null : text;
  }

  /** Of none to so many lines; now and then of one line twice. */
  private <T> List<T> ofSome(int max, Function<PurchaseLine, T> drawing) {
    return ofSome(order.lines(), max, drawing);
  }

  private <T> List<T> ofSome(List<PurchaseLine> possible, int max, Function<PurchaseLine, T> drawing) {
    List<PurchaseLine> lines = new ArrayList<>(possible.isEmpty() ? order.lines() : possible);
    Collections.shuffle(lines, random);
    int count = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(Math.min(max, lines.size()));
    List<PurchaseLine> some = new ArrayList<>(lines.subList(0, count));
    if (random.nextInt(20) == 0) {
      some.add(lines.get(0));
    }
    return some.stream().map(drawing).toList();
  }

  private static List<BigDecimal> listOf(BigDecimal... amounts) {
    List<BigDecimal> list = new ArrayList<>();
    for (BigDecimal amount : amounts) {
      list.add(amount);
    }
    return list;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
