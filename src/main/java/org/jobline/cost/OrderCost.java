package org.jobline.cost;

import java.math.BigDecimal;
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
    @Version Long version) {

  /** The first rule that fits decides. */
  BigDecimal accrual() {
    if (setToZero || comprehensive) {
      return BigDecimal.ZERO.setScale(2);
    }
    for (BigDecimal amount : new BigDecimal[] {fixed, estimate, worked()}) {
      if (amount != null) {
        return amount;
      }
    }
    return averageValue;
  }

  /** Visits and remote fixes of an order that was recalled add up; null before either. */
  private BigDecimal worked() {
    return calculated == null || remoteFix == null
        ? calculated == null ? remoteFix : calculated
        : calculated.add(remoteFix);
  }

  /** Which rule that was. */
  String basis() {
    return setToZero ? "set to zero"
        : comprehensive ? "comprehensive contract"
        : fixed != null ? "fixed cost"
        : estimate != null ? "estimate"
        : calculated != null ? "calculated"
        : remoteFix != null ? "remote fix"
        : "average order value";
  }

  OrderCost withFixed(BigDecimal amount) {
    return with(amount == null ? estimate : null, amount);
  }

  OrderCost with(BigDecimal estimate, BigDecimal fixed) {
    return new OrderCost(orderNumber, currency, averageValue, estimate, fixed, calculated, remoteFix, setToZero,
        comprehensive, markUpPercent, version);
  }

  OrderCost withAverage(BigDecimal amount) {
    return new OrderCost(orderNumber, currency, amount, estimate, fixed, calculated, remoteFix, setToZero,
        comprehensive, markUpPercent, version);
  }

  OrderCost markedUpBy(BigDecimal percent) {
    return new OrderCost(orderNumber, currency, averageValue, estimate, fixed, calculated, remoteFix, setToZero,
        comprehensive, percent, version);
  }

  OrderCost withCalculated(BigDecimal amount) {
    return new OrderCost(orderNumber, currency, averageValue, estimate, fixed, amount, remoteFix, setToZero,
        comprehensive, markUpPercent, version);
  }

  OrderCost plusRemoteFix(BigDecimal amount) {
    BigDecimal total = remoteFix == null ? amount : remoteFix.add(amount);
    return new OrderCost(orderNumber, currency, averageValue, estimate, fixed, calculated, total, setToZero,
        comprehensive, markUpPercent, version);
  }

  OrderCost asZero() {
    return new OrderCost(orderNumber, currency, averageValue, estimate, fixed, calculated, remoteFix, true,
        comprehensive, markUpPercent, version);
  }

  OrderCost covered(boolean comprehensive) {
    return new OrderCost(orderNumber, currency, averageValue, estimate, fixed, calculated, remoteFix, setToZero,
        comprehensive, markUpPercent, version);
  }
}
