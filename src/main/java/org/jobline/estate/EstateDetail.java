package org.jobline.estate;

import java.time.ZoneId;
import java.util.Optional;
import org.jobline.workorder.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** The names behind an order's codes, for people. */
@Component
class EstateDetail implements OrderDetail<EstateDetail.EstatePart> {

  private final Estate estate;

  EstateDetail(Estate estate) {
    this.estate = estate;
  }

  /** @param timeZone of the site */
  record EstatePart(
      @Nullable String clientName, @Nullable String siteName, @Nullable String timeZone, @Nullable String workTypeName,
      @Nullable String priorityName) {}

  @Override
  public EstatePart of(WorkOrder order) {
    Optional<Site> site = estate.site(order.site());
    return new EstatePart(
        estate.client(order.client()).map(Client::name).orElse(null),
        site.map(Site::name).orElse(null),
        site.map(Site::timeZone).map(ZoneId::getId).orElse(null),
        estate.workType(order.workType()).map(WorkType::name).orElse(null),
        estate.priority(order.priority()).map(Priority::name).orElse(null));
  }
}
