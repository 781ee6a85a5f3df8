package org.jobline.cost;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jobline.workorder.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** The costs as clients see them: decimal strings and a currency. */
@Component
class CostDetail implements OrderDetail {

  private final Costs costs;

  CostDetail(Costs costs) {
    this.costs = costs;
  }

  @Override
  public void describe(WorkOrder order, Map<String, Object> description) {
    OrderCost cost = costs.cost(order.number());
    description.put("cost", new View(
        cost.currency(), plain(cost.accrual()), cost.basis(), plain(cost.estimate()), plain(cost.fixed()),
        plain(cost.calculated()), plain(cost.remoteFix()), plain(cost.deliveryCharge()),
        plain(cost.markUpPercent()), plain(cost.markedUp()), cost.calculation()));
  }

  private static String plain(BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }

  /**
   * @param basis which rule the accrual comes from
   * @param markedUp what the client is shown
   * @param calculation how what is calculated came about, an item each
   */
  record View(
      String currency, String accrual, String basis, String estimate, String fixed, String calculated,
      String remoteFix, String deliveryCharge, String markUpPercent, String markedUp, List<String> calculation) {}
}
