package org.jobline.purchasing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or credit note of the supplier: what it says is never changed, what was decided about it is added.
 *
 * @param sequence among all documents of the order, counted from 1
 * @param supplier by whose numbers it is told from others
 * @param isByTotal whether the supplier gave no lines, so that they are what was to be invoiced then
 * @param credit what it credits, null for an invoice
 * @param other what is on no line, without VAT: delivery, and what a total differs by
 * @param decisions oldest first; the last one counts
 */
public record PurchaseInvoice(
    int sequence, String supplier, DocumentNumber number, LocalDate dated, boolean isByTotal, @Nullable Credit credit,
    List<Line> lines, Money other, Money vat, List<Decision> decisions, String recordedBy, Instant recordedAt) {

  /**
   * @param invoice the sequence of the invoice
   * @param returnNumber of the document by which goods went back, null where none did
   */
  public record Credit(CreditKind kind, int invoice, @Nullable String returnNumber) {}

  /** @param net without VAT */
  public record Line(int position, QuantityChange change, Money net) {

    /** What was billed, or credited, in base units. */
    public BigDecimal quantity() {
      return change.billed().max(change.credited());
    }
  }

  /** Whether it is to be paid. */
  public enum State {
    /** It differs from what was ordered or received, and finance has to decide. */
    WAITING,
    ACCEPTED,
    /** It was given back to the supplier and counts no more. */
    DISPUTED;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param isFinal whether no other is expected after it
   * @param mismatches why it waits, or waited when it was accepted
   * @param remark what finance said
   */
  public record Decision(
      State state, boolean isFinal, List<String> mismatches, @Nullable String remark, String by, Instant at) {

    static Decision matched(boolean isFinal, List<String> mismatches, Recorded recorded) {
      return new Decision(
          mismatches.isEmpty() ? State.ACCEPTED : State.WAITING, isFinal, mismatches, null, recorded.by(),
          recorded.at());
    }

    public Decision {
      mismatches = List.copyOf(mismatches);
    }
  }

  public PurchaseInvoice {
    lines = List.copyOf(lines);
    decisions = List.copyOf(decisions);
  }

  PurchaseInvoice decided(Decision decision) {
    List<Decision> more = new ArrayList<>(decisions);
    more.add(decision);
    return new PurchaseInvoice(
        sequence, supplier, number, dated, isByTotal, credit, lines, other, vat, more, recordedBy, recordedAt);
  }

  /** @throws IllegalStateException before it was held against the order */
  public Decision decision() {
    if (decisions.isEmpty()) {
      throw new IllegalStateException("Nothing was decided about " + number + " yet");
    }
    return decisions.get(decisions.size() - 1);
  }

  public boolean isWaiting() {
    return decision().state() == State.WAITING;
  }

  public boolean isAccepted() {
    return decision().state() == State.ACCEPTED;
  }

  /** Whether it counts: it waits or was accepted. */
  public boolean isLive() {
    return decision().state() != State.DISPUTED;
  }

  public boolean isCreditNote() {
    return credit != null;
  }

  boolean credits(PurchaseInvoice invoice) {
    return credit != null && credit.invoice() == invoice.sequence;
  }

  boolean isForReturn(String returnNumber) {
    return credit != null && returnNumber.equals(credit.returnNumber());
  }

  /** Whether finance has said something about it that the supplier is told. */
  public boolean hasPaper() {
    return decision().remark() != null;
  }

  /** What tells it from the other documents of its order: I3. */
  public String shortNumber() {
    return "I" + sequence;
  }

  Optional<Line> line(int position) {
    return lines.stream().filter(line -> line.position() == position).findFirst();
  }

  /** Without VAT. */
  public Money net() {
    return lines.stream().map(Line::net).reduce(other, Money::plus);
  }

  /** With VAT. */
  public Money gross() {
    return net().plus(vat);
  }
}
