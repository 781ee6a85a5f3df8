package org.jobline.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.relational.core.mapping.Embedded;

/** One line of a purchasing order: what is bought, at what price, and what became of it. */
public class PurchaseLine {

  @Id private @Nullable Long id;
  private String orderNumber;
  private int position;
  private @Nullable String part;
  private String description;
  @Embedded.Empty(prefix = "unit_") private UnitOfPurchase unit;
  @Embedded.Empty private QuantityChange sum;
  private BigDecimal unitPrice;
  @Transient private String currency;
  private BigDecimal vatRate;
  private @Nullable LocalDate requiredBy;
  private @Nullable BigDecimal tolerancePercent;
  private @Nullable LocalDate promisedOn;
  private @Nullable LocalDate dispatchedOn;

  /** The repository fills the rest from the row, and {@link #of} the currency. */
  @SuppressWarnings("NullAway.Init")
  protected PurchaseLine() {}

  PurchaseLine(String orderNumber, int position, LineTerms terms) {
    this.orderNumber = orderNumber;
    this.position = position;
    this.part = terms.part();
    this.description = terms.description();
    this.unit = terms.quantity().unit();
    this.sum = QuantityChange.ofOrdered(terms.quantity().amount());
    this.unitPrice = terms.price().amount();
    this.currency = terms.price().currency();
    this.vatRate = terms.vatRate();
    this.requiredBy = terms.requiredBy();
    this.tolerancePercent = terms.tolerancePercent();
  }

  PurchaseLine of(String currency) {
    this.currency = currency;
    return this;
  }

  void amend(Quantity ordered, Money price, @Nullable LocalDate requiredBy) {
    // what was kept is ordered now, up to the new quantity
    BigDecimal change = ordered.minus(ordered()).amount();
    BigDecimal noLongerKept = ordered.amount().subtract(sum.kept()).min(BigDecimal.ZERO);
    this.sum = quantities().plus(QuantityChange.ofAmendment(change, noLongerKept)).sum();
    this.unitPrice = price.amount();
    this.requiredBy = requiredBy;
  }

  /** A line that was removed, as it was. */
  static PurchaseLine restored(String orderNumber, Amendment.Line removed, Amendment.Terms before) {
    Amendment.Item item = removed.item();
    PurchaseLine line = new PurchaseLine(orderNumber, removed.position(), new LineTerms(
        item.part(), item.description(), new Quantity(before.ordered(), item.unit()), before.price(), item.vatRate(),
        before.requiredBy(), item.tolerancePercent()));
    line.promisedOn = item.promisedOn();
    return line;
  }

  boolean canGoBackTo(Amendment.Terms before) {
    return quantities().allow(changeTo(before));
  }

  void goBackTo(Amendment.Terms before) {
    this.sum = quantities().plus(changeTo(before)).sum();
    this.unitPrice = before.price().amount();
    this.requiredBy = before.requiredBy();
  }

  private QuantityChange changeTo(Amendment.Terms before) {
    return QuantityChange.ofAmendment(before.ordered().subtract(sum.ordered()), before.kept().subtract(sum.kept()));
  }

  Amendment.Item item() {
    return new Amendment.Item(part, description, unit, vatRate, tolerancePercent, promisedOn);
  }

  Amendment.Terms terms() {
    return new Amendment.Terms(sum.ordered(), sum.kept(), price(), requiredBy);
  }

  void apply(QuantityChange change) {
    this.sum = quantities().plus(change).sum();
  }

  void promise(LocalDate on) {
    this.promisedOn = on;
  }

  void dispatch(LocalDate on) {
    this.dispatchedOn = on;
  }

  /** Which line of its order it is, counted from 1; never that of another one. */
  public int position() {
    return position;
  }

  /** Whether it stands in the table. */
  boolean isWritten() {
    return id != null;
  }

  /** Its code in the supplier's catalogue; empty for free text. */
  public Optional<String> part() {
    return Optional.ofNullable(part);
  }

  public String description() {
    return description;
  }

  public UnitOfPurchase unit() {
    return unit;
  }

  /** For one unit of purchase. */
  public Money price() {
    return new Money(unitPrice, currency);
  }

  /** Percent. */
  public BigDecimal vatRate() {
    return vatRate;
  }

  public Optional<LocalDate> requiredBy() {
    return Optional.ofNullable(requiredBy);
  }

  /** The line's own tolerance for over-delivery, in percent. */
  public Optional<BigDecimal> tolerancePercent() {
    return Optional.ofNullable(tolerancePercent);
  }

  /** When the supplier means to deliver it. */
  public Optional<LocalDate> promisedOn() {
    return Optional.ofNullable(promisedOn);
  }

  public Optional<LocalDate> dispatchedOn() {
    return Optional.ofNullable(dispatchedOn);
  }

  /** Whether it is promised for a day after that on which it is wanted. */
  public boolean isLate(@Nullable LocalDate requestedForOrder) {
    LocalDate wanted = requiredBy == null ? requestedForOrder : requiredBy;
    return promisedOn != null && wanted != null && promisedOn.isAfter(wanted);
  }

  public LineQuantities quantities() {
    return new LineQuantities(sum);
  }

  /** An amount of its base unit that is known to be exact. */
  public Quantity quantity(BigDecimal baseUnits) {
    return new Quantity(baseUnits, unit);
  }

  public Quantity ordered() {
    return quantity(sum.ordered());
  }

  public Quantity received() {
    return quantity(sum.received());
  }

  public Quantity returned() {
    return quantity(sum.returned());
  }

  public Quantity accepted() {
    return quantity(quantities().accepted());
  }

  /** What is or will be paid for. */
  public Quantity wanted() {
    return quantity(quantities().wanted());
  }

  public Quantity notRequired() {
    return quantity(sum.notRequired());
  }

  public Quantity open() {
    return quantity(quantities().open());
  }

  public boolean isOpen() {
    return open().isPositive();
  }

  public Quantity invoiced() {
    return quantity(quantities().invoiced());
  }

  /** What so many base units cost at the present price. */
  public Money cost(BigDecimal baseUnits) {
    return unit.cost(baseUnits, price());
  }

  /** What is or will be paid for it, without VAT. */
  public Money total() {
    return cost(quantities().wanted());
  }

  @Override
  public String toString() {
    return orderNumber + " line " + position + " " + sum;
  }
}
