package org.jobline.purchasing;

import java.math.BigDecimal;

/**
 * What a document adds to the figures of a line, in base units; what is taken back is negative. The figures of a line are
 * the sum of its changes.
 *
 * @param ordered with amendments and kept over-delivery
 * @param kept what of the ordered is over-delivery that was kept
 * @param received gross
 * @param returned of the received
 * @param returnedForCredit of the returned, what is not replaced
 * @param notRequired what is no longer expected
 * @param billed by invoices that were not disputed
 * @param credited of the billed
 */
public record QuantityChange(
    BigDecimal ordered,
    BigDecimal kept,
    BigDecimal dispatched,
    BigDecimal received,
    BigDecimal returned,
    BigDecimal returnedForCredit,
    BigDecimal notRequired,
    BigDecimal billed,
    BigDecimal credited) {

  private static final BigDecimal ZERO = BigDecimal.ZERO;
  static final QuantityChange NONE = new QuantityChange(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO);

  /** One scale for all, so that equal figures are equal. */
  public QuantityChange {
    ordered = ordered.setScale(UnitOfPurchase.MAX_PLACES);
    kept = kept.setScale(UnitOfPurchase.MAX_PLACES);
    dispatched = dispatched.setScale(UnitOfPurchase.MAX_PLACES);
    received = received.setScale(UnitOfPurchase.MAX_PLACES);
    returned = returned.setScale(UnitOfPurchase.MAX_PLACES);
    returnedForCredit = returnedForCredit.setScale(UnitOfPurchase.MAX_PLACES);
    notRequired = notRequired.setScale(UnitOfPurchase.MAX_PLACES);
    billed = billed.setScale(UnitOfPurchase.MAX_PLACES);
    credited = credited.setScale(UnitOfPurchase.MAX_PLACES);
  }

  static QuantityChange ofOrdered(BigDecimal quantity) {
    return new QuantityChange(quantity, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO);
  }

  /** @param kept what no longer counts as kept, which is negative, or does so again */
  static QuantityChange ofAmendment(BigDecimal ordered, BigDecimal kept) {
    return new QuantityChange(ordered, kept, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO);
  }

  static QuantityChange ofDispatched(Quantity quantity) {
    return new QuantityChange(ZERO, ZERO, quantity.amount(), ZERO, ZERO, ZERO, ZERO, ZERO, ZERO);
  }

  /** @param kept over-delivery that counts as ordered from now on */
  static QuantityChange ofReceived(Quantity quantity, Quantity kept) {
    return new QuantityChange(kept.amount(), kept.amount(), ZERO, quantity.amount(), ZERO, ZERO, ZERO, ZERO, ZERO);
  }

  static QuantityChange ofReturned(Quantity quantity, boolean isReplaced) {
    return new QuantityChange(ZERO, ZERO, ZERO, ZERO, quantity.amount(), isReplaced ? ZERO : quantity.amount(), ZERO, ZERO, ZERO);
  }

  static QuantityChange ofNotRequired(BigDecimal quantity) {
    return new QuantityChange(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, quantity, ZERO, ZERO);
  }

  static QuantityChange ofBilled(BigDecimal quantity) {
    return new QuantityChange(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, quantity, ZERO);
  }

  /** @param notRequired what is no longer expected because of it */
  static QuantityChange ofCredited(BigDecimal quantity, BigDecimal notRequired) {
    return new QuantityChange(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, notRequired, ZERO, quantity);
  }

  QuantityChange plus(QuantityChange other) {
    return new QuantityChange(
        ordered.add(other.ordered), kept.add(other.kept), dispatched.add(other.dispatched),
        received.add(other.received), returned.add(other.returned), returnedForCredit.add(other.returnedForCredit),
        notRequired.add(other.notRequired), billed.add(other.billed), credited.add(other.credited));
  }

  QuantityChange reversed() {
    return new QuantityChange(
        ordered.negate(), kept.negate(), dispatched.negate(), received.negate(), returned.negate(),
        returnedForCredit.negate(), notRequired.negate(), billed.negate(), credited.negate());
  }
}
