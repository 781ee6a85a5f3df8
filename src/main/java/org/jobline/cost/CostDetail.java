package org.jobline.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jobline.workorder.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** The costs as clients see them: decimal strings and a currency. */
@Component
class CostDetail implements OrderDetail {

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Costs costs;

  CostDetail(Costs costs) {
    this.costs = costs;
  }

  @Override
  public void describe(WorkOrder order, Map<String, Object> description) {
    OrderCost cost = costs.cost(order.number());
    description.put("cost", new View(
        cost.currency(), plain(cost.accrual()), cost.basis(), plain(cost.estimate()), plain(cost.fixed()),
        plain(cost.calculated()), plain(cost.markUpPercent()), plain(markedUp(cost))));
  }

  /** What the client is shown. */
  static BigDecimal markedUp(OrderCost cost) {
    return cost.accrual().multiply(HUNDRED.add(cost.markUpPercent())).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }

  private static String plain(BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }

  /**
   * @param basis which rule the accrual comes from
   * @param markedUp what the client is shown
   */
  record View(
      String currency, String accrual, String basis, String estimate, String fixed, String calculated,
      String markUpPercent, String markedUp) {}
}
