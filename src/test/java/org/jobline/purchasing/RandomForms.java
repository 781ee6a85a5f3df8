package org.jobline.purchasing;

import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.Purchases.day;
import static org.jobline.fixture.Purchases.wanted;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What somebody might fill into the forms of purchasing, by chance: most of it right, some of it nonsense. */
final class RandomForms {

  private static final List<String> REASONS =
      List.of("damaged", "wrong-item", "too-many", "quality", "not-ordered", "other");

  private final Random random;
  private int papers;

  RandomForms(Random random) {
    this.random = random;
  }

  /** What a purchase is logged with, which nothing is wrong with. */
  Map<String, Object> purchase() {
    return switch (random.nextInt(8)) {
      case 0, 3 -> wanted("supplier", null, "lines", "- Hinge " + quantity() + " 4.00 20 -");
      case 1 -> wanted("supplier", "RING", "lines", "RING/CABLE - " + (10 + random.nextInt(40)) + " - - -");
      case 2 -> wanted("supplier", "ROBOT", "lines", "ROBOT/TOWEL - " + (1 + random.nextInt(3)) + " - - -");
      default -> wanted("lines", "SCREWS/S-96 - " + (1 + random.nextInt(3)) + " - - -"
          + "\n- Hinge " + quantity() + " " + money(30) + " 20 -"
          + (random.nextInt(20) == 0 ? "\n- Lift 1 12000.00 20 -" : ""));
    };
  }

  /** For an action of the order as it stands. */
  Map<String, Object> of(String action, PurchaseOrder order) {
    Map<String, Object> fields = switch (action) {
      case "po-choose-supplier" -> with("supplier", any("SCREWS", "SCREWS", "RING", "ROBOT", "NOBODY"));
      case "po-submit" -> with("how", any("by e-mail", "by phone", "by phone"), "spokeTo", mostly("Pat"));
      case "po-no-answer", "po-reinstate" -> with();
      case "po-acknowledge" -> with("deliveryDate", date(), "lines", rows(order.openLines(), line ->
          random.nextInt(4) == 0 ? "- refused " + mostly("gone", "-") : day(random.nextInt(5)) + " - -"));
      case "po-delivery-dates" -> with("deliveryDate", date(), "lines", rows(order.openLines(), line -> day(random.nextInt(9))));
      case "po-dispatched" -> with("dispatchDate", mostly(day(-random.nextInt(3)), null), "lines", random.nextBoolean() ? null
          : rows(order.openLines(), line -> around(line, line.quantities().notDispatched()) + " -"));
      case "po-receipt" -> receipt(order);
      case "po-return-items" -> with("lines", rows(order.lines(), line ->
          around(line, line.accepted().amount()) + " " + mostly(any(REASONS), "-")),
          "replacement", any("yes", "no"), "returnNumber", mostly("RMA"));
      case "po-remaining-not-required" -> with("which", any("all", "some"), "lines",
          rows(order.openLines(), line -> any("yes", "yes", "-")), "reason", mostly("not now"));
      case "po-required-again" -> with("lines", rows(order.lines(), line -> any("yes", "-")), "reason", mostly("after all"));
      case "po-undo-delivery" -> with("entry", entry(order), "reason", mostly("typed wrongly"));
      case "po-edit-items" -> edit(order);
      case "po-edit-delivery-charge" -> random.nextInt(3) == 0 ? with("calculated", true) : with("amount", money(20));
      case "po-cancel" -> with("reason", mostly("too late"));
      case "po-record-invoice" -> random.nextInt(3) == 0 ? creditNote(order) : invoice(order);
      case "po-resolve-mismatch" -> random.nextBoolean() ? with("decision", "accept")
          : with("decision", "dispute", "reason", mostly("wrong"));
      case "po-unmark-final-invoice" -> with("reason", mostly("more is to come"));
      case "authorise" -> random.nextInt(4) == 0 ? with("decision", "refuse", "reference", "A", "reason", "too dear")
          : with("decision", "authorise", "reference", "A", "reason", "needed", "expenditure", "revenue");
      default -> with("text", "a note");
    };
    return random.nextInt(30) == 0 ? but(fields, "unheard-of", "x") : fields;
  }

  private Map<String, Object> receipt(PurchaseOrder order) {
    boolean isInFull = random.nextInt(3) == 0;
    return with("deliveryNote", mostly(paper()), "inFull", isInFull, "confirmed", random.nextInt(20) > 0,
        "returnNumber", mostly("RMA"), "lines", isInFull ? null : rows(order.lines(), line -> {
          BigDecimal open = line.open().amount();
          return switch (random.nextInt(6)) {
            case 0 -> around(line, open) + " " + around(line, open) + " " + mostly(any(REASONS), "-") + " -";
            case 1 -> more(line, open) + " - - keep";
            case 2 -> more(line, open) + " - - return";
            default -> around(line, open) + " - - -";
          };
        }));
  }

