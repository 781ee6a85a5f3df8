package org.jobline.notification;

import java.time.Instant;
import java.util.Optional;

/** What templates may say of an order. */
public record OrderInMail(
    String number,
    String status,
    String siteName,
    String siteAddress,
    String workType,
    String priority,
    String description,
    String schedule,
    String contactName,
    String contactPhone,
    String resourceName,
    Optional<Instant> eta) {

  /** Made-up values that every template must be able to show. */
  static OrderInMail sample() {
    return new OrderInMail("R-100001", "1.03 Pending acceptance", "Leeds Briggate", "136 Briggate, Leeds, LS1 6BR",
        "Heating", "P1 Urgent", "No heating <in the shop> & cold", "up to SLA", "Sue", "0113 496 0000",
        "Warm & Sons", Optional.of(Instant.parse("2026-12-24T13:45:00Z")));
  }
}
