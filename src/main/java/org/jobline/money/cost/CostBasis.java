package org.jobline.money.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the cost of an order is made of (domain/money.md, Accrual).
 *
 * @param averageValue the client's average for this type of work, 0 when there is none
 * @param estimate null when there is none
 * @param fixed null when there is none
 * @param calculated from the visits; null before the first has ended
 * @param remoteFix what fixes without attendance cost; null when there was none
 * @param deliveryCharge null when nobody has set one; as accrued, an estimate and a fixed cost have it in their total
 * @param parts what was put in on the visits, whoever pays for it
 * @param comprehensive covered by a contract whatever is done
 * @param price what the order comes to as its own type says it, in place of all this; null where it does not say
 * @param priceKind what the price last changed by, as the table of authorisation rules calls it; null without one
 */
// all amounts have two decimals
@SuppressWarnings("BigDecimalEquals")
record CostBasis(
    BigDecimal averageValue,
    @Nullable BigDecimal estimate,
    @Nullable BigDecimal fixed,
    @Nullable BigDecimal calculated,
    @Nullable BigDecimal remoteFix,
    @Nullable BigDecimal deliveryCharge,
    BigDecimal parts,
    Boolean comprehensive,
    @Nullable BigDecimal price,
    @Nullable String priceKind) {

  static final BigDecimal ZERO = BigDecimal.ZERO.setScale(2);
  static final CostBasis NONE = new CostBasis(ZERO, null, null, null, null, null, ZERO, false, null, null);

  CostBasis {
    averageValue = pennies(averageValue);
    estimate = pennies(estimate);
    fixed = pennies(fixed);
    calculated = pennies(calculated);
    remoteFix = pennies(remoteFix);
    deliveryCharge = pennies(deliveryCharge);
    parts = pennies(parts);
    price = pennies(price);
  }

  /** So that what is equal is seen to be. */
  private static @Nullable BigDecimal pennies(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP);
  }

  /** The first rule that fits decides. */
  BigDecimal accrual() {
    return price != null ? price : comprehensive ? ZERO : ofTheWork();
  }

  private BigDecimal ofTheWork() {
    if (isTyped()) {
      return typed();
    }
    BigDecimal work = worked() != null ? worked() : averageValue;
    return deliveryCharge == null ? work : work.add(deliveryCharge);
  }

  /** Visits and remote fixes of an order that was recalled add up; null before either. */
  private @Nullable BigDecimal worked() {
    return calculated == null || remoteFix == null
        ? calculated == null ? remoteFix : calculated
        : calculated.add(remoteFix);
  }

  private boolean isTyped() {
    return fixed != null || estimate != null;
  }

  private BigDecimal typed() {
    return fixed != null ? fixed : estimate != null ? estimate : ZERO;
  }

  /** What the order may come to cost, whatever contract covers it (domain/money.md, Authorisation). */
  BigDecimal commitment() {
    return accrual().max(typed().add(or0(deliveryCharge)).add(parts));
  }

  /** Which rule the accrual comes from. */
  String name() {
    return price != null ? "order total"
        : comprehensive ? "comprehensive contract"
        : fixed != null ? "fixed cost"
        : estimate != null ? "estimate"
        : calculated != null ? "calculated"
        : remoteFix != null ? "remote fix"
        : OrderCost.AVERAGE;
  }

  /** What was changed since, as the table of authorisation rules calls it; of several changes the most telling one. */
  CostChange.What changedSince(CostBasis before) {
    if (equals(before)) {
      return equals(NONE) ? changed(OrderCost.AVERAGE, ZERO, ZERO) : changedSince(NONE);
    }
    if (price != null && priceKind != null && !price.equals(before.price)) {
      return changed(priceKind, before.accrual(), price);
    }
    if (fixed != null && !fixed.equals(before.fixed)) {
      return changed("fixed cost", before.accrual(), fixed);
    }
    if (estimate != null && !estimate.equals(before.estimate)) {
      return changed("estimate", before.accrual(), estimate);
    }
    if (or0(deliveryCharge).compareTo(or0(before.deliveryCharge)) > 0) {
      return changed("delivery charge", or0(before.deliveryCharge), or0(deliveryCharge));
    }
    if (or0(remoteFix).compareTo(or0(before.remoteFix)) > 0) {
      return changed("remote fix", or0(before.remoteFix), or0(remoteFix));
    }
    if (parts.compareTo(before.parts) > 0) {
      return changed("parts", before.parts, parts);
    }
    return changed(nameOfOtherChange(before), before.accrual(), commitment());
  }

  private String nameOfOtherChange(CostBasis before) {
    boolean worked = before.isTyped() || !Objects.equals(calculated, before.calculated);
    return before.comprehensive && !comprehensive ? "change of resource"
        : worked ? "calculated cost"
        : OrderCost.AVERAGE;
  }

  private static CostChange.What changed(String kind, BigDecimal before, BigDecimal after) {
    return new CostChange.What(kind, before, after);
  }

  private static BigDecimal or0(@Nullable BigDecimal amount) {
    return amount == null ? ZERO : amount;
  }

  CostBasis with(@Nullable BigDecimal estimate, @Nullable BigDecimal fixed) {
    return new CostBasis(averageValue, estimate, fixed, calculated, remoteFix, deliveryCharge, parts, comprehensive,
        price, priceKind);
  }

  CostBasis withDeliveryCharge(@Nullable BigDecimal charge) {
    return new CostBasis(averageValue, estimate, fixed, calculated, remoteFix, charge, parts, comprehensive, price,
        priceKind);
  }

  CostBasis withAverage(BigDecimal amount) {
    return new CostBasis(amount, estimate, fixed, calculated, remoteFix, deliveryCharge, parts, comprehensive,
        price, priceKind);
  }

  CostBasis withCalculated(BigDecimal amount, BigDecimal partsOfIt) {
    return new CostBasis(averageValue, estimate, fixed, amount, remoteFix, deliveryCharge, partsOfIt, comprehensive,
        price, priceKind);
  }

  CostBasis withRemoteFix(BigDecimal amount) {
    return new CostBasis(averageValue, estimate, fixed, calculated, or0(remoteFix).add(amount), deliveryCharge, parts,
        comprehensive, price, priceKind);
  }

  CostBasis withComprehensiveCover(boolean comprehensive) {
    return new CostBasis(averageValue, estimate, fixed, calculated, remoteFix, deliveryCharge, parts, comprehensive,
        price, priceKind);
  }

  CostBasis withPrice(BigDecimal amount, String kind) {
    return new CostBasis(averageValue, estimate, fixed, calculated, remoteFix, deliveryCharge, parts, comprehensive,
        amount, kind);
  }

  /** What it was before; a price that was nothing then stays one, of nothing. */
  CostBasis backTo(CostBasis before) {
    return priceKind == null || before.price != null ? before : before.withPrice(ZERO, priceKind);
  }
}
