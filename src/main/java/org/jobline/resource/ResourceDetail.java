package org.jobline.resource;

import java.util.Map;
import org.jobline.workorder.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** The name behind the code of an order's resource. */
@Component
class ResourceDetail implements OrderDetail {

  private final Resources resources;

  ResourceDetail(Resources resources) {
    this.resources = resources;
  }

  @Override
  public void describe(WorkOrder order, Map<String, Object> description) {
    order.resource().flatMap(resources::find)
        .ifPresent(resource -> description.put("resourceName", resource.name()));
  }
}
