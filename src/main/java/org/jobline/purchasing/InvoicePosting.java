package org.jobline.purchasing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jobline.purchasing.NewPurchaseInvoice.BilledLine;

/** What is written down of an invoice before it is held against the order. */
final class InvoicePosting {

  private final PurchaseOrder order;
  private final NewPurchaseInvoice command;
  private final Findings findings = new Findings();

  InvoicePosting(PurchaseOrder order, NewPurchaseInvoice command) {
    this.order = order;
    this.command = command;
  }

  /**
   * An invoice about which nothing was decided yet.
   *
   * @throws org.jobline.platform.error.InvalidFieldsException when something is wrong with it
   */
  PurchaseInvoice invoice(Recorded recorded) {
    order.requireSubmitted();
    InvoiceHead head = new InvoiceHead(order, findings);
    DocumentNumber number = head.number(command.number());
    head.checkDate(command.dated(), recorded);
    Money delivery = head.amount("deliveryCharge", "Delivery charge", command.deliveryCharge());
    Money vat = head.amount("vat", "VAT", command.vat());
    order.invoices().finalAccepted().ifPresent(last -> findings.add("invoiceNumber", "Invoice " + last.number()
        + " was the final one. Unmark it as final before you record another."));
    boolean isByTotal = command.lines().isEmpty();
    List<PurchaseInvoice.Line> lines = isByTotal ? order.linesToInvoice() : billed();
    Money other = isByTotal ? difference(lines, head, delivery) : delivery;
    PurchaseInvoice invoice = new PurchaseInvoice(
        order.nextDocument(), order.supplier().orElseThrow(), number, command.dated(), isByTotal, null, lines, other, vat,
        List.of(), recorded.by(), recorded.at());
    if (findings.isEmpty() && !invoice.net().isPositive()) {
      findings.add(isByTotal ? "total" : Findings.LINES, "The invoice amount must be more than 0.");
    }
    findings.throwIfAny();
    return invoice;
  }

  private Money difference(List<PurchaseInvoice.Line> lines, InvoiceHead head, Money delivery) {
    if (command.total() == null) {
      findings.add("total", "Enter the lines of the invoice, or its total.");
      return Money.zero(order.currency());
    }
    if (delivery.isPositive()) {
      findings.add("deliveryCharge", "Leave Delivery charge blank: it's part of the total.");
    }
    return lines.stream().map(PurchaseInvoice.Line::net)
        .reduce(head.amount("total", "Total", command.total()), Money::minus);
  }

  private List<PurchaseInvoice.Line> billed() {
    if (command.total() != null) {
      findings.add("total", "Leave Total blank when you enter the lines.");
    }
    TypedLines typed = new TypedLines(order, findings);
    typed.once(Findings.LINES, command.lines().stream().map(BilledLine::position).toList());
    List<PurchaseInvoice.Line> lines = new ArrayList<>();
    command.lines().forEach(billed -> typed.line(Findings.LINES, billed.position()).ifPresent(line ->
        typed.countAboveZero(Findings.LINES, line, billed.quantity()).ifPresent(quantity ->
            LineTerms.price(line.position(), billed.unitPrice(), order.currency(), findings).ifPresent(price ->
                lines.add(line(line, quantity.amount(), amount -> line.unit().cost(amount, price)))))));
    return lines;
  }

  static PurchaseInvoice.Line line(PurchaseLine line, BigDecimal quantity, Function<BigDecimal, Money> cost) {
    return new PurchaseInvoice.Line(line.position(), QuantityChange.ofBilled(quantity), cost.apply(quantity));
  }
}
