package org.jobline.resource;

import org.jobline.workorder.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** The name behind the code of an order's resource. */
@Component
class ResourceDetail implements OrderDetail<ResourceDetail.ResourcePart> {

  private final Resources resources;

  ResourceDetail(Resources resources) {
    this.resources = resources;
  }

  record ResourcePart(@Nullable String resourceName) {}

  @Override
  public ResourcePart of(WorkOrder order) {
    return new ResourcePart(order.resource().flatMap(resources::find).map(Resource::name).orElse(null));
  }
}
