package org.jobline.lifecycle.batch;

import java.time.Instant;
import java.util.List;
import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a held order waits for, as clients see it. */
@Component
class BatchDetail implements OrderDetail<BatchDetail.BatchPart> {

  private final WorkOrders workOrders;
  private final BatchHoldService holds;

  BatchDetail(WorkOrders workOrders, BatchHoldService holds) {
    this.workOrders = workOrders;
    this.holds = holds;
  }

  @Override
  public BatchPart of(Order order) {
    return new BatchPart(holds.of(order).map(hold -> {
      List<WorkOrder> held = holds.beside(workOrders.of(order));
      BatchRule rule = hold.rule();
      return new BatchView(rule.name(), hold.since(), hold.releaseAt(),
          held.stream().map(other -> other.number().value()).toList(), rule.ordersAtMost(),
          holds.value(held).toPlainString(),
          rule.valueAtMost() == null ? null : rule.valueAtMost().toPlainString());
    }).orElse(null));
  }

  /** @param batch null: it is not held */
  record BatchPart(@Nullable BatchView batch) {}

  /**
   * @param releaseAt when the rule releases it if nothing else does before
   * @param orders all that is held in the building under the rule, first logged first
   * @param value what they are expected to cost together, in the client's currency
   */
  record BatchView(
      String rule, Instant heldSince, Instant releaseAt, List<String> orders, @Nullable Integer ordersAtMost,
      String value, @Nullable String valueAtMost) {}
}
