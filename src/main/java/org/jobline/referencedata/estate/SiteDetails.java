package org.jobline.referencedata.estate;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jobline.platform.time.OpeningHours;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of a building, put together. */
@Component
class SiteDetails {

  private final ReferenceData referenceData;
  private final Clock clock;

  SiteDetails(ReferenceData referenceData, Clock clock) {
    this.referenceData = referenceData;
    this.clock = clock;
  }

  /**
   * What an agent on the telephone has to know of the building.
   *
   * @param asbestosRegister whether engineers must read the asbestos register before they start
   * @param hours when it is open, by the clock on its own wall; empty when nobody has said
   * @param closedDays days from yesterday on that are closed whatever the weekday says
   */
  @Schema(name = "SiteDetailsView")
  record View(
      String address, String postcode, boolean asbestosRegister, List<HoursView> hours, List<LocalDate> closedDays,
      List<SiteContactView> contacts) {}

  /** @param weekday 1 is Monday */
  record HoursView(int weekday, String opens, String closes) {}

  /** @param role building, ppm or escalation */
  record SiteContactView(String role, String name, @Nullable String phone, @Nullable String email) {}

  View of(Site site) {
    OpeningHours hours = referenceData.openingHours(site.code());
    LocalDate yesterday = LocalDate.now(clock.withZone(site.timeZone())).minusDays(1);
    return new View(
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
