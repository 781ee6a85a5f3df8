package org.jobline.referencedata.estate;

import java.time.ZoneId;
import java.util.Optional;
import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The names behind an order's codes, for people. */
@Component
class EstateDetail implements OrderDetail<EstateDetail.EstatePart> {

  private final WorkOrders workOrders;
  private final Estate estate;

  EstateDetail(WorkOrders workOrders, Estate estate) {
    this.workOrders = workOrders;
    this.estate = estate;
  }

  /** @param timeZone of the site */
  record EstatePart(
      @Nullable String clientName, @Nullable String siteName, @Nullable String timeZone, @Nullable String workTypeName,
      @Nullable String priorityName) {}

  @Override
  public EstatePart of(Order order) {
    WorkOrder workOrder = workOrders.of(order);
    Optional<Site> site = estate.site(order.site());
    return new EstatePart(
        estate.client(order.client()).map(Client::name).orElse(null),
        site.map(Site::name).orElse(null),
        site.map(Site::timeZone).map(ZoneId::getId).orElse(null),
        estate.workType(workOrder.workType()).map(WorkType::name).orElse(null),
        estate.priority(workOrder.priority()).map(Priority::name).orElse(null));
  }
}
