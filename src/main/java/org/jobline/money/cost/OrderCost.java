package org.jobline.money.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What an order is expected to cost (domain/money.md, Accrual), in its client's currency, and how far that was
 * authorised.
 *
 * @param basis what it is made of
 * @param setToZero nothing is expected for ever
 * @param calculation how what is calculated came about, an item each
 * @param authorised the commitment somebody last agreed to, 0 when nobody was asked
 * @param allowed what the cost was made of when its commitment last needed nobody's word; null: never yet
 * @param allowedFor the type of work that was for, empty for an order that is for none; null when the rules have to be asked again
 */
@Table("order_cost")
record OrderCost(
    @Id String orderNumber,
    String currency,
    @Embedded.Empty CostBasis basis,
    boolean setToZero,
    BigDecimal markUpPercent,
    List<String> calculation,
    BigDecimal authorised,
    @Nullable @Embedded.Nullable(prefix = "allowed_") CostBasis allowed,
    @Nullable String allowedFor,
    @Version @Nullable Long version) {

  static final String AVERAGE = "average order value";
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  static OrderCost expecting(String orderNumber, String currency, CostBasis basis) {
    return new OrderCost(
        orderNumber, currency, basis, false, BigDecimal.ZERO, List.of(), CostBasis.ZERO, null, null, null);
  }

  BigDecimal accrual() {
    return setToZero ? CostBasis.ZERO : basis.accrual();
  }

  /** What the client is shown: the accrual and the mark-up, to the penny. */
  BigDecimal markedUp() {
    return accrual().multiply(HUNDRED.add(markUpPercent)).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }

  /** Which rule the accrual comes from. */
  String rule() {
    return setToZero ? "set to zero" : basis.name();
  }

  /** Whether it is no more than the client's average for this type of work. */
  boolean isAverage() {
    return rule().equals(AVERAGE);
  }

  /** What the order may come to cost: its accrual, or what was typed where that is more. */
  BigDecimal commitment() {
    return setToZero ? CostBasis.ZERO : basis.commitment();
  }

  /** Whether nobody has to be asked: it was authorised, or nothing has changed since the rules asked for nobody. */
  boolean isAllowed(String workType) {
    return commitment().compareTo(authorised) <= 0 || basis.equals(allowed) && workType.equals(allowedFor);
  }

  /** What was changed since it was last allowed, for whoever has to authorise it. */
  CostChange change() {
    return new CostChange(basis.changedSince(lastAllowed()), currency, commitment());
  }

  CostBasis lastAllowed() {
    return allowed == null ? CostBasis.NONE : allowed;
  }

  OrderCost allow(String workType) {
    return new OrderCost(orderNumber, currency, basis, setToZero, markUpPercent, calculation, authorised, basis,
        workType, version);
  }

  OrderCost authorise(BigDecimal amount) {
    return new OrderCost(orderNumber, currency, basis, setToZero, markUpPercent, calculation, amount, allowed,
        allowedFor, version);
  }

  /** As it was when it was last allowed, which nobody is asked about again. */
  // both have two decimals
  @SuppressWarnings("BigDecimalEquals")
  OrderCost takenBack(String workType) {
    OrderCost before = of(basis.backTo(lastAllowed())).allow(workType);
    return basis.calculated() == null || basis.calculated().equals(lastAllowed().calculated()) ? before
        : before.explained(List.of("The cost of the visits was not authorised"));
  }

  OrderCost of(CostBasis basis) {
    return new OrderCost(orderNumber, currency, basis, setToZero, markUpPercent, calculation, authorised, allowed,
        allowedFor, version);
  }

  OrderCost withFixed(BigDecimal amount) {
    return of(basis.with(null, amount));
  }

  /** Without a fixed cost or estimate, so that the calculated cost counts. */
  OrderCost backToCalculated() {
    return of(basis.with(null, null));
  }

  OrderCost withEstimate(BigDecimal amount) {
    return of(basis.with(amount, null));
  }

  OrderCost withDeliveryCharge(BigDecimal charge) {
    return of(basis.withDeliveryCharge(charge));
  }

  OrderCost withAverage(BigDecimal amount) {
    return of(basis.withAverage(amount));
  }

  /** @param parts what of the visits is parts, also where a contract covers them */
  OrderCost withCalculated(BigDecimal amount, BigDecimal parts, List<String> items) {
    return of(basis.withCalculated(amount, parts)).explained(items);
  }

  OrderCost plusRemoteFix(BigDecimal amount) {
    return of(basis.withRemoteFix(amount));
  }

  /** @param kind what the price changed by, as the table {@code authorisation-rules} calls it */
  OrderCost withPrice(BigDecimal amount, String kind) {
    return of(basis.withPrice(amount, kind));
  }

  OrderCost withComprehensiveCover(boolean comprehensive) {
    return of(basis.withComprehensiveCover(comprehensive));
  }

  private OrderCost explained(List<String> items) {
    return new OrderCost(orderNumber, currency, basis, setToZero, markUpPercent, items, authorised, allowed, allowedFor,
        version);
  }

  OrderCost withMarkUp(BigDecimal percent) {
    return new OrderCost(orderNumber, currency, basis, setToZero, percent, calculation, authorised, allowed, allowedFor,
        version);
  }

  OrderCost withoutAccrual() {
    return new OrderCost(orderNumber, currency, basis, true, markUpPercent, calculation, authorised, allowed,
        allowedFor, version);
  }
}
