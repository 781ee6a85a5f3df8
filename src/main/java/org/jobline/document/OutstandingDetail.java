package org.jobline.document;

import java.util.Map;
import org.jobline.workorder.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** What is still missing, as clients see it. */
@Component
class OutstandingDetail implements OrderDetail {

  private final OutstandingItems items;

  OutstandingDetail(OutstandingItems items) {
    this.items = items;
  }

  @Override
  public void describe(WorkOrder order, Map<String, Object> description) {
    description.put("outstanding", items.missing(order.number()));
  }
}
