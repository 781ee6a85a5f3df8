package org.jobline.referencedata.contractor;

import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.jobline.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The name behind the code of an order's contractor. */
@Component
class ContractorDetail implements OrderDetail<ContractorDetail.ResourcePart> {

  private final WorkOrders workOrders;
  private final ContractorService contractors;

  ContractorDetail(WorkOrders workOrders, ContractorService contractors) {
    this.workOrders = workOrders;
    this.contractors = contractors;
  }

  record ResourcePart(@Nullable String resourceName) {}

  @Override
  public ResourcePart of(Order order) {
    return new ResourcePart(
        workOrders.of(order).contractor().flatMap(contractors::find).map(Contractor::name).orElse(null));
  }
}
