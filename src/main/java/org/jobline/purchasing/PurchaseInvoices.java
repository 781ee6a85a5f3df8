package org.jobline.purchasing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jobline.purchasing.PurchaseInvoice.Decision;

/** The invoices and credit notes of an order, oldest first. */
final class PurchaseInvoices {

  private final List<PurchaseInvoice> all;
  private final List<NewDecision> unwrittenDecisions = new ArrayList<>();
  private int written;

  private PurchaseInvoices(List<PurchaseInvoice> written) {
    this.all = new ArrayList<>(written);
    this.written = written.size();
  }

  /**
   * A decision that stands in no table yet.
   *
   * @param ordinal among the decisions about the invoice, counted from 1
   */
  record NewDecision(PurchaseInvoice invoice, int ordinal, Decision decision) {}

  static PurchaseInvoices none() {
    return new PurchaseInvoices(List.of());
  }

  /** As they were read. */
  static PurchaseInvoices of(List<PurchaseInvoice> written) {
    return new PurchaseInvoices(written);
  }

  void add(PurchaseInvoice invoice, Decision first) {
    all.add(invoice);
    decide(invoice, first);
  }

  void decide(PurchaseInvoice invoice, Decision decision) {
    PurchaseInvoice decided = invoice.decided(decision);
    all.set(all.indexOf(invoice), decided);
    unwrittenDecisions.add(new NewDecision(decided, decided.decisions().size(), decision));
  }

  /** Those that stand in no table yet; asked once, they count as written. */
  List<PurchaseInvoice> takeUnwritten() {
    List<PurchaseInvoice> unwritten = List.copyOf(all.subList(written, all.size()));
    written = all.size();
    return unwritten;
  }

  /** The same of decisions, those of new invoices among them. */
  List<NewDecision> takeUnwrittenDecisions() {
    List<NewDecision> unwritten = List.copyOf(unwrittenDecisions);
    unwrittenDecisions.clear();
    return unwritten;
  }

  List<PurchaseInvoice> all() {
    return List.copyOf(all);
  }

  Stream<PurchaseInvoice> live() {
    return all.stream().filter(PurchaseInvoice::isLive);
  }

  /** Those that count, without credit notes. */
  Stream<PurchaseInvoice> invoices() {
    return live().filter(invoice -> !invoice.isCreditNote());
  }

  /** What counts under the number. */
  Optional<PurchaseInvoice> find(DocumentNumber number) {
    return live().filter(invoice -> invoice.number().isSameAs(number)).findFirst();
  }

  Stream<PurchaseInvoice> creditsOf(PurchaseInvoice invoice) {
    return live().filter(other -> other.credits(invoice));
  }

  /** A credit note for what went back by the document. */
  Optional<PurchaseInvoice> creditOfReturn(String returnNumber) {
    return live().filter(credit -> credit.isForReturn(returnNumber)).findFirst();
  }

  /** How much of what went back of a line by the document was credited. */
  BigDecimal creditedOfReturn(String returnNumber, int position) {
    return live().filter(credit -> credit.isForReturn(returnNumber)).flatMap(credit -> credit.line(position).stream())
        .map(PurchaseInvoice.Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The final one that was accepted, after which no other is expected. */
  Optional<PurchaseInvoice> finalAccepted() {
    return all.stream().filter(invoice -> invoice.isAccepted() && invoice.decision().isFinal()).findFirst();
  }

  /** That about which the latest decision was made. */
  Optional<PurchaseInvoice> lastDecided() {
    return all.stream().max(Comparator.comparing(invoice -> invoice.decision().at()));
  }

  boolean isAnyWaiting() {
    return all.stream().anyMatch(PurchaseInvoice::isWaiting);
  }

  boolean name(int position) {
    return all.stream().anyMatch(invoice -> invoice.line(position).isPresent());
  }

  /** What invoices say, less what credit notes take back of it. */
  Money balance(String currency, Function<PurchaseInvoice, Money> figure) {
    return balance(live(), currency, figure);
  }

  /** The same without an invoice and what credits it. */
  Money balanceBeside(PurchaseInvoice invoice, Function<PurchaseInvoice, Money> figure) {
    return balance(live().filter(other -> other.sequence() != invoice.sequence() && !other.credits(invoice)),
        invoice.other().currency(), figure);
  }

  private static Money balance(
      Stream<PurchaseInvoice> some, String currency, Function<PurchaseInvoice, Money> figure) {
    return some.reduce(Money.zero(currency), (sum, invoice) -> invoice.isCreditNote()
        ? sum.minus(figure.apply(invoice)) : sum.plus(figure.apply(invoice)), Money::plus);
  }

  /** What a line was billed, less what was credited of it. */
  Money netOfLine(String currency, int position) {
    return balance(currency, invoice -> invoice.line(position).map(PurchaseInvoice.Line::net)
        .orElse(Money.zero(currency)));
  }
}
