package org.jobline.referencedata.estate;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.jobline.platform.time.OpeningHours;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The names behind an order's codes, for people. */
@Component
class ReferenceDataDetail implements OrderDetail<ReferenceDataDetail.EstatePart> {

  private final WorkOrders workOrders;
  private final ReferenceData referenceData;
  private final Clock clock;

  ReferenceDataDetail(WorkOrders workOrders, ReferenceData referenceData, Clock clock) {
    this.workOrders = workOrders;
    this.referenceData = referenceData;
    this.clock = clock;
  }

  /** @param timeZone of the site */
  record EstatePart(
      @Nullable String clientName, @Nullable String siteName, @Nullable String timeZone, @Nullable String workTypeName,
      @Nullable String priorityName, @Nullable SiteDetailsView siteDetails) {}

  /**
   * What an agent on the telephone has to know of the building.
   *
   * @param asbestosRegister whether engineers must read the asbestos register before they start
   * @param hours when it is open, by the clock on its own wall; empty when nobody has said
   * @param closedDays days from yesterday on that are closed whatever the weekday says
   */
  record SiteDetailsView(
      String address, String postcode, boolean asbestosRegister, List<HoursView> hours, List<LocalDate> closedDays,
      List<SiteContactView> contacts) {}

  /** @param weekday 1 is Monday */
  record HoursView(int weekday, String opens, String closes) {}

  /** @param role building, ppm or escalation */
  record SiteContactView(String role, String name, @Nullable String phone, @Nullable String email) {}

  @Override
  public EstatePart of(Order order) {
    WorkOrder workOrder = workOrders.of(order);
    Optional<Site> site = referenceData.site(order.site());
    return new EstatePart(
        referenceData.client(order.client()).map(Client::name).orElse(null),
        site.map(Site::name).orElse(null),
        site.map(Site::timeZone).map(ZoneId::getId).orElse(null),
        referenceData.workType(workOrder.workType()).map(WorkType::name).orElse(null),
        referenceData.priority(workOrder.priority()).map(Priority::name).orElse(null),
        site.map(this::view).orElse(null));
  }

  private SiteDetailsView view(Site site) {
    OpeningHours hours = referenceData.openingHours(site.code());
    LocalDate yesterday = LocalDate.now(clock.withZone(site.timeZone())).minusDays(1);
    return new SiteDetailsView(
        site.address(), site.postcode(), site.asbestosRegister(),
        Stream.of(DayOfWeek.values())
            .flatMap(day -> hours.week().getOrDefault(day, List.of()).stream()
                .map(span -> new HoursView(day.getValue(), span.opens().toString(), span.closes().toString())))
            .toList(),
        hours.closedDays().stream().filter(day -> !day.isBefore(yesterday)).sorted().toList(),
        Stream.of(Contact.Role.values())
            .flatMap(role -> referenceData.contacts(site.code(), role).stream()
                .map(contact -> new SiteContactView(
                    role.name().toLowerCase(Locale.ROOT), contact.name(), contact.phone(), contact.email())))
            .toList());
  }
}
