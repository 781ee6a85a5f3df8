package org.jobline.referencedata.resource;

import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.jobline.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The name behind the code of an order's resource. */
@Component
class ResourceDetail implements OrderDetail<ResourceDetail.ResourcePart> {

  private final WorkOrders workOrders;
  private final Resources resources;

  ResourceDetail(WorkOrders workOrders, Resources resources) {
    this.workOrders = workOrders;
    this.resources = resources;
  }

  record ResourcePart(@Nullable String resourceName) {}

  @Override
  public ResourcePart of(Order order) {
    return new ResourcePart(workOrders.of(order).resource().flatMap(resources::find).map(Resource::name).orElse(null));
  }
}