  private Map<String, Object> edit(PurchaseOrder order) {
    return with("reason", mostly("agreed"),
        "lines", rows(order.lines(), line -> switch (random.nextInt(4)) {
          case 0 -> "0 " + line.price().amount() + " -";
          case 1 -> line.unit().toUnits(line.quantities().leastOrdered(), 3) + " " + line.price().amount() + " -";
          case 2 -> line.ordered().inUnits() + " " + money(30) + " -";
          default -> line.ordered().inUnits().add(BigDecimal.ONE) + " " + line.price().amount() + " -";
        }),
        "added", random.nextInt(5) == 0 ? "- Door " + quantity() + " " + money(50) + " 20 -" : null);
  }

  /** Fits most of the time. */
  private Map<String, Object> invoice(PurchaseOrder order) {
    Map<String, Object> head = with("what", "invoice", "number", mostly(paper()), "dated", day(0), "isFinal", random.nextInt(3) == 0);
    if (random.nextInt(3) == 0) {
      return but(head, "net", order.toInvoice().amount().add(new BigDecimal(any("0", "0", "1.50"))), "vat", 0);
    }
    List<PurchaseLine> lines = some(order.lines());
    BigDecimal vat = BigDecimal.ZERO;
    List<String> rows = new ArrayList<>();
    for (PurchaseLine line : lines) {
      BigDecimal quantity = random.nextInt(6) == 0 ? around(line, line.ordered().amount()) : line.quantities().toInvoice();
      rows.add(line.position() + " " + plain(quantity) + " -");
      vat = vat.add(line.cost(quantity).amount().multiply(line.vatRate()).movePointLeft(2));
    }
    return but(head, "lines", String.join("\n", rows),
        "vat", vat.add(new BigDecimal(any("0", "0", "0", "2"))).setScale(2, RoundingMode.HALF_UP));
  }

  private Map<String, Object> creditNote(PurchaseOrder order) {
    String kind = any("returned", "returned", "price", "not delivered");
    List<PurchaseInvoice> invoices = order.allInvoices().stream().filter(each -> !each.isCreditNote()).toList();
    List<Movement> returns = order.allMovements().stream().filter(each -> each.kind() == Movement.Kind.RETURN).toList();
    String credited = rows(order.lines(), line -> {
      BigDecimal back = returns.stream().map(each -> each.change(line.position()).returned())
          .reduce(BigDecimal.ZERO, BigDecimal::add);
      return kind.equals("price") ? "- " + any("0.01", "1.00", "0")
          : around(line, kind.equals("returned") ? back : line.quantities().overInvoiced()) + " -";
    });
    return with("what", "credit note", "number", mostly(paper()), "dated", day(0), "creditKind", kind,
        "credits", invoices.isEmpty() ? "none" : any(invoices).number().typed(),
        "returnNumber", !kind.equals("returned") ? null : returns.isEmpty() ? "none" : any(returns).number(),
        "credited", credited, "vat", any(BigDecimal.ZERO, new BigDecimal("0.01")));
  }

  // what is drawn

  String paper() {
    return "P-" + random.nextInt(1_000_000) + "-" + ++papers;
  }

  private String entry(PurchaseOrder order) {
    List<Movement> all = order.allMovements();
    return all.isEmpty() || random.nextInt(10) == 0 ? "none" : any(all).number();
  }

  /** As much, half of it, a little more, none, or what nobody can count. */
  private BigDecimal around(PurchaseLine line, BigDecimal amount) {
    BigDecimal least = BigDecimal.ONE.movePointLeft(line.unit().places());
    return switch (random.nextInt(10)) {
      case 0 -> amount.add(least);
      case 1 -> BigDecimal.ZERO;
      case 2 -> amount.add(new BigDecimal("0.0001"));
      case 3, 4, 5 -> amount.divide(new BigDecimal(2), line.unit().places(), RoundingMode.UP);
      default -> amount;
    };
  }

  /** From within the tolerance to far above it. */
  private BigDecimal more(PurchaseLine line, BigDecimal amount) {
    return amount.add(BigDecimal.valueOf(1 + random.nextInt(5)).movePointLeft(line.unit().places()));
  }

  private String quantity() {
    return any("1", "5", "7.5", "0.125");
  }

  private String money(int pounds) {
    return BigDecimal.valueOf(random.nextInt(pounds * 100), 2).toPlainString();
  }

  private String date() {
    return random.nextInt(3) == 0 ? null : day(random.nextInt(12) - 1);
  }

  /** A row for some of the lines, now and then for one there is not. */
  private String rows(List<PurchaseLine> lines, Function<PurchaseLine, String> cells) {
    String rows = some(lines).stream().map(line -> (random.nextInt(40) == 0 ? 99 : line.position()) + " " + cells.apply(line))
        .collect(Collectors.joining("\n"));
    return rows.isEmpty() ? null : rows;
  }

  private List<PurchaseLine> some(List<PurchaseLine> lines) {
    List<PurchaseLine> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, lines.isEmpty() ? 0 : 1 + random.nextInt(lines.size()));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private String mostly(String text) {
    return mostly(text, null);
  }

  private String mostly(String text, String otherwise) {
    return random.nextInt(15) == 0 ? otherwise : text;
  }

  @SafeVarargs
  private <T> T any(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
