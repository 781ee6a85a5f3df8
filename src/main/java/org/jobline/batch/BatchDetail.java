package org.jobline.batch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jobline.workorder.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** What a held order waits for, as clients see it. */
@Component
class BatchDetail implements OrderDetail {

  private final BatchHolds holds;

  BatchDetail(BatchHolds holds) {
    this.holds = holds;
  }

  @Override
  public void describe(WorkOrder order, Map<String, Object> description) {
    holds.of(order).ifPresent(hold -> {
      List<WorkOrder> held = holds.beside(order);
      BatchRule rule = hold.rule();
      description.put("batch", new View(rule.name(), hold.since(), hold.releaseAt(),
          held.stream().map(other -> other.number().value()).toList(), rule.ordersAtMost(),
          holds.value(held).toPlainString(),
          rule.valueAtMost() == null ? null : rule.valueAtMost().toPlainString()));
    });
  }

  /**
   * @param releaseAt when the rule releases it if nothing else does before
   * @param orders all that is held in the building under the rule, first logged first
   * @param value what they are expected to cost together, in the client's currency
   */
  record View(
      String rule, Instant heldSince, Instant releaseAt, List<String> orders, Integer ordersAtMost, String value,
      String valueAtMost) {}
}
