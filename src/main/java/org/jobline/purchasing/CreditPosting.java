package org.jobline.purchasing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobline.purchasing.NewCreditNote.CreditedLine;

/** What is written down of a credit note, which never credits more than there is. */
final class CreditPosting {

  private final PurchaseOrder order;
  private final NewCreditNote command;
  private final Findings findings = new Findings();
  private final TypedLines typed;

  CreditPosting(PurchaseOrder order, NewCreditNote command) {
    this.order = order;
    this.command = command;
    this.typed = new TypedLines(order, findings);
  }

  /**
   * A credit note about which nothing was decided yet.
   *
   * @throws org.jobline.platform.error.InvalidFieldsException when something is wrong with it
   */
  PurchaseInvoice creditNote(Recorded recorded) {
    order.requireSubmitted();
    InvoiceHead head = new InvoiceHead(order, findings);
    DocumentNumber number = head.number(command.number());
    head.checkDate(command.dated(), recorded);
    Money delivery = head.amount("deliveryCharge", "Delivery charge", command.deliveryCharge());
    Money vat = head.amount("vat", "VAT", command.vat());
    Optional<Movement> goods = returned();
    Optional<PurchaseInvoice> invoice = invoice();
    findings.throwIfAny();
    PurchaseInvoice credited = invoice.orElseThrow();
    Creditable left = new Creditable(credited, order.invoices());
    List<PurchaseInvoice.Line> lines = lines(credited, left, goods);
    PurchaseInvoice credit = new PurchaseInvoice(
        order.nextDocument(), credited.supplier(), number, command.dated(), false,
        new PurchaseInvoice.Credit(command.kind(), credited.sequence(), goods.map(Movement::number).orElse(null)), lines,
        delivery, vat, List.of(), recorded.by(), recorded.at());
    checkAmounts(credit, left);
    findings.throwIfAny();
    return credit;
  }

  private Optional<PurchaseInvoice> invoice() {
    String text = findings.required("credits", "Credited invoice", command.credits());
    Optional<PurchaseInvoice> invoice =
        order.invoices().find(new DocumentNumber(text)).filter(found -> !found.isCreditNote());
    if (!text.isEmpty() && invoice.isEmpty()) {
      findings.add("credits", "Pick the invoice from those recorded on this order.");
    }
    return invoice;
  }

  /** The document by which goods went back, where they have to. */
  private Optional<Movement> returned() {
    if (command.kind() != CreditKind.RETURNED) {
      return Optional.empty();
    }
    String text = findings.required("return", "Return", command.returnNumber());
    Optional<Movement> movement = order.movements().find(text)
        .filter(found -> order.movements().counterOf(found).isEmpty())
        .filter(found -> found.lines().stream().anyMatch(line -> line.change().returned().signum() > 0));
    if (!text.isEmpty() && movement.isEmpty()) {
      findings.add("return", "Pick the return from those recorded on this order.");
    }
    return movement;
  }

  private List<PurchaseInvoice.Line> lines(PurchaseInvoice invoice, Creditable left, Optional<Movement> goods) {
    typed.once(Findings.LINES, command.lines().stream().map(CreditedLine::position).toList());
    List<PurchaseInvoice.Line> lines = new ArrayList<>();
    for (CreditedLine credited : command.lines()) {
      typed.line(Findings.LINES, credited.position()).ifPresent(line -> invoice.line(line.position()).ifPresentOrElse(
          billed -> line(line, billed, credited, left, goods).ifPresent(lines::add),
          () -> findings.ofLine(line.position(), "it isn't on invoice " + invoice.number() + ".")));
    }
    return lines;
  }

  private Optional<PurchaseInvoice.Line> line(
      PurchaseLine line, PurchaseInvoice.Line billed, CreditedLine credited, Creditable left, Optional<Movement> goods) {
    if (command.kind() == CreditKind.PRICE) {
      if (credited.quantity() != null && credited.quantity().signum() != 0) {
        findings.ofLine(line.position(), "leave the quantity blank: a price credit is for money only.");
      }
      return amount(line, credited, left.net(billed))
          .map(net -> new PurchaseInvoice.Line(line.position(), QuantityChange.NONE, net));
    }
    return quantity(line, billed, credited, left, goods).flatMap(quantity ->
        net(line, billed, credited, left, quantity).map(net ->
            new PurchaseInvoice.Line(line.position(), change(line, quantity), net)));
  }

