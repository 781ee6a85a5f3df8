package org.jobline.referencedata.contractor;

import java.util.Optional;
import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The name behind the code of an order's contractor, and how to reach them. */
@Component
class ContractorDetail implements OrderDetail<ContractorDetail.ResourcePart> {

  private final WorkOrders workOrders;
  private final ContractorService contractors;

  ContractorDetail(WorkOrders workOrders, ContractorService contractors) {
    this.workOrders = workOrders;
    this.contractors = contractors;
  }

  record ResourcePart(
      @Nullable String resourceName, @Nullable String resourcePhone, @Nullable String resourceEmail) {}

  @Override
  public ResourcePart of(Order order) {
    Optional<Contractor> contractor = workOrders.find(order).flatMap(WorkOrder::contractor).flatMap(contractors::find);
    return new ResourcePart(
        contractor.map(Contractor::name).orElse(null),
        contractor.map(Contractor::phone).orElse(null),
        contractor.flatMap(Contractor::address).orElse(null));
  }
}
