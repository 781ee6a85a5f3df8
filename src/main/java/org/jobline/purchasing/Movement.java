package org.jobline.purchasing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document about quantities of an order: never changed, undone by another.
 *
 * @param sequence among all documents of the order, counted from 1
 * @param number by which people speak of it: PO-100012/R2
 */
public record Movement(
    int sequence, Kind kind, String number, Particulars particulars, List<Line> lines, String recordedBy,
    Instant recordedAt) {

  /** What kind of document it is. */
  public enum Kind {
    DISPATCH('D'),
    RECEIPT('R'),
    RETURN('T'),
    NOT_REQUIRED('N'),
    REQUIRED_AGAIN('A'),
    /** Undoes a dispatch, receipt or return. */
    COUNTER('U');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }

    /** What tells it in the number. */
    char letter() {
      return letter;
    }

    /** As people say: not required. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether the supplier gets a paper of it. */
    public boolean hasPaper() {
      return this == RECEIPT || this == RETURN;
    }

    boolean canBeUndone() {
      return this == DISPATCH || this == RECEIPT || this == RETURN;
    }
  }

  /**
   * What is said of it beside its lines; null where it does not apply or nobody said.
   *
   * @param undoes the number of the document
   */
  public record Particulars(
      @Nullable String deliveryNote, @Nullable String carrier, @Nullable String trackingNumber,
      @Nullable String reason, @Nullable String notes, @Nullable String undoes) {

    static final Particulars NONE = new Particulars(null, null, null, null, null, null);

    static Particulars ofReceipt(DocumentNumber deliveryNote) {
      return new Particulars(deliveryNote.typed(), null, null, null, null, null);
    }

    static Particulars ofDispatch(DispatchItems command) {
      return new Particulars(null, command.carrier(), command.trackingNumber(), null, command.notes(), null);
    }

    static Particulars because(String reason) {
      return new Particulars(null, null, null, reason, null, null);
    }

    static Particulars undoing(String number, String reason) {
      return new Particulars(null, null, null, reason, null, number);
    }
  }

  /**
   * What it says of a line.
   *
   * @param date of the dispatch
   * @param returnReason of what was sent back, with the supplier's number for it
   * @param note what the agent or the supplier said
   */
  public record Line(
      int position, QuantityChange change, @Nullable LocalDate date, ReturnedItem.@Nullable Reason returnReason,
      @Nullable String authorisationNumber, @Nullable String note) {

    static Line of(PurchaseLine line, QuantityChange change) {
      return new Line(line.position(), change, null, null, null, null);
    }

    static Line dispatched(PurchaseLine line, Quantity quantity, LocalDate date) {
      return new Line(line.position(), QuantityChange.ofDispatched(quantity), date, null, null, null);
    }

    static Line returned(ReturnedItem item, QuantityChange change) {
      return new Line(item.position(), change, null, item.reason(), item.authorisationNumber(), item.note());
    }

    static Line refused(PurchaseLine line, QuantityChange change, String reason) {
      return new Line(line.position(), change, null, null, null, reason);
    }

    /** Why it was sent back, in words; empty for what was not. */
    public Optional<String> reasonOfReturn() {
      return Optional.ofNullable(returnReason).map(ReturnedItem.Reason::label);
    }

    private Line reversed() {
      return new Line(position, change.reversed(), null, returnReason, authorisationNumber, null);
    }
  }

  public Movement {
    lines = List.copyOf(lines);
  }

  /** What tells it from the other documents of its order: R2. */
  public String shortNumber() {
    return number.substring(number.indexOf('/') + 1);
  }

  Optional<DocumentNumber> deliveryNote() {
    return Optional.ofNullable(particulars.deliveryNote()).map(DocumentNumber::new);
  }

  Set<Integer> positions() {
    Set<Integer> positions = new TreeSet<>();
    lines.forEach(line -> positions.add(line.position()));
    return positions;
  }

  /** What it adds to the figures of a line. */
  public QuantityChange change(int position) {
    return lines.stream().filter(line -> line.position() == position).map(Line::change)
        .reduce(QuantityChange.NONE, QuantityChange::plus);
  }

  /** What it says of each line: "20 pieces of Radiator valve". */
  List<String> items(PurchaseOrder order) {
    return lines.stream().map(line -> order.line(line.position())
        .map(bought -> bought.quantity(amount(line.change())) + " of " + bought.description()
            + (line.change().returned().signum() > 0 && kind == Kind.RECEIPT ? " sent back" : ""))
        .orElseThrow()).toList();
  }

  /** A line of a document is about one figure; what is taken back is negative. */
  private static BigDecimal amount(QuantityChange change) {
    return Stream.of(change.dispatched(), change.received(), change.returned(), change.notRequired())
        .filter(figure -> figure.signum() != 0).map(BigDecimal::abs).findFirst().orElse(BigDecimal.ZERO);
  }

  List<Line> reversedLines() {
    return lines.stream().map(Line::reversed).toList();
  }
}
