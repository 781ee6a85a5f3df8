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
class ReferenceDataDetail implements OrderDetail<ReferenceDataDetail.EstatePart> {

  private final WorkOrders workOrders;
  private final ReferenceData referenceData;
  private final SiteDetails details;

  ReferenceDataDetail(WorkOrders workOrders, ReferenceData referenceData, SiteDetails details) {
    this.workOrders = workOrders;
    this.referenceData = referenceData;
    this.details = details;
  }

  /** @param timeZone of the site */
  record EstatePart(
      @Nullable String clientName, @Nullable String siteName, @Nullable String timeZone, @Nullable String workTypeName,
      @Nullable String priorityName, SiteDetails.@Nullable View siteDetails) {}

  @Override
  public EstatePart of(Order order) {
    Optional<WorkOrder> workOrder = workOrders.find(order);
    Optional<Site> site = referenceData.site(order.site());
    return new EstatePart(
        referenceData.client(order.client()).map(Client::name).orElse(null),
        site.map(Site::name).orElse(null),
        site.map(Site::timeZone).map(ZoneId::getId).orElse(null),
        workOrder.map(WorkOrder::workType).flatMap(referenceData::workType).map(WorkType::name).orElse(null),
        workOrder.map(WorkOrder::priority).flatMap(referenceData::priority).map(Priority::name).orElse(null),
        site.map(details::of).orElse(null));
  }
}
