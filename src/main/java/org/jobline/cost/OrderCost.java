package org.jobline.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What an order is expected to cost (domain/money.md, Accrual), in its client's currency.
 *
 * @param averageValue the client's average for this type of work, 0 when there is none
 * @param estimate null when there is none
 * @param fixed null when there is none
 * @param calculated from the visits; null before the first has ended
 * @param remoteFix what fixes without attendance cost; null when there was none
 * @param deliveryCharge null when nobody has set one; an estimate and a fixed cost have it in their total
 * @param calculation how what is calculated came about, an item each
 * @param comprehensive covered by a contract whatever is done
 */
@Table("work_order_cost")
record OrderCost(
    @Id String orderNumber,
    String currency,
    BigDecimal averageValue,
    BigDecimal estimate,
    BigDecimal fixed,
    BigDecimal calculated,
    BigDecimal remoteFix,
    boolean setToZero,
    boolean comprehensive,
    BigDecimal markUpPercent,
    BigDecimal deliveryCharge,
    List<String> calculation,
    @Version Long version) {

  private static final String AVERAGE = "average order value";
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /** The first rule that fits decides. */
  BigDecimal accrual() {
    if (setToZero || comprehensive) {
      return BigDecimal.ZERO.setScale(2);
    }
    if (fixed != null || estimate != null) {
      return fixed != null ? fixed : estimate;
    }
    BigDecimal work = worked() != null ? worked() : averageValue;
    return deliveryCharge == null ? work : work.add(deliveryCharge);
  }

  /** Visits and remote fixes of an order that was recalled add up; null before either. */
  private BigDecimal worked() {
    return calculated == null || remoteFix == null
        ? calculated == null ? remoteFix : calculated
        : calculated.add(remoteFix);
  }

  /** What the client is shown: the accrual and the mark-up, to the penny. */
  BigDecimal markedUp() {
    return accrual().multiply(HUNDRED.add(markUpPercent)).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }

  /** Which rule that was. */
  String basis() {
    return setToZero ? "set to zero"
        : comprehensive ? "comprehensive contract"
        : fixed != null ? "fixed cost"
        : estimate != null ? "estimate"
        : calculated != null ? "calculated"
        : remoteFix != null ? "remote fix"
        : AVERAGE;
  }

  /** Whether it is no more than the client's average for this type of work. */
  boolean isAverage() {
    return basis().equals(AVERAGE);
  }

  OrderCost withFixed(BigDecimal amount) {
    return with(amount == null ? estimate : null, amount);
  }

  OrderCost withEstimate(BigDecimal amount) {
    return with(amount, null);
  }

  OrderCost delivered(BigDecimal charge) {
    return new OrderCost(orderNumber, currency, averageValue, estimate, fixed, calculated, remoteFix, setToZero,
        comprehensive, markUpPercent, charge, calculation, version);
  }

  OrderCost with(BigDecimal estimate, BigDecimal fixed) {
    return new OrderCost(orderNumber, currency, averageValue, estimate, fixed, calculated, remoteFix, setToZero,
        comprehensive, markUpPercent, deliveryCharge, calculation, version);
  }

  OrderCost withAverage(BigDecimal amount) {
    return new OrderCost(orderNumber, currency, amount, estimate, fixed, calculated, remoteFix, setToZero,
        comprehensive, markUpPercent, deliveryCharge, calculation, version);
  }

  OrderCost markedUpBy(BigDecimal percent) {
    return new OrderCost(orderNumber, currency, averageValue, estimate, fixed, calculated, remoteFix, setToZero,
        comprehensive, percent, deliveryCharge, calculation, version);
  }

  OrderCost withCalculated(BigDecimal amount, List<String> items) {
    return new OrderCost(orderNumber, currency, averageValue, estimate, fixed, amount, remoteFix, setToZero,
        comprehensive, markUpPercent, deliveryCharge, items, version);
  }

  OrderCost plusRemoteFix(BigDecimal amount) {
    BigDecimal total = remoteFix == null ? amount : remoteFix.add(amount);
    return new OrderCost(orderNumber, currency, averageValue, estimate, fixed, calculated, total, setToZero,
        comprehensive, markUpPercent, deliveryCharge, calculation, version);
  }

  OrderCost asZero() {
    return new OrderCost(orderNumber, currency, averageValue, estimate, fixed, calculated, remoteFix, true,
        comprehensive, markUpPercent, deliveryCharge, calculation, version);
  }

  OrderCost covered(boolean comprehensive) {
    return new OrderCost(orderNumber, currency, averageValue, estimate, fixed, calculated, remoteFix, setToZero,
        comprehensive, markUpPercent, deliveryCharge, calculation, version);
  }
}
