package org.jobline.sla;

import java.util.Map;
import org.jobline.workorder.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** How the order stands against its SLA, as clients see it. */
@Component
class SlaDetail implements OrderDetail {

  private final Slas slas;

  SlaDetail(Slas slas) {
    this.slas = slas;
  }

  @Override
  public void describe(WorkOrder order, Map<String, Object> description) {
    slas.current(order.number()).ifPresent(clock -> description.put("sla", clock));
  }
}