  private Optional<Quantity> quantity(
      PurchaseLine line, PurchaseInvoice.Line billed, CreditedLine credited, Creditable left, Optional<Movement> goods) {
    Optional<Quantity> quantity = typed.countAboveZero(Findings.LINES, line,
        credited.quantity() == null ? BigDecimal.ZERO : credited.quantity());
    Quantity invoiced = line.quantity(left.quantity(billed));
    Quantity possible = goods.map(movement -> line.quantity(uncredited(movement, line)))
        .orElseGet(() -> line.quantity(line.quantities().invoicedNotDelivered(order.creditExpected(line))));
    if (quantity.isPresent() && quantity.get().compareTo(invoiced) > 0) {
      findings.ofLine(line.position(), "only " + invoiced + " of the invoice can be credited.");
      return Optional.empty();
    }
    if (quantity.isPresent() && quantity.get().compareTo(possible) > 0) {
      findings.ofLine(line.position(), goods.isPresent()
          ? "only " + possible + " went back by this return and weren't credited yet."
          : "only " + possible + " were invoiced and not delivered.");
      return Optional.empty();
    }
    return quantity;
  }

  private BigDecimal uncredited(Movement movement, PurchaseLine line) {
    return movement.change(line.position()).returned()
        .subtract(order.invoices().creditedOfReturn(movement.number(), line.position())).max(BigDecimal.ZERO);
  }

  /** What was typed, or what the quantity cost on the invoice; the last of it is the rest, to the penny. */
  private Optional<Money> net(
      PurchaseLine line, PurchaseInvoice.Line billed, CreditedLine credited, Creditable left, Quantity quantity) {
    Money rest = left.net(billed);
    if (credited.amount() != null) {
      return amount(line, credited, rest);
    }
    if (quantity.amount().compareTo(left.quantity(billed)) == 0) {
      return Optional.of(rest);
    }
    Money share = billed.net().times(quantity.amount(), billed.quantity());
    return Optional.of(share.compareTo(rest) < 0 ? share : rest);
  }

  private Optional<Money> amount(PurchaseLine line, CreditedLine credited, Money rest) {
    BigDecimal amount = credited.amount();
    if (amount == null || amount.signum() <= 0 || !Money.isExact(amount)) {
      findings.ofLine(line.position(), "enter an amount above 0, e.g. 120.55.");
      return Optional.empty();
    }
    if (amount.compareTo(rest.amount()) > 0) {
      findings.ofLine(line.position(), "no more than " + rest + " of the invoice can be credited.");
      return Optional.empty();
    }
    return Optional.of(new Money(amount, order.currency()));
  }

  private QuantityChange change(PurchaseLine line, Quantity quantity) {
    BigDecimal notRequired = command.kind() == CreditKind.NOT_DELIVERED
        ? quantity.amount().min(line.open().amount()) : BigDecimal.ZERO;
    return QuantityChange.ofCredited(quantity.amount(), notRequired);
  }

  private void checkAmounts(PurchaseInvoice credit, Creditable left) {
    if (credit.other().compareTo(left.other().orZeroIfNegative()) > 0) {
      findings.add("deliveryCharge",
          "No more than " + left.other().orZeroIfNegative() + " of the invoice's delivery can be credited.");
    }
    if (credit.vat().compareTo(left.vat()) > 0) {
      findings.add("vat", "No more than " + left.vat() + " of the invoice's VAT can be credited.");
    }
    boolean isNothing = credit.lines().isEmpty() && !credit.net().isPositive();
    if (findings.isEmpty() && isNothing) {
      findings.add(Findings.LINES, "Enter what is credited of at least one line, or of the delivery.");
    }
  }
}
