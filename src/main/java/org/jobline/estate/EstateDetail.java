package org.jobline.estate;

import java.util.Map;
import org.jobline.workorder.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** The names behind an order's codes, for people. */
@Component
class EstateDetail implements OrderDetail {

  private final Estate estate;

  EstateDetail(Estate estate) {
    this.estate = estate;
  }

  @Override
  public void describe(WorkOrder order, Map<String, Object> description) {
    estate.client(order.client()).ifPresent(client -> description.put("clientName", client.name()));
    estate.site(order.site()).ifPresent(site -> {
      description.put("siteName", site.name());
      description.put("timeZone", site.timeZone().getId());
    });
    estate.workType(order.workType()).ifPresent(type -> description.put("workTypeName", type.name()));
    estate.priority(order.priority()).ifPresent(priority -> description.put("priorityName", priority.name()));
  }
}
