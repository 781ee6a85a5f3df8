package org.jobline.purchasing;

import java.util.List;
import java.util.Set;
import org.jobline.purchasing.PurchaseInvoice.Decision;
import org.jobline.purchasing.PurchaseInvoice.State;

/** Enters invoices and credit notes of an order, and what is decided about them. */
final class InvoiceBook {

  private final PurchaseOrder order;
  private final PurchaseInvoices invoices;
  private final InvoiceMatch match;

  InvoiceBook(PurchaseOrder order) {
    this.order = order;
    this.invoices = order.invoices();
    this.match = new InvoiceMatch(order);
  }

  void enter(PurchaseInvoice invoice, boolean isFinal, Recorded recorded) {
    invoice.lines().forEach(line -> order.line(line.position()).orElseThrow().apply(line.change()));
    invoices.add(invoice, Decision.matched(isFinal, match.mismatches(invoice), recorded));
    if (invoice.isCreditNote()) {
      matchAgain(recorded);
    }
  }

  /** @throws org.jobline.platform.error.InvalidFieldsException when it doesn't wait */
  void accept(String number, String remark, Recorded recorded) {
    Findings findings = new Findings();
    PurchaseInvoice invoice = find(number, findings);
    if (!invoice.isWaiting()) {
      findings.add("invoiceNumber", "Invoice " + invoice.number() + " isn't waiting for a decision.");
    }
    findings.throwIfAny();
    Decision last = invoice.decision();
    invoices.decide(invoice, new Decision(
        State.ACCEPTED, last.isFinal(), last.mismatches(), remark, recorded.by(), recorded.at()));
  }

  /**
   * Gives it back to the supplier: it counts no more, and may come again under its number.
   *
   * @throws org.jobline.platform.error.InvalidFieldsException when something builds on it
   */
  void dispute(String number, String remark, Recorded recorded) {
    Findings findings = new Findings();
    PurchaseInvoice invoice = find(number, findings);
    String reason = findings.required("reason", "Reason", remark);
    invoices.creditsOf(invoice).findFirst().ifPresent(credit -> findings.add("invoiceNumber",
        "Credit note " + credit.number() + " is for this invoice. Dispute it first."));
    findings.throwIfAny();
    invoice.lines().forEach(line -> order.line(line.position()).orElseThrow().apply(line.change().reversed()));
    Decision last = invoice.decision();
    invoices.decide(invoice, new Decision(
        State.DISPUTED, false, last.mismatches(), reason, recorded.by(), recorded.at()));
    matchAgain(recorded);
  }

  /** Lets the order be invoiced again. */
  void unmarkFinal(String remark, Recorded recorded) {
    Findings findings = new Findings();
    String reason = findings.required("reason", "Reason", remark);
    if (invoices.finalAccepted().isEmpty()) {
      findings.add("invoiceNumber", "No invoice of this order was the final one.");
    }
    findings.throwIfAny();
    PurchaseInvoice invoice = invoices.finalAccepted().orElseThrow();
    invoices.decide(invoice, new Decision(
        State.ACCEPTED, false, invoice.decision().mismatches(), reason, recorded.by(), recorded.at()));
  }

  /** What waits is accepted once it fits: the goods have come, a credit note makes up for the price. */
  void matchAgain(Recorded recorded) {
    invoices.all().stream().filter(PurchaseInvoice::isWaiting).forEach(invoice -> {
      List<String> mismatches = match.mismatches(invoice);
      if (!mismatches.equals(invoice.decision().mismatches())) {
        invoices.decide(invoice, Decision.matched(invoice.decision().isFinal(), mismatches, recorded));
      }
    });
  }

  /** What was accepted waits again where goods of these lines turn out not to have come. */
  void reopen(Set<Integer> positions, Recorded recorded) {
    invoices.invoices().filter(PurchaseInvoice::isAccepted).toList().stream()
        .filter(invoice -> invoice.lines().stream().anyMatch(line -> positions.contains(line.position())
            && !order.line(line.position()).orElseThrow().quantities().isInvoiceMatched()))
        .forEach(invoice -> invoices.decide(invoice,
            Decision.matched(invoice.decision().isFinal(), match.mismatches(invoice), recorded)));
  }

  private PurchaseInvoice find(String number, Findings findings) {
    return invoices.find(new DocumentNumber(number)).orElseGet(() -> {
      findings.add("invoiceNumber", "Pick the invoice from those recorded on this order.");
      findings.throwIfAny();
      throw new IllegalStateException("What is wrong was told");
    });
  }
}
